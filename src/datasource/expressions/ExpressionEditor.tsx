import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { UpstreamReference } from '../types';
import { createEditor, type EditorSettings, type ExpressionView, type Problem } from './createEditor';
import { editorTheme } from './editorTheme';
import { expressionLanguage } from './expressionLanguage';

export interface ExpressionEditorProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  readonly kind: UpstreamReference['kind'];
  /** The data source whose names are offered. Absent: none are. */
  readonly uid?: string;
  readonly onEdit: (text: string) => void;
  readonly onCommit: (text: string) => void;
}

/** An expression with colours, completion and marks of what is wrong. Tab leaves it. */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const { id, label, text, placeholder, kind, uid } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<ExpressionView | undefined>(undefined);
  const latest = useRef(props);
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const [problem, setProblem] = useState<Problem>();
  const [isLeft, setIsLeft] = useState(true);
  const shown = isLeft ? problem : undefined;
  const problemId = `${id}-problem`;
  const describedBy = shown === undefined ? undefined : problemId;
  const language = useMemo(() => expressionLanguage(kind, uid), [kind, uid]);
  const settings = useMemo(
    (): EditorSettings => ({ id, label, placeholder, describedBy, language, theme: editorTheme(theme) }),
    [id, label, placeholder, describedBy, language, theme]
  );
  const first = useRef({ text, settings });

  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (!host.current) {
      return undefined;
    }
    const made = createEditor(host.current, first.current.text, first.current.settings, {
      onEdit: (edited) => latest.current.onEdit(edited),
      onCommit: (done) => latest.current.onCommit(done),
      onProblem: setProblem,
    });
    view.current = made;
    return made.dispose;
  }, []);
  useLayoutEffect(() => view.current?.configure(settings), [settings]);
  useLayoutEffect(() => view.current?.setText(text), [text]);
  useEffect(() => {
    // The label of a field leads to inputs only by itself.
    const labelled = host.current?.ownerDocument.querySelector(`label[for="${CSS.escape(id)}"]`);
    const focus = () => view.current?.focus();
    labelled?.addEventListener('click', focus);
    return () => labelled?.removeEventListener('click', focus);
  }, [id]);

  return (
    <>
      <div ref={host} className={styles.editor} onFocus={() => setIsLeft(false)} onBlur={() => setIsLeft(true)} />
      {shown !== undefined && (
        <div id={problemId} className={shown.severity === 'error' ? styles.problem : styles.remark}>
          {shown.severity === 'error'
            ? `Check this expression: ${shown.message}`
            : `Prometheus itself would not read this: ${shown.message}`}
        </div>
      )}
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const below = { ...theme.typography.bodySmall, marginTop: theme.spacing(0.25) };
  return {
    // As wide as its row, which a long line would widen otherwise.
    editor: css({ width: 0, minWidth: '100%' }),
    problem: css({ ...below, color: theme.colors.warning.text }),
    remark: css({ ...below, color: theme.colors.text.secondary }),
  };
}
