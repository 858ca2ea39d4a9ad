import { InlineField, InlineFieldRow, Select, Stack, Text, UnitPicker } from '@grafana/ui';
import React from 'react';
import { AddButton, RemoveButton } from '../../browser/ListButtons';
import { type EditedRow, useEditedList } from '../../browser/useEditedList';
import type { NodeMetricDefinition, NodeMetricKind, UpstreamKind } from '../../core/model/definition';
import type { UpstreamReference } from '../types';
import { orNothing, put, without } from './changes';
import { DraftInput } from './DraftFields';
import { EndpointRow } from './EndpointRow';
import { ExpressionField } from './ExpressionField';
import { ItemRow } from './ItemRow';
import { LABEL_WIDTH, SHORT_FIELD_WIDTH } from './style';

const KINDS: Array<{ value: NodeMetricKind; label: string; description: string }> = [
  { value: 'saturation', label: 'Saturation', description: 'How much is in use, 0–1: the largest series of a service' },
  { value: 'capacity', label: 'Capacity', description: 'Requests per second that it can serve: series add up' },
  { value: 'custom', label: 'Another', description: 'Anything, with a unit: the largest series of a service' },
];

/** What to write, by what answers and what is measured. */
const EXAMPLES: Readonly<Record<'prometheus' | 'graphite', Readonly<Record<NodeMetricKind, string>>>> = {
  prometheus: {
    saturation: 'max by (service) (rate(process_cpu_seconds_total[$__rate_interval]))',
    capacity: 'sum by (service) (worker_threads) * 20',
    custom: 'sum by (service) (queue_length)',
  },
  graphite: {
    saturation: 'stats.gauges.*.cpu.utilization',
    capacity: 'stats.gauges.*.requests.maximum',
    custom: 'stats.gauges.*.queue.length',
  },
};

const NAMES: Readonly<Record<NodeMetricKind, string>> = { saturation: 'CPU', capacity: 'capacity', custom: 'queue' };

export interface NodeMetricsEditorProps {
  readonly idPrefix: string;
  /** Of the upstream. */
  readonly kind: UpstreamKind;
  /** The data source that is asked, where it is known. */
  readonly upstream?: UpstreamReference;
  readonly metrics: readonly NodeMetricDefinition[];
  readonly onChange: (metrics: readonly NodeMetricDefinition[]) => void;
}

/** Metrics of services themselves, such as their CPU, beside those of the traffic between them. */
export function NodeMetricsEditor({ idPrefix, kind, upstream, metrics, onChange }: NodeMetricsEditorProps) {
  const { rows, addId, add } = useEditedList(idPrefix, metrics, onChange);
  return (
    <Stack direction="column" gap={1}>
      <Text element="p" color="secondary" variant="bodySmall">
        Shown in the details of a service, for alert thresholds, and, for a capacity, as the arc within its circle. They
        are joined to the services that the requests name.
      </Text>
      {rows.map((row) => (
        <NodeMetricFields key={row.id} row={row} kind={kind} upstream={upstream} />
      ))}
      <div>
        <AddButton id={addId} onClick={() => add({ kind: 'saturation', name: '', expression: '' })}>
          Add metric
        </AddButton>
      </div>
    </Stack>
  );
}

interface NodeMetricFieldsProps extends Pick<NodeMetricsEditorProps, 'kind' | 'upstream'> {
  readonly row: EditedRow<NodeMetricDefinition>;
}

function NodeMetricFields({ row, kind, upstream }: NodeMetricFieldsProps) {
  const { id, number, item: metric, replace } = row;
  const examples = EXAMPLES[kind === 'graphite' ? 'graphite' : 'prometheus'];
  return (
    <ItemRow name={`Metric ${number}`} actions={<RemoveButton row={row} tooltip={`Remove metric ${number}`} />}>
      <InlineFieldRow>
        <InlineField label="Metric" labelWidth={LABEL_WIDTH}>
          <Select
            inputId={`${id}-kind`}
            aria-label={`Kind of metric ${number}`}
            width={SHORT_FIELD_WIDTH}
            options={KINDS}
            value={metric.kind}
            onChange={({ value }) =>
              value && replace({ ...(value === 'custom' ? metric : without(metric, 'unit')), kind: value })
            }
          />
        </InlineField>
        <InlineField label="named" tooltip="As details show it, and as thresholds name it.">
          <DraftInput
            id={`${id}-name`}
            ariaLabel={`Name of metric ${number}`}
            width={SHORT_FIELD_WIDTH}
            value={metric.name}
            placeholder={NAMES[metric.kind]}
            onCommit={(text) => replace({ ...metric, name: text.trim() })}
          />
        </InlineField>
        {metric.kind === 'custom' && (
          <InlineField label="in">
            <UnitPicker
              // Spread, since Grafana 11.1 does not know it yet.
              {...{ id: `${id}-unit` }}
              width={SHORT_FIELD_WIDTH}
              value={metric.unit}
              onChange={(unit) => replace(put(metric, 'unit', unit === '' ? undefined : unit))}
            />
          </InlineField>
        )}
      </InlineFieldRow>
      <InlineField
        label="Expression"
        labelWidth={LABEL_WIDTH}
        grow
        tooltip="One series a service; several of one service go together."
      >
        <ExpressionField
          id={`${id}-expression`}
          label={`Expression of metric ${number}`}
          kind={kind}
          upstream={upstream}
          value={metric.expression}
          placeholder={examples[metric.kind]}
          onCommit={(text) => replace({ ...metric, expression: text })}
        />
      </InlineField>
      <EndpointRow
        idPrefix={`${id}-service`}
        title="Service"
        mapping={metric.service ?? {}}
        onChange={(service) => replace(put(metric, 'service', orNothing(service)))}
        examples={{ label: 'that of the target', constant: 'none', group: 'as the target' }}
      />
    </ItemRow>
  );
}
