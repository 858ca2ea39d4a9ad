import React, { Component, type PropsWithChildren, type ReactNode } from 'react';
import { Alert } from '@grafana/ui';

interface Props extends PropsWithChildren {
  readonly part: string;
}

/** Says which part of the page failed instead of taking the whole page down; React knows only classes for this. */
export class ErrorBoundary extends Component<Props, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <Alert title={`The ${this.props.part} failed: ${error.message}`}>{<pre>{error.stack}</pre>}</Alert>
    );
  }
}
