import { Input, TextArea } from '@grafana/ui';
import React, { type KeyboardEvent } from 'react';
import { type Draft, useDraft } from './useDraft';

export interface DraftFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onCommit: (text: string) => void;
  readonly placeholder?: string;
  /** Named for screen readers, where the visible label alone is not unique. */
  readonly ariaLabel?: string;
  readonly width?: number;
  readonly type?: 'text' | 'number';
  /** The unit. */
  readonly suffix?: string;
  /** Marked as not fit to be used; fields of Grafana around it set this. */
  readonly invalid?: boolean;
}

/** One line, handed on when it loses focus or on Enter. */
export function DraftInput(props: DraftFieldProps) {
  const { id, value, onCommit, placeholder, ariaLabel, width, suffix, invalid, type = 'text' } = props;
  const draft = useDraft(value, onCommit);
  return (
    <Input
      id={id}
      type={type}
      step={type === 'number' ? 'any' : undefined}
      width={width}
      suffix={suffix}
      value={draft.text}
      placeholder={placeholder}
      invalid={invalid}
      aria-invalid={invalid || undefined}
      aria-label={ariaLabel}
      spellCheck={false}
      onChange={(event) => draft.edit(event.currentTarget.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          draft.commit();
        }
      }}
    />
  );
}

/** Several lines, handed on when they lose focus or on Ctrl+Enter (⌘+Enter). */
export function DraftTextArea({ value, onCommit, ...field }: DraftFieldProps) {
  return <PlainTextArea {...field} draft={useDraft(value, onCommit)} />;
}

export interface PlainTextAreaProps extends Pick<DraftFieldProps, 'id' | 'placeholder' | 'ariaLabel'> {
  readonly draft: Draft;
}

/** The text area of a draft that someone else holds. */
export function PlainTextArea({ id, draft, placeholder, ariaLabel }: PlainTextAreaProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      draft.commit();
    }
  };
  return (
    <TextArea
      id={id}
      value={draft.text}
      rows={Math.min(8, Math.max(1, Math.ceil(draft.text.length / 110), draft.text.split('\n').length))}
      placeholder={placeholder}
      aria-label={ariaLabel}
      spellCheck={false}
      style={{ fontFamily: 'monospace', resize: 'vertical' }}
      onChange={(event) => draft.edit(event.currentTarget.value)}
      onBlur={draft.commit}
      onKeyDown={onKeyDown}
    />
  );
}
