import type { DataSourceInstanceSettings } from '@grafana/data';
import { DataSourcePicker } from '@grafana/runtime';
import { InlineField, InlineFieldRow, Select } from '@grafana/ui';
import React from 'react';
import type { UpstreamKind } from '../../core/model/definition';
import { PRESETS, presetById } from '../presets';
import type { QueryDefinition, UpstreamReference } from '../types';
import { asksDataSource, DELEGATED_UPSTREAMS, delegatedUpstream } from '../upstreams';
import { applyPreset, changeKind } from './changes';
import { LABEL_WIDTH } from './style';

const KIND_OPTIONS: ReadonlyArray<{ value: UpstreamKind; label: string }> = [
  ...DELEGATED_UPSTREAMS.map(({ kind, label }) => ({ value: kind, label })),
  { value: 'vizceral', label: 'Vizceral JSON' },
  { value: 'pasted', label: 'Pasted JSON' },
  { value: 'simulated', label: 'Simulated' },
];

export interface UpstreamFieldsProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  /** Upstreams of the data source's settings: what a new choice of a kind starts with. */
  readonly defaults: readonly UpstreamReference[];
  readonly onChange: (definition: QueryDefinition) => void;
}

/** Where a definition asks, and in whose naming. */
export function UpstreamFields({ idPrefix, definition, defaults, onChange }: UpstreamFieldsProps) {
  const { kind } = definition;
  const defaultUid = (wanted: UpstreamKind) => defaults.find((each) => each.kind === wanted)?.uid ?? '';
  const preset = presetById(definition.preset);
  return (
    <InlineFieldRow>
      <InlineField label="Read from" labelWidth={LABEL_WIDTH}>
        <Select
          inputId={`${idPrefix}-kind`}
          width={18}
          options={[...KIND_OPTIONS]}
          value={kind}
          onChange={(option) =>
            option.value && onChange(changeKind(definition, option.value, defaultUid(option.value)))
          }
        />
      </InlineField>
      {asksDataSource(kind) && (
        <>
          <InlineField
            label="Data source"
            htmlFor={`${idPrefix}-upstream`}
            tooltip="An existing data source of this Grafana. It is asked with its own credentials."
            grow
          >
            <DataSourcePicker
              inputId={`${idPrefix}-upstream`}
              type={[...delegatedUpstream(kind).pluginIds]}
              variables
              noDefault
              placeholder={
                defaultUid(kind)
                  ? 'Default of this data source'
                  : `Choose a ${delegatedUpstream(kind).label} data source`
              }
              current={definition.upstream || null}
              onChange={(chosen: DataSourceInstanceSettings) => onChange({ ...definition, upstream: chosen.uid })}
            />
          </InlineField>
          <InlineField
            label="Preset"
            tooltip="Fills in expressions and mapping as a known system names its metrics."
            grow
          >
            <Select
              inputId={`${idPrefix}-preset`}
              options={PRESETS.filter((each) => each.kind === kind).map((each) => ({
                value: each.id,
                label: each.label,
                description: each.needs,
              }))}
              value={preset ? preset.id : null}
              placeholder="Own metrics"
              onChange={(option) => {
                const chosen = presetById(option.value);
                if (chosen) {
                  onChange(applyPreset(definition, chosen));
                }
              }}
            />
          </InlineField>
        </>
      )}
    </InlineFieldRow>
  );
}
