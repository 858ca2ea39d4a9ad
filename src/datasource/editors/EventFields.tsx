import { InlineField, InlineFieldRow, InlineSwitch, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { DEFAULT_EVENT_SCOPES, type EventSettings } from '../annotations/types';
import { orNothing, put } from './changes';
import { LABEL_WIDTH } from './style';

type Scope = NonNullable<EventSettings['scopes']>[number];

const SCOPES: ReadonlyArray<{ readonly scope: Scope; readonly label: string }> = [
  { scope: 'node', label: 'Services' },
  { scope: 'edge', label: 'Edges' },
  { scope: 'group', label: 'Groups' },
];
const LEAST: ReadonlyArray<{ value: NonNullable<EventSettings['least']>; label: string; description: string }> = [
  { value: 'danger', label: 'Danger', description: 'Only what is in danger' },
  { value: 'warning', label: 'Warning', description: 'What is in warning or worse' },
];

export interface EventFieldsProps {
  readonly idPrefix: string;
  readonly settings: EventSettings | undefined;
  /** Undefined where nothing differs from the defaults. */
  readonly onChange: (settings: EventSettings | undefined) => void;
}

/** Which changes of the map become annotations. */
export function EventFields({ idPrefix, settings = {}, onChange }: EventFieldsProps) {
  const { scopes = DEFAULT_EVENT_SCOPES, least = 'danger', states = true, alerts = false } = settings;
  const change = <Key extends keyof EventSettings>(key: Key, value: EventSettings[Key] | undefined) =>
    onChange(orNothing(put(settings, key, value)));
  const toggle = (scope: Scope) =>
    change('scopes', scopes.includes(scope) ? scopes.filter((each) => each !== scope) : [...scopes, scope]);
  return (
    <InlineFieldRow role="group" aria-label="What becomes an annotation">
      {SCOPES.map(({ scope, label }) => (
        <InlineField key={scope} label={label} htmlFor={`${idPrefix}-${scope}`}>
          <InlineSwitch id={`${idPrefix}-${scope}`} value={scopes.includes(scope)} onChange={() => toggle(scope)} />
        </InlineField>
      ))}
      <InlineField label="From" labelWidth={LABEL_WIDTH / 2} tooltip="The least state that is told.">
        <RadioButtonGroup
          aria-label="Least state"
          options={[...LEAST]}
          value={least}
          onChange={(chosen) => change('least', chosen === 'danger' ? undefined : chosen)}
        />
      </InlineField>
      <InlineField label="States" htmlFor={`${idPrefix}-states`} tooltip="By the thresholds below.">
        <InlineSwitch
          id={`${idPrefix}-states`}
          value={states}
          onChange={() => change('states', states ? false : undefined)}
        />
      </InlineField>
      <InlineField
        label="Firing alerts"
        htmlFor={`${idPrefix}-alerts`}
        tooltip="Of the sources under Alerts below, on services, edges and groups of the map."
      >
        <InlineSwitch
          id={`${idPrefix}-alerts`}
          value={alerts}
          onChange={() => change('alerts', alerts ? undefined : true)}
        />
      </InlineField>
    </InlineFieldRow>
  );
}
