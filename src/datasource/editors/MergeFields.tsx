import { InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import type { MergeRule } from '../../core/model/definition';
import type { BaselineName, CompleteRequest, TrafficQuery } from '../types';
import { DraftInput } from './DraftFields';
import { LABEL_WIDTH, SHORT_FIELD_WIDTH, WIDE_LABEL_WIDTH } from './style';
import { wholeOrNothing } from './texts';

const RULES: ReadonlyArray<{ value: MergeRule; label: string; description: string }> = [
  { value: 'prefer', label: 'Prefer the first', description: 'The first definition that has the edge' },
  { value: 'sum', label: 'Sum', description: 'Rates add up: each definition sees a part of the requests' },
  { value: 'max', label: 'Larger', description: 'The larger of each metric' },
];

type TimeChoice = 'history' | 'instant';
const TIMES: ReadonlyArray<{ value: TimeChoice; label: string; description: string }> = [
  { value: 'history', label: 'History', description: 'The whole time range, for replay, courses and hold times' },
  {
    value: 'instant',
    label: 'Instant',
    description: 'Only what is now: much smaller answers, no replay, and thresholds take effect at once',
  },
];

const MEAN = 'mean' as const;
const BASELINES: ReadonlyArray<{ value: BaselineName | typeof MEAN; label: string; description: string }> = [
  { value: MEAN, label: 'Mean so far', description: 'The mean of the time range before' },
  { value: '1d', label: 'A day earlier', description: 'The same time of the day before' },
  { value: '1w', label: 'A week earlier', description: 'The same time of the week before' },
];

export interface MergeFieldsProps {
  readonly idPrefix: string;
  readonly request: CompleteRequest;
  /** The query's own; undefined where the data source's default serves. */
  readonly resolution: number | undefined;
  readonly onChange: (change: Pick<TrafficQuery, 'merge' | 'resolution' | 'instant' | 'baseline'>) => void;
}

/** How an edge of several definitions is joined (where there are several), how fine the time is cut, what is usual. */
export function MergeFields({ idPrefix, request, resolution, onChange }: MergeFieldsProps) {
  return (
    <InlineFieldRow>
      {request.definitions.length > 1 && (
        <InlineField
          label="Same edge twice"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="What is drawn where several definitions report the same edge."
        >
          <RadioButtonGroup
            aria-label="Same edge twice"
            options={[...RULES]}
            value={request.merge}
            onChange={(merge) => onChange({ merge })}
          />
        </InlineField>
      )}
      <InlineField
        label="Time"
        labelWidth={LABEL_WIDTH}
        tooltip="History asks for the whole time range. Instant asks for its end alone: there is no replay, hold times of thresholds are not waited for, and “rate against usual” needs an earlier day or week."
      >
        <RadioButtonGroup<TimeChoice>
          aria-label="Time"
          options={[...TIMES]}
          value={request.instant ? 'instant' : 'history'}
          onChange={(chosen) => onChange({ instant: chosen === 'instant' ? true : undefined })}
        />
      </InlineField>
      <InlineField
        label="Steps"
        labelWidth={LABEL_WIDTH}
        tooltip="The most steps that the time range is cut into: finer replay, larger answers."
      >
        <DraftInput
          id={`${idPrefix}-resolution`}
          type="number"
          width={SHORT_FIELD_WIDTH / 2}
          value={resolution === undefined ? '' : String(resolution)}
          placeholder={String(request.resolution)}
          onCommit={(text) => onChange({ resolution: wholeOrNothing(text) })}
        />
      </InlineField>
      <InlineField
        label="Usual rate"
        labelWidth={LABEL_WIDTH}
        tooltip="What “rate against usual” and the details compare with. An earlier time asks for requests once more."
      >
        <RadioButtonGroup
          aria-label="Usual rate"
          options={[...BASELINES]}
          value={request.baseline ?? MEAN}
          onChange={(chosen) => onChange({ baseline: chosen === MEAN ? undefined : chosen })}
        />
      </InlineField>
    </InlineFieldRow>
  );
}
