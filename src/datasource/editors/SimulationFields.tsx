import { InlineField, InlineFieldRow, Select } from '@grafana/ui';
import React from 'react';
import { SCENARIO_NAMES, type ScenarioName } from '../../core/simulation';
import { DEFAULT_SCENARIO, type QueryDefinition, type SimulationChoice } from '../types';
import { without } from './changes';
import { DraftInput } from './DraftFields';
import { LABEL_WIDTH, SHORT_FIELD_WIDTH } from './style';

const DESCRIPTIONS: Readonly<Record<ScenarioName, string>> = {
  incidents: 'All incidents, one after another, within each hour',
  calm: 'Nothing goes wrong',
  'slow-database': 'A database gets slow, and its callers with it',
  'bad-deploy': 'A release answers with 5xx',
  'region-outage': 'A region loses its traffic',
  'retry-storm': 'Callers retry until the callee gives in',
  'vanished-service': 'A service stops being seen',
  small: 'Five services',
  large: 'Two thousand services',
  empty: 'No traffic at all',
};

export interface SimulationFieldsProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  readonly onChange: (simulation: SimulationChoice) => void;
}

/** What a simulated definition plays. */
export function SimulationFields({ idPrefix, definition, onChange }: SimulationFieldsProps) {
  const simulation: SimulationChoice = definition.simulation ?? { scenario: DEFAULT_SCENARIO };
  return (
    <InlineFieldRow>
      <InlineField
        label="Scenario"
        labelWidth={LABEL_WIDTH}
        tooltip="An invented company, so that you see a living map before you connect anything."
        grow
      >
        <Select
          inputId={`${idPrefix}-scenario`}
          options={SCENARIO_NAMES.map((name) => ({ value: name, label: name, description: DESCRIPTIONS[name] }))}
          value={simulation.scenario}
          onChange={(option) => option.value && onChange({ ...simulation, scenario: option.value })}
        />
      </InlineField>
      <InlineField label="Services" tooltip="How many services; empty for the scenario's own number.">
        <DraftInput
          id={`${idPrefix}-services`}
          type="number"
          width={SHORT_FIELD_WIDTH / 2}
          value={simulation.services === undefined ? '' : String(simulation.services)}
          placeholder="own"
          onCommit={(text) => {
            const services = Math.trunc(Number(text));
            onChange(services >= 2 ? { ...simulation, services } : without(simulation, 'services'));
          }}
        />
      </InlineField>
    </InlineFieldRow>
  );
}
