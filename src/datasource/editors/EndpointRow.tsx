import { InlineField, InlineFieldRow } from '@grafana/ui';
import React from 'react';
import type { EndpointMapping } from '../../core/model/definition';
import { put, without } from './changes';
import { DraftInput } from './DraftFields';
import { LABEL_WIDTH, SHORT_FIELD_WIDTH } from './style';
import { listOf } from './texts';

const ENDS = { Source: 'caller', Target: 'called service', Service: 'service' } as const;

function withField<Key extends keyof EndpointMapping>(
  mapping: EndpointMapping,
  key: Key,
  value: EndpointMapping[Key] | ''
): EndpointMapping {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? without(mapping, key) : { ...mapping, [key]: value };
}

export interface EndpointRowProps {
  readonly idPrefix: string;
  /** Begins the fields' names. */
  readonly title: keyof typeof ENDS;
  readonly mapping: EndpointMapping;
  readonly onChange: (mapping: EndpointMapping) => void;
  readonly examples: { readonly label: string; readonly constant: string; readonly group: string };
}

/** Which labels name a service, and its groups. */
export function EndpointRow({ idPrefix, title, mapping, onChange, examples }: EndpointRowProps) {
  return (
    <InlineFieldRow>
      <InlineField
        label={`${title} label`}
        labelWidth={LABEL_WIDTH}
        tooltip={`The label that holds the name of the ${ENDS[title]}. Several, separated by commas, are tried in order; {namespace}/{app} joins labels.`}
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
