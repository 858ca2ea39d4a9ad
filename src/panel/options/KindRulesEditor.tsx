import React, { useId, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, SelectableValue } from '@grafana/data';
import { Button, IconButton, Input, Select, useStyles2 } from '@grafana/ui';
import { MoveButtons } from '../../browser/MoveButtons';
import { useListFocus } from '../../browser/useListFocus';
import { decodeTraffic } from '../../frames/decode';
import { countOf } from '../format';
import {
  kindRuleFault,
  kindRuleMatches,
  readKindRules,
  RULE_KINDS,
  type KindRule,
  type RuleKind,
} from '../model/kindRules';
import type { KindsEditorProps } from './editorProps';
import { frameMapping } from './frameMapping';

const KINDS: Array<SelectableValue<RuleKind>> = RULE_KINDS.map((kind) => ({
  value: kind,
  label: kind[0].toUpperCase() + kind.slice(1),
}));
const NEW_RULE: KindRule = Object.freeze({ pattern: '', kind: 'database' });

/** Which services are shown as what, in the order in which the rules are tried. */
export function KindRulesEditor({ value, onChange, context, id }: KindsEditorProps) {
  const styles = useStyles2(getStyles);
  const rules = useMemo(() => readKindRules(value), [value]);
  const focus = useListFocus(useId(), rules);
  const mapping = context.options?.mapping;
  const nodes = useMemo(
    () => decodeTraffic(context.data, frameMapping(mapping ?? {})).result?.history.nodes,
    [context.data, mapping]
  );
  const replace = (index: number, change: Partial<KindRule>) =>
    onChange(rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)));
  const move = (index: number, by: -1 | 1) => {
    focus.moving(index, by);
    const moved = [...rules];
    moved.splice(index + by, 0, ...moved.splice(index, 1));
    onChange(moved);
  };
  return (
    <div className={styles.root} id={id}>
      {rules.map((rule, index) => {
        const fault = kindRuleFault(rule);
        const unusable = fault !== undefined && rule.pattern !== '';
        const name = `Kind rule ${index + 1}`;
        return (
          <div key={index} role="group" aria-label={name}>
            <div className={styles.line}>
              <Input
                aria-label={`${name}: services`}
                placeholder="such as .*-db or shop/.*"
                value={rule.pattern}
                invalid={unusable}
                aria-invalid={unusable || undefined}
                onChange={(event) => replace(index, { pattern: event.currentTarget.value })}
              />
              <div className={styles.kind}>
                <Select
                  aria-label={`${name}: kind`}
                  options={KINDS}
                  value={rule.kind}
                  onChange={({ value: kind }) => kind !== undefined && replace(index, { kind })}
                />
              </div>
              <MoveButtons
                focus={focus}
                row={index}
                isLast={index === rules.length - 1}
                up={`Try kind rule ${index + 1} earlier`}
                down={`Try kind rule ${index + 1} later`}
                onMove={(by) => move(index, by)}
              />
              <IconButton
                id={focus.idOf(index, 'remove')}
                name="trash-alt"
                tooltip={`Remove kind rule ${index + 1}`}
                onClick={() => {
                  focus.removing(index);
                  onChange(rules.filter((_, at) => at !== index));
                }}
              />
            </div>
            {unusable && (
              <div className={styles.fault} role="alert">
                Not used: {fault}.
              </div>
            )}
            {fault === undefined && nodes !== undefined && (
              <div className={styles.count}>Matches {countOf(kindRuleMatches(nodes, rule), 'service')}</div>
            )}
          </div>
        );
      })}
      <Button id={focus.addId} variant="secondary" size="sm" icon="plus" onClick={() => onChange([...rules, NEW_RULE])}>
        Add kind rule
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({ display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: theme.spacing(1) }),
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), '& > button': { margin: 0 } }),
  kind: css({ flex: 'none', width: 120 }),
  fault: css({ color: theme.colors.error.text, fontSize: theme.typography.bodySmall.fontSize }),
  count: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
