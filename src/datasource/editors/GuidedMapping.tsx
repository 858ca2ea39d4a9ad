import { getDataSourceSrv } from '@grafana/runtime';
import { InlineField, InlineFieldRow, Stack, Text } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { from, mergeMap } from 'rxjs';
import { guidedDefinition } from '../guide/guidedDefinition';
import { guessMapping } from '../guide/labelCandidates';
import { isMetricName, type MetricSample, sampleMetric } from '../guide/sampleMetric';
import { DEFAULT_TIMEOUT_SECONDS, type QueryDefinition } from '../types';
import { DraftInput } from './DraftFields';
import { GuidedLabels } from './GuidedLabels';
import { LABEL_WIDTH } from './style';

export interface GuidedMappingProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  /** The Prometheus to look into. */
  readonly uid: string;
  readonly onChange: (definition: QueryDefinition) => void;
}

/** From the name of a metric to a definition: its labels with what they hold, the edges they would make, and done. */
export function GuidedMapping({ idPrefix, definition, uid, onChange }: GuidedMappingProps) {
  const [metric, setMetric] = useState('');
  const [sample, setSample] = useState<MetricSample>();
  useEffect(() => {
    if (!isMetricName(metric)) {
      return undefined;
    }
    const asked = from(getDataSourceSrv().get({ uid })).pipe(
      mergeMap((api) => sampleMetric(metric, api, Date.now(), DEFAULT_TIMEOUT_SECONDS * 1000))
    );
    const subscription = asked.subscribe({
      next: setSample,
      error: () => setSample({ failure: { upstream: uid, message: `Grafana has no data source “${uid}”.` } }),
    });
    return () => subscription.unsubscribe();
  }, [metric, uid]);
  const problem = problemOf(metric, sample);
  return (
    <Stack direction="column" gap={0.5}>
      <InlineFieldRow>
        <InlineField
          label="Metric"
          labelWidth={LABEL_WIDTH}
          grow
          tooltip="A counter, or the _count of a histogram, with a label for each end of the call."
        >
          <DraftInput
            id={`${idPrefix}-metric`}
            value={metric}
            placeholder="http_client_request_duration_seconds_count"
            onCommit={(text) => {
              setSample(undefined);
              setMetric(text.trim());
            }}
          />
        </InlineField>
      </InlineFieldRow>
      {problem && (
        <Text variant="bodySmall" color="warning">
          {problem}
        </Text>
      )}
      {sample && 'series' in sample && sample.series.length > 0 && (
        <GuidedLabels
          key={metric}
          idPrefix={idPrefix}
          series={sample.series}
          guess={guessMapping(sample.series)}
          onChoose={(choice) =>
            onChange(guidedDefinition(definition, { ...choice, metric, hasBuckets: sample.hasBuckets }))
          }
        />
      )}
    </Stack>
  );
}

function problemOf(metric: string, sample: MetricSample | undefined): string | undefined {
  if (metric !== '' && !isMetricName(metric)) {
    return 'That is no name of a metric. Write an expression of your own below, or the bare name here.';
  }
  if (sample && 'failure' in sample) {
    return sample.failure.message;
  }
  return sample && sample.series.length === 0 ? `There is no series of ${metric} now. Check its name.` : undefined;
}
