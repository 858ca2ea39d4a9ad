import { getDataSourceSrv } from '@grafana/runtime';
import { InlineField, RadioButtonGroup, Stack, Text } from '@grafana/ui';
import React, { useEffect, useMemo, useState } from 'react';
import { from, mergeMap } from 'rxjs';
import { guessTarget, guessValues, guidedTarget, type TargetValues } from '../guide/guidedTarget';
import { sampleTarget, type TargetSample } from '../guide/sampleTarget';
import type { TargetSeries } from '../guide/targetSeries';
import { DEFAULT_TIMEOUT_SECONDS, type QueryDefinition } from '../types';
import { DraftInput } from './DraftFields';
import { GuidedLabels } from './GuidedLabels';
import { LABEL_WIDTH } from './style';

const VALUES: ReadonlyArray<{ value: TargetValues; label: string; description: string }> = [
  { value: 'rate', label: 'per second', description: 'Requests per second: taken as they are' },
  { value: 'interval', label: 'per interval', description: 'Requests of each interval: scaleToSeconds' },
  { value: 'counter', label: 'a growing counter', description: 'All requests since the start: perSecond' },
];

export interface GuidedTargetProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  /** The Graphite to look into. */
  readonly uid: string;
  readonly onChange: (definition: QueryDefinition) => void;
}

/** From paths or tagged series to a definition: which part is caller and called service, the edges, and done. */
export function GuidedTarget({ idPrefix, definition, uid, onChange }: GuidedTargetProps) {
  const [target, setTarget] = useState('');
  const [sample, setSample] = useState<TargetSample>();
  useEffect(() => {
    if (target === '') {
      return undefined;
    }
    const asked = from(getDataSourceSrv().get({ uid })).pipe(
      mergeMap((api) => sampleTarget(target, api, Date.now(), DEFAULT_TIMEOUT_SECONDS * 1000))
    );
    const subscription = asked.subscribe({
      next: setSample,
      error: () => setSample({ failure: { upstream: uid, message: `Grafana has no data source “${uid}”.` } }),
    });
    return () => subscription.unsubscribe();
  }, [target, uid]);
  const problem = problemOf(target, sample);
  return (
    <Stack direction="column" gap={0.5}>
      <InlineField
        label="Paths or series"
        labelWidth={LABEL_WIDTH}
        grow
        tooltip="A path with * where caller, called service and status stand, or seriesByTag for tagged series."
      >
        <DraftInput
          id={`${idPrefix}-target`}
          value={target}
          placeholder="stats.counters.*.upstream.*.*.rate"
          onCommit={(text) => {
            setSample(undefined);
            setTarget(text.trim());
          }}
        />
      </InlineField>
      {problem && (
        <Text variant="bodySmall" color="warning">
          {problem}
        </Text>
      )}
      {sample && 'series' in sample && sample.series.length > 0 && (
        <TargetParts
          key={target}
          idPrefix={idPrefix}
          target={target}
          sample={sample}
          definition={definition}
          onChange={onChange}
        />
      )}
    </Stack>
  );
}

interface TargetPartsProps extends Omit<GuidedTargetProps, 'uid'> {
  readonly target: string;
  readonly sample: TargetSeries;
}

function TargetParts({ idPrefix, target, sample, definition, onChange }: TargetPartsProps) {
  const guess = useMemo(() => guessTarget(sample), [sample]);
  const [values, setValues] = useState(() => guessValues(target));
  return (
    <>
      <InlineField label="Values are" labelWidth={LABEL_WIDTH}>
        <RadioButtonGroup aria-label="Values are" options={[...VALUES]} value={values} onChange={setValues} />
      </InlineField>
      <GuidedLabels
        idPrefix={idPrefix}
        series={sample.series}
        guess={guess}
        onChoose={({ target: called, ...choice }) =>
          onChange(guidedTarget(definition, sample, { ...choice, target, values, called }))
        }
      />
    </>
  );
}

function problemOf(target: string, sample: TargetSample | undefined): string | undefined {
  if (sample && 'failure' in sample) {
    return sample.failure.message;
  }
  return sample && sample.series.length === 0
    ? `Graphite has no series of ${target} in the last minutes. Check the path.`
    : undefined;
}
