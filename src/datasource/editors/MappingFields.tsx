import { InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import type { EdgeMapping, EndpointMapping, LatencyUnit } from '../../core/model/definition';
import type { QueryDefinition } from '../types';
import { put, without } from './changes';
import { DraftInput } from './DraftFields';
import { LABEL_WIDTH, SHORT_FIELD_WIDTH } from './style';
import { listOf } from './texts';

const LATENCY_UNITS: ReadonlyArray<{ value: LatencyUnit; label: string }> = [
  { value: 's', label: 'seconds' },
  { value: 'ms', label: 'milliseconds' },
];

export interface MappingFieldsProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  readonly onChange: (definition: QueryDefinition) => void;
}

function withField<Key extends keyof EndpointMapping>(
  mapping: EndpointMapping,
  key: Key,
  value: EndpointMapping[Key] | ''
): EndpointMapping {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? without(mapping, key) : { ...mapping, [key]: value };
}

function withLabel(mapping: EdgeMapping, key: 'classLabel' | 'protocolLabel', label: string): EdgeMapping {
  return label === '' ? without(mapping, key) : { ...mapping, [key]: label };
}

interface EndpointRowProps {
  readonly idPrefix: string;
  readonly title: 'Source' | 'Target';
  readonly mapping: EndpointMapping;
  readonly onChange: (mapping: EndpointMapping) => void;
  readonly examples: { readonly label: string; readonly constant: string; readonly group: string };
}

function EndpointRow({ idPrefix, title, mapping, onChange, examples }: EndpointRowProps) {
  return (
    <InlineFieldRow>
      <InlineField
        label={`${title} label`}
        labelWidth={LABEL_WIDTH}
        tooltip={`The label that holds the name of the ${title === 'Source' ? 'caller' : 'called service'}. Several, separated by commas, are tried in order; {namespace}/{app} joins labels.`}
      >
        <DraftInput
          id={`${idPrefix}-label`}
          width={SHORT_FIELD_WIDTH}
          value={[mapping.label ?? '', ...(mapping.fallbackLabels ?? [])].filter((label) => label !== '').join(', ')}
          placeholder={examples.label}
          onCommit={(text) => {
            const [label, ...others] = listOf(text);
            onChange(put(put(mapping, 'label', label), 'fallbackLabels', others.length > 0 ? others : undefined));
          }}
        />
      </InlineField>
      <InlineField
        label="or else"
        tooltip="The name to use where the label is missing or empty. Leave it empty to skip such series."
      >
        <DraftInput
          id={`${idPrefix}-constant`}
          ariaLabel={`${title} name where the label is missing`}
          width={SHORT_FIELD_WIDTH}
          value={mapping.constant ?? ''}
          placeholder={examples.constant}
          onCommit={(text) => onChange(withField(mapping, 'constant', text.trim()))}
        />
      </InlineField>
      <InlineField
        label="in groups"
        grow
        tooltip="Labels of the groups it is in, the outermost first. They become the levels to drill into."
      >
        <DraftInput
          id={`${idPrefix}-groups`}
          ariaLabel={`${title} group labels`}
          value={(mapping.groupLabels ?? []).join(', ')}
          placeholder={mapping.group ? `always ${mapping.group.join(' / ')}` : examples.group}
          onCommit={(text) => onChange(withField(mapping, 'groupLabels', listOf(text)))}
        />
      </InlineField>
    </InlineFieldRow>
  );
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
