import { Button, InlineField, InlineFieldRow, MultiSelect, Select, Text } from '@grafana/ui';
import React, { useState } from 'react';
import type { Labels } from '../../core/model/series';
import type { GuidedChoice } from '../guide/guidedDefinition';
import { type MappingGuess, previewEdges } from '../guide/labelCandidates';
import { LABEL_WIDTH } from './style';

export interface GuidedLabelsProps {
  readonly idPrefix: string;
  readonly series: readonly Labels[];
  /** What to begin with, and the labels to choose from. */
  readonly guess: MappingGuess;
  readonly onChoose: (choice: Pick<GuidedChoice, 'source' | 'target' | 'classLabel' | 'keepLabels'>) => void;
}

const PREVIEWED = 5;

/** Which labels name the ends and the status, with values to recognize them by, and the edges that come of it. */
export function GuidedLabels({ idPrefix, series, guess, onChoose }: GuidedLabelsProps) {
  const [source, setSource] = useState(guess.source);
  const [target, setTarget] = useState(guess.target);
  const [classLabel, setClassLabel] = useState(guess.classLabel);
  const [keepLabels, setKeepLabels] = useState<readonly string[]>([]);
  const edges = source && target ? previewEdges(series, source, target) : [];
  const options = guess.labels.map(({ name, samples, values }) => ({
    value: name,
    label: name,
    description: samples.join(', ') + (values > samples.length ? ` and ${values - samples.length} more` : ''),
  }));
  const others = options.filter(
    ({ value }) => guess.telling.includes(value) && ![source, target, classLabel].includes(value)
  );
  // One that was chosen for another part since is no longer kept.
  const kept = keepLabels.filter((label) => others.some(({ value }) => value === label));
  const choice = (label: string, key: string, value: string | undefined, set: (name: string | undefined) => void) => (
    <InlineField label={label} labelWidth={LABEL_WIDTH} grow>
      <Select
        inputId={`${idPrefix}-${key}`}
        options={options}
        value={value ?? null}
        isClearable
        placeholder="Choose a label"
        onChange={(option) => set(option?.value)}
      />
    </InlineField>
  );
  return (
    <>
      <InlineFieldRow>
        {choice('Caller is in', 'guided-source', source, setSource)}
        {choice('Called is in', 'guided-target', target, setTarget)}
        {choice('Status is in', 'guided-class', classLabel, setClassLabel)}
      </InlineFieldRow>
      {others.length > 0 && (
        <InlineField
          label="Keep as well"
          labelWidth={LABEL_WIDTH}
          grow
          tooltip="Labels whose values stay on edges, such as version or team: details and the table show them, and thresholds match on them. Best are those of few values."
        >
          <MultiSelect
            inputId={`${idPrefix}-guided-keep`}
            options={others}
            value={[...kept]}
            placeholder="None"
            onChange={(chosen) => setKeepLabels(chosen.flatMap(({ value }) => value ?? []))}
          />
        </InlineField>
      )}
      <Text element="p" variant="bodySmall" color="secondary">
        {edges.length === 0
          ? 'Choose the labels of caller and called service; the edges they make are shown here.'
          : `Edges: ${edges.slice(0, PREVIEWED).join(', ')}${edges.length > PREVIEWED ? ` and ${edges.length - PREVIEWED} more` : ''}`}
      </Text>
      <div>
        <Button
          size="sm"
          disabled={edges.length === 0}
          onClick={() => source && target && onChoose({ source, target, classLabel, keepLabels: kept })}
        >
          Use these
        </Button>
      </div>
    </>
  );
}
