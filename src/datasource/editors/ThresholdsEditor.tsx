import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { ThresholdRule } from '../../core/model/threshold';
import { DEFAULT_THRESHOLDS, validateRules } from '../../core/thresholds';
import { moveBy, removeAt, replaceAt } from './changes';
import { ThresholdRow } from './ThresholdRow';

const NEW_RULE: ThresholdRule = {
  scope: 'edge',
  metric: 'errorRatio',
  direction: 'above',
  warning: 0.01,
  danger: 0.05,
};

export interface ThresholdsEditorProps {
  readonly idPrefix: string;
  readonly rules: readonly ThresholdRule[];
  readonly onChange: (rules: readonly ThresholdRule[]) => void;
}

/** The alert thresholds that travel with the query's frames; a panel's own come before them. */
export function ThresholdsEditor({ idPrefix, rules, onChange }: ThresholdsEditorProps) {
  return (
    <Stack direction="column" gap={1}>
      <Text element="p" color="secondary" variant="bodySmall">
        Of the rules for the same metric, the first that matches holds. Panels may override them.
      </Text>
      {rules.map((rule, index) => (
        <ThresholdRow
          key={index}
          idPrefix={`${idPrefix}-${index}`}
          number={index + 1}
          rule={rule}
          onChange={(changed) => onChange(replaceAt(rules, index, changed))}
          onRaise={() => onChange(moveBy(rules, index, -1))}
          onDuplicate={() => onChange([...rules.slice(0, index + 1), ...rules.slice(index)])}
          onRemove={() => onChange(removeAt(rules, index))}
        />
      ))}
      {validateRules(rules).map(({ text }) => (
        <Text key={text} element="p" color="warning" variant="bodySmall">
          {text}
        </Text>
      ))}
      <Stack direction="row" gap={1}>
        <Button variant="secondary" size="sm" icon="plus" onClick={() => onChange([...rules, NEW_RULE])}>
          Add threshold
        </Button>
        {rules !== DEFAULT_THRESHOLDS && (
          <Button variant="secondary" fill="text" size="sm" onClick={() => onChange(DEFAULT_THRESHOLDS)}>
            Back to the default thresholds
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
