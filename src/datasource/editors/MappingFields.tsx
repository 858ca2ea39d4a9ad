import { InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import type { EdgeMapping, LatencyUnit } from '../../core/model/definition';
import type { QueryDefinition } from '../types';
import { without } from './changes';
import { DraftInput } from './DraftFields';
import { EndpointRow } from './EndpointRow';
import { LABEL_WIDTH, SHORT_FIELD_WIDTH } from './style';

const LATENCY_UNITS: ReadonlyArray<{ value: LatencyUnit; label: string }> = [
  { value: 's', label: 'seconds' },
  { value: 'ms', label: 'milliseconds' },
];

export interface MappingFieldsProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  readonly onChange: (definition: QueryDefinition) => void;
}

function withLabel(mapping: EdgeMapping, key: 'classLabel' | 'protocolLabel', label: string): EdgeMapping {
  return label === '' ? without(mapping, key) : { ...mapping, [key]: label };
}

/** Which labels (or parts of a Graphite path) name the two ends, the class and the protocol. */
export function MappingFields({ idPrefix, definition, onChange }: MappingFieldsProps) {
  const { mapping, pathPattern, latencyUnit, kind } = definition;
  const change = (next: EdgeMapping) => onChange({ ...definition, mapping: next });
  return (
    <>
      {kind === 'graphite' && (
        <InlineField
          label="Path pattern"
          labelWidth={LABEL_WIDTH}
          grow
          tooltip="Names the parts of a dotted path, which then serve as labels; * skips a part. Leave it empty for tagged series."
        >
          <DraftInput
            id={`${idPrefix}-path`}
            value={pathPattern ?? ''}
            placeholder="stats.*.{source}.upstream.{target}.{class}.*"
            onCommit={(text) =>
              onChange(
                text.trim() === '' ? without(definition, 'pathPattern') : { ...definition, pathPattern: text.trim() }
              )
            }
          />
        </InlineField>
      )}
      <EndpointRow
        idPrefix={`${idPrefix}-source`}
        title="Source"
        mapping={mapping.source}
        onChange={(source) => change({ ...mapping, source })}
        examples={{ label: 'client', constant: 'Internet', group: 'cluster, source_namespace' }}
      />
      <EndpointRow
        idPrefix={`${idPrefix}-target`}
        title="Target"
        mapping={mapping.target}
        onChange={(target) => change({ ...mapping, target })}
        examples={{ label: 'server', constant: 'unknown', group: 'cluster, target_namespace' }}
      />
      <InlineFieldRow>
        <InlineField
          label="Class label"
          labelWidth={LABEL_WIDTH}
          tooltip="The label with the status of a request. It decides colour and shape, and what counts as an error."
        >
          <DraftInput
            id={`${idPrefix}-class`}
            width={SHORT_FIELD_WIDTH}
            value={mapping.classLabel ?? ''}
            placeholder="status_code"
            onCommit={(text) => change(withLabel(mapping, 'classLabel', text.trim()))}
          />
        </InlineField>
        <InlineField label="Protocol label" tooltip="Tells apart edges between the same two services.">
          <DraftInput
            id={`${idPrefix}-protocol`}
            width={SHORT_FIELD_WIDTH}
            value={mapping.protocolLabel ?? ''}
            placeholder="protocol"
            onCommit={(text) => change(withLabel(mapping, 'protocolLabel', text.trim()))}
          />
        </InlineField>
        <InlineField label="Latency in">
          <RadioButtonGroup
            aria-label="Unit of latency"
            options={[...LATENCY_UNITS]}
            value={latencyUnit ?? 's'}
            onChange={(unit) => onChange({ ...definition, latencyUnit: unit })}
          />
        </InlineField>
      </InlineFieldRow>
    </>
  );
}
