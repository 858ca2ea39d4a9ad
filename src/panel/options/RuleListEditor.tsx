import React, { useId, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import { MoveButtons } from '../../browser/MoveButtons';
import { useListFocus } from '../../browser/useListFocus';
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
  const listId = useId();
  const focus = useListFocus(listId, rules);
  const replace = (index: number, rule: WrittenRule) =>
    onChange(rules.map((other, at) => (at === index ? rule : other)));
  const move = (index: number, by: -1 | 1) => {
    focus.moving(index, by);
    const moved = [...rules];
    moved.splice(index + by, 0, ...moved.splice(index, 1));
    onChange(moved);
  };
  return (
    <div className={styles.root} id={id}>
      {rules.map((rule, index) => {
        const { notices } = resolveRules(
          [rule],
          (text, format) => context.replaceVariables?.(text, undefined, format) ?? text
        );
        return (
          <div key={index} className={styles.rule} role="group" aria-label={`Rule ${index + 1}`}>
            <div className={styles.head}>
              <span>Rule {index + 1}</span>
              <div className={styles.buttons}>
                <MoveButtons
                  focus={focus}
                  row={index}
                  isLast={index === rules.length - 1}
                  up={`Try rule ${index + 1} earlier`}
                  down={`Try rule ${index + 1} later`}
                  onMove={(by) => move(index, by)}
                />
                <IconButton
                  id={focus.idOf(index, 'remove')}
                  name="trash-alt"
                  tooltip={`Remove rule ${index + 1}`}
                  onClick={() => {
                    focus.removing(index);
                    onChange(rules.filter((_, at) => at !== index));
                  }}
                />
              </div>
            </div>
            <RuleFields
              idPrefix={`${listId}-${index}`}
              rule={rule}
              label={`Rule ${index + 1}`}
              onChange={(next) => replace(index, next)}
            />
            {notices.map(({ text }) => (
              <div key={text} className={styles.problem} role="alert">
                {text.replace('Threshold 1', 'This rule')}
              </div>
            ))}
          </div>
        );
      })}
      <Button id={focus.addId} variant="secondary" size="sm" icon="plus" onClick={() => onChange([...rules, NEW_RULE])}>
        Add rule
      </Button>
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
