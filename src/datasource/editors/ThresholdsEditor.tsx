import { getTemplateSrv } from '@grafana/runtime';
import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { AddButton } from '../../browser/ListButtons';
import { useEditedList } from '../../browser/useEditedList';
import type { WrittenRule } from '../../core/model/threshold';
import { resolveRules } from '../../core/thresholds';
import { ThresholdRow } from './ThresholdRow';

const NEW_RULE: WrittenRule = {
  scope: 'edge',
  metric: 'errorRatio',
  direction: 'above',
  warning: 0.01,
  danger: 0.05,
};

export interface ThresholdsEditorProps {
  readonly idPrefix: string;
  readonly rules: readonly WrittenRule[];
  readonly onChange: (rules: readonly WrittenRule[]) => void;
  /** Says for whom the rules are. */
  readonly hint: string;
  /** What a query begins with; absent: nothing. */
  readonly defaults?: readonly WrittenRule[];
}

/** A list of alert thresholds, in the order they are tried. */
export function ThresholdsEditor({ idPrefix, rules, onChange, hint, defaults }: ThresholdsEditorProps) {
  const { rows, addId, add } = useEditedList(idPrefix, rules, onChange);
  return (
    <Stack direction="column" gap={1}>
      <Text element="p" color="secondary" variant="bodySmall">
        {hint}
      </Text>
      {rows.map((row, index) => (
        <ThresholdRow
          key={row.id}
          row={row}
          onDuplicate={() => onChange([...rules.slice(0, index + 1), ...rules.slice(index)])}
        />
      ))}
      {resolveRules(rules, (text, format) => getTemplateSrv().replace(text, {}, format)).notices.map(({ text }) => (
        <Text key={text} element="p" color="warning" variant="bodySmall">
          {text}
        </Text>
      ))}
      <Stack direction="row" gap={1}>
        <AddButton id={addId} onClick={() => add(NEW_RULE)}>
          Add threshold
        </AddButton>
        {defaults !== undefined && rules !== defaults && (
          <Button variant="secondary" fill="text" size="sm" onClick={() => onChange(defaults)}>
            Back to the default thresholds
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
