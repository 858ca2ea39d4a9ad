import { InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { anchoredPattern } from '../../core/model/pattern';
import { FEWEST_HUB_CALLERS, type HubRule, type HubTreatment } from '../../core/model/shape';
import { put } from './changes';
import { DraftInput } from './DraftFields';
import { SHORT_FIELD_WIDTH, WIDE_LABEL_WIDTH } from './style';
import { numberOrNothing, textOrNothing } from './texts';

const TREATMENTS: ReadonlyArray<{ value: HubTreatment; label: string; description: string }> = [
  { value: 'callers', label: 'one edge each', description: 'One edge from one node that stands for all callers' },
  { value: 'hide', label: 'hidden', description: 'They and their edges are not drawn' },
];

export interface HubFieldsProps {
  readonly idPrefix: string;
  readonly hubs: HubRule | undefined;
  readonly onChange: (hubs: HubRule | undefined) => void;
}

/** Which services are called by nearly everybody, and what becomes of their edges. */
export function HubFields({ idPrefix, hubs, onChange }: HubFieldsProps) {
  const change = (part: Partial<HubRule>) => {
    const next: HubRule = { show: 'callers', ...hubs, ...part };
    const written = (['match', 'share'] as const).reduce((rule, key) => put(rule, key, rule[key]), next);
    onChange(written.match === undefined && written.share === undefined ? undefined : written);
  };
  const match = hubs?.match ?? '';
  return (
    <InlineFieldRow>
      <InlineField
        label="Hubs named"
        labelWidth={WIDE_LABEL_WIDTH}
        grow
        invalid={match !== '' && anchoredPattern(match) === undefined}
        error="This is no valid regular expression; no hub is found by name."
        tooltip="Services that nearly everybody calls, such as logging: their edges hide all others. A regular expression over the name."
      >
        <DraftInput
          id={`${idPrefix}-hub-match`}
          value={match}
          placeholder="logging|auth"
          onCommit={(text) => change({ match: textOrNothing(text) })}
        />
      </InlineField>
      <InlineField
        label="or called by over"
        tooltip={`The part of all services that call it; from ${FEWEST_HUB_CALLERS} callers up.`}
      >
        <DraftInput
          id={`${idPrefix}-hub-share`}
          ariaLabel="Hubs are called by over"
          type="number"
          width={SHORT_FIELD_WIDTH / 1.5}
          suffix="%"
          value={hubs?.share === undefined ? '' : String(Number((hubs.share * 100).toPrecision(12)))}
          placeholder="none"
          onCommit={(text) => {
            const percent = numberOrNothing(text, 0);
            change({ share: percent === undefined ? undefined : Math.min(1, percent / 100) });
          }}
        />
      </InlineField>
      {hubs && (
        <InlineField label="become">
          <RadioButtonGroup
            aria-label="What becomes of hubs"
            options={[...TREATMENTS]}
            value={hubs.show}
            onChange={(show) => change({ show })}
          />
        </InlineField>
      )}
    </InlineFieldRow>
  );
}
