import React, { useId, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, SelectableValue } from '@grafana/data';
import { Input, Select, useStyles2 } from '@grafana/ui';
import { AddButton, MoveButtons, RemoveButton } from '../../browser/ListButtons';
import { useEditedList } from '../../browser/useEditedList';
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
  const { rows, addId, add } = useEditedList(useId(), rules, onChange);
  const mapping = context.options?.mapping;
  const nodes = useMemo(
    () => decodeTraffic(context.data, frameMapping(mapping ?? {})).result?.history.nodes,
    [context.data, mapping]
  );
  return (
    <div className={styles.root} id={id}>
      {rows.map((row) => {
        const { number, item: rule, replace } = row;
        const fault = kindRuleFault(rule);
        const unusable = fault !== undefined && rule.pattern !== '';
        const name = `Kind rule ${number}`;
        return (
          <div key={row.id} role="group" aria-label={name}>
            <div className={styles.line}>
              <Input
                aria-label={`${name}: services`}
                placeholder="such as .*-db or shop/.*"
                value={rule.pattern}
                invalid={unusable}
                aria-invalid={unusable || undefined}
                onChange={(event) => replace({ ...rule, pattern: event.currentTarget.value })}
              />
              <div className={styles.kind}>
                <Select
                  aria-label={`${name}: kind`}
                  options={KINDS}
                  value={rule.kind}
                  onChange={({ value: kind }) => kind !== undefined && replace({ ...rule, kind })}
                />
              </div>
              <MoveButtons row={row} up={`Try kind rule ${number} earlier`} down={`Try kind rule ${number} later`} />
              <RemoveButton row={row} tooltip={`Remove kind rule ${number}`} />
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
      <AddButton id={addId} onClick={() => add(NEW_RULE)}>
        Add kind rule
      </AddButton>
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
