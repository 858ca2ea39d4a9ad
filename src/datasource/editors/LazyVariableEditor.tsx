import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import type { VariableEditorProps } from './VariableEditor';

const LoadedVariableEditor = lazy(async () => ({ default: (await import('./VariableEditor')).VariableEditor }));

/** The editor of query variables, as a chunk that dashboards do not load until someone edits. */
export function VariableEditor(props: VariableEditorProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading the variable editor…" />}>
      <LoadedVariableEditor {...props} />
    </Suspense>
  );
}
