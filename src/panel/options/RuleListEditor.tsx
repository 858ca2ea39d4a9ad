import React, { useId, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { AddButton, MoveButtons, RemoveButton } from '../../browser/ListButtons';
import { useEditedList } from '../../browser/useEditedList';
import type { WrittenRule } from '../../core/model/threshold';
import { resolveRules } from '../../core/thresholds';
import type { RulesEditorProps } from './editorProps';
import { RuleFields } from './RuleFields';
import { readRules } from './thresholdRules';

const NEW_RULE: WrittenRule = Object.freeze({
  scope: 'node',
  metric: 'errorRatio',
  direction: 'above',
  warning: 0.01,
  danger: 0.05,
});

/** Any threshold rules, in the order in which they are tried. */
export function RuleListEditor({ value, onChange, id, context }: RulesEditorProps) {
  const styles = useStyles2(getStyles);
  const rules = useMemo(() => readRules(value), [value]);
  const { rows, addId, add } = useEditedList(useId(), rules, onChange);
  return (
    <div className={styles.root} id={id}>
      {rows.map((row) => {
        const name = `Rule ${row.number}`;
        const { notices } = resolveRules(
          [row.item],
          (text, format) => context.replaceVariables?.(text, undefined, format) ?? text
        );
        return (
          <div key={row.id} className={styles.rule} role="group" aria-label={name}>
            <div className={styles.head}>
              <span>{name}</span>
              <div className={styles.buttons}>
                <MoveButtons row={row} up={`Try rule ${row.number} earlier`} down={`Try rule ${row.number} later`} />
                <RemoveButton row={row} tooltip={`Remove rule ${row.number}`} />
              </div>
            </div>
            <RuleFields idPrefix={row.id} rule={row.item} label={name} onChange={row.replace} />
            {notices.map(({ text }) => (
              <div key={text} className={styles.problem} role="alert">
                {text.replace('Threshold 1', 'This rule')}
              </div>
            ))}
          </div>
        );
      })}
      <AddButton id={addId} onClick={() => add(NEW_RULE)}>
        Add rule
      </AddButton>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({ display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: theme.spacing(1) }),
  rule: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.75),
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  buttons: css({ display: 'flex', gap: theme.spacing(0.5), '& > button': { margin: 0 } }),
  problem: css({ color: theme.colors.error.text, fontSize: theme.typography.bodySmall.fontSize }),
});
