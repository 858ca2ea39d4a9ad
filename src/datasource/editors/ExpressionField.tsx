import React, { type ComponentType, useEffect, useRef, useState } from 'react';
import type { UpstreamKind } from '../../core/model/definition';
import type { ExpressionEditorProps } from '../expressions/ExpressionEditor';
import { loadExpressionEditor } from '../expressions/loadExpressionEditor';
import type { UpstreamReference } from '../types';
import { PlainTextArea } from './DraftFields';
import { useDraft } from './useDraft';

export interface ExpressionFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Whose language it is. */
  readonly kind: UpstreamKind;
  /** The data source that is asked, where it is known. */
  readonly upstream?: UpstreamReference;
  readonly onCommit: (text: string) => void;
}

/**
 * An expression, handed on when it loses focus or on Ctrl+Enter (⌘+Enter). A plain text area stands in until the editor
 * is loaded and nobody is writing in it, and for good where it cannot be loaded.
 */
export function ExpressionField({ id, label, value, placeholder, kind, upstream, onCommit }: ExpressionFieldProps) {
  const draft = useDraft(value, onCommit);
  const [Loaded, setLoaded] = useState<ComponentType<ExpressionEditorProps>>();
  const [isWriting, setIsWriting] = useState(false);
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    loadExpressionEditor().then(
      (editor) => mounted.current && setLoaded(() => editor),
      // The text area stays.
      () => undefined
    );
    return () => {
      mounted.current = false;
    };
  }, []);
  if (Loaded && !isWriting) {
    return (
      <Loaded
        id={id}
        label={label}
        text={draft.text}
        placeholder={placeholder}
        kind={kind === 'graphite' ? 'graphite' : 'prometheus'}
        uid={upstream?.uid}
        onEdit={draft.edit}
        onCommit={draft.finish}
      />
    );
  }
  return (
    <div onFocus={() => setIsWriting(true)} onBlur={() => setIsWriting(false)}>
      <PlainTextArea id={id} draft={draft} placeholder={placeholder} ariaLabel={label} />
    </div>
  );
}
