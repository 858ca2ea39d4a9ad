import { InlineField, InlineFieldRow, InlineSwitch, Stack } from '@grafana/ui';
import React from 'react';
import { DEFAULT_LIMITS, type GraphShape, type TrafficLimits } from '../../core/model/shape';
import { orNothing, put } from './changes';
import { DraftInput } from './DraftFields';
import { HubFields } from './HubFields';
import { KindRules } from './KindRules';
import { SHORT_FIELD_WIDTH, WIDE_LABEL_WIDTH } from './style';
import { numberOrNothing, wholeOrNothing } from './texts';

const LIMITS: ReadonlyArray<{ readonly key: keyof TrafficLimits; readonly label: string; readonly tooltip: string }> = [
  { key: 'edges', label: 'edges', tooltip: 'Those with the highest rates are kept, and a notice tells their share.' },
  { key: 'series', label: 'series', tooltip: 'Of one expression. Those with the largest values are kept.' },
  { key: 'samples', label: 'samples', tooltip: 'Of one expression: series × steps. The latest are kept.' },
];

export interface GraphEditorProps {
  readonly idPrefix: string;
  readonly shape: GraphShape | undefined;
  /** Undefined where nothing is left to do. */
  readonly onChange: (shape: GraphShape | undefined) => void;
}

/** What becomes of the graph as a whole: kinds, idle edges, hubs, crowds of external nodes, limits. */
export function GraphEditor({ idPrefix, shape = {}, onChange }: GraphEditorProps) {
  const { joinHosts = true, kinds, keepIdleSeconds, hubs, externals, limits = {} } = shape;
  const change = <Key extends keyof GraphShape>(key: Key, value: GraphShape[Key] | undefined) =>
    onChange(orNothing(put(shape, key, value)));
  const number = (
    key: string,
    label: string,
    value: number | undefined,
    placeholder: string,
    commit: (text: string) => void,
    suffix?: string
  ) => (
    <DraftInput
      id={`${idPrefix}-${key}`}
      ariaLabel={label}
      type="number"
      width={SHORT_FIELD_WIDTH / 1.5}
      suffix={suffix}
      value={value === undefined ? '' : String(value)}
      placeholder={placeholder}
      onCommit={commit}
    />
  );
  return (
    <Stack direction="column" gap={0}>
      <InlineFieldRow>
        <InlineField
          label="Idle edges stay"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="How long an edge stays on the map after its last request. Empty: as long as it is in the time range."
        >
          {number(
            'idle',
            'Idle edges stay',
            keepIdleSeconds,
            'always',
            (text) => change('keepIdleSeconds', numberOrNothing(text, 0)),
            's'
          )}
        </InlineField>
        <InlineField
          label="External nodes"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="The most external nodes of a group; those with fewer requests are drawn as one, “others”."
        >
          {number('externals', 'External nodes', externals, 'all', (text) => {
            const most = numberOrNothing(text, 0);
            change('externals', most === undefined ? undefined : Math.trunc(most));
          })}
        </InlineField>
        <InlineField
          label="Join hosts"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="A host such as orders.shop is the known service orders, so that what callers and services report meets."
        >
          <InlineSwitch
            id={`${idPrefix}-join`}
            value={joinHosts}
            onChange={() => change('joinHosts', joinHosts ? false : undefined)}
          />
        </InlineField>
      </InlineFieldRow>
      <HubFields idPrefix={idPrefix} hubs={hubs} onChange={(changed) => change('hubs', changed)} />
      <InlineFieldRow>
        {LIMITS.map(({ key, label, tooltip }, index) => (
          <InlineField
            key={key}
            label={index === 0 ? `At most, ${label}` : label}
            labelWidth={index === 0 ? WIDE_LABEL_WIDTH : undefined}
            tooltip={tooltip}
          >
            {number(`limit-${key}`, `Limit of ${label}`, limits[key], String(DEFAULT_LIMITS[key]), (text) => {
              change('limits', orNothing(put(limits, key, wholeOrNothing(text))));
            })}
          </InlineField>
        ))}
      </InlineFieldRow>
      <KindRules idPrefix={`${idPrefix}-kind`} rules={kinds} onChange={(changed) => change('kinds', changed)} />
    </Stack>
  );
}
