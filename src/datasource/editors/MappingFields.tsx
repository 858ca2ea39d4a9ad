import { InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import type { EdgeMapping, LatencyUnit } from '../../core/model/definition';
import type { QueryDefinition } from '../types';
import { put, without } from './changes';
import { DraftInput } from './DraftFields';
import { EndpointRow } from './EndpointRow';
import { LABEL_WIDTH, SHORT_FIELD_WIDTH } from './style';
import { listOf } from './texts';

const LATENCY_UNITS: ReadonlyArray<{ value: LatencyUnit; label: string }> = [
  { value: 's', label: 'seconds' },
  { value: 'ms', label: 'milliseconds' },
];

const KEEP_TOOLTIP =
  'Labels whose values stay on edges, and on services where their metrics have them: details show them, and thresholds match on them. The expressions must keep them too, as in sum by (client, server, version): add them to “by” where a preset wrote the expression.';

const KEEP_TOOLTIPS: Readonly<Partial<Record<QueryDefinition['kind'], string>>> = {
  graphite:
    'Tags, or parts that the path pattern names, whose values stay on edges, and on services where their metrics have them: details show them, and thresholds match on them. The targets must keep them too: add tags to groupByTags where a preset wrote the target.',
};

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
      <InlineField label="Keep labels" labelWidth={LABEL_WIDTH} grow tooltip={KEEP_TOOLTIPS[kind] ?? KEEP_TOOLTIP}>
        <DraftInput
          id={`${idPrefix}-keep`}
          value={(definition.keepLabels ?? []).join(', ')}
          placeholder="none, such as version, team"
          onCommit={(text) => {
            const labels = [...new Set(listOf(text))];
            onChange(put(definition, 'keepLabels', labels.length > 0 ? labels : undefined));
          }}
        />
      </InlineField>
    </>
  );
}
