import type { QueryEditorProps } from '@grafana/data';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { DEFAULT_THRESHOLDS } from '../../core/thresholds';
import { completeQuery, isAnswerable } from '../query/completeQuery';
import type { TrafficDataSource } from '../TrafficDataSource';
import type { QueryDefinition, TrafficJsonData, TrafficQuery, UpstreamReference } from '../types';
import { addNamed, duplicateDefinition, emptyDefinition, moveBy, put, removeAt, replaceDefinition } from './changes';
import { AlertsEditor } from './AlertsEditor';
import { DefinitionCard } from './DefinitionCard';
import { GraphEditor } from './GraphEditor';
import { MergeFields } from './MergeFields';
import { RecordingRules } from './RecordingRules';
import { Section } from './Section';
import { StatusStrip } from './StatusStrip';
import { ThresholdsEditor } from './ThresholdsEditor';
import { UpstreamOffer } from './UpstreamOffer';

export type TrafficQueryEditorProps = QueryEditorProps<TrafficDataSource, TrafficQuery, TrafficJsonData>;

/** Edits one query: its definitions in order of preference, how they merge, and the thresholds that go with them. */
export function QueryEditor({ datasource, query, data, onChange, onRunQuery }: TrafficQueryEditorProps) {
  const request = completeQuery(query, datasource.settings.resolution);
  const { definitions, thresholds } = request;
  const defaults = datasource.settings.upstreams ?? [];
  const idPrefix = `traffic-${query.refId}`;
  const change = (changed: Partial<TrafficQuery>) => {
    onChange({ ...query, ...changed });
    onRunQuery();
  };
  const changeDefinitions = (changed: readonly QueryDefinition[]) => change({ definitions: changed });
  const readFrom = ({ kind, uid }: UpstreamReference) => changeDefinitions([emptyDefinition('traffic', kind, uid)]);
  const add = () => {
    const { kind, uid } = defaults[0] ?? { kind: 'prometheus', uid: '' };
    changeDefinitions(addNamed(definitions, emptyDefinition('traffic', kind, uid), 'id'));
  };
  return (
    <Stack direction="column" gap={1}>
      {definitions.map((definition, index) => (
        <DefinitionCard
          key={index}
          idPrefix={`${idPrefix}-${index}`}
          definition={definition}
          defaults={defaults}
          isFirst={index === 0}
          isLast={index === definitions.length - 1}
          onChange={(changed) => changeDefinitions(replaceDefinition(definitions, index, changed))}
          onMove={(by) => changeDefinitions(moveBy(definitions, index, by))}
          onDuplicate={() => changeDefinitions(duplicateDefinition(definitions, index))}
          onRemove={() => changeDefinitions(removeAt(definitions, index))}
        />
      ))}
      <UpstreamOffer definitions={definitions} onChoose={readFrom} />
      <div>
        <Button variant="secondary" size="sm" icon="plus" onClick={add}>
          Add definition
        </Button>
      </div>
      <MergeFields idPrefix={idPrefix} request={request} resolution={query.resolution} onChange={change} />
      <Section label={`Graph (${query.shape ? 'shaped' : 'as it is'})`}>
        <GraphEditor
          idPrefix={`${idPrefix}-graph`}
          shape={query.shape}
          onChange={(shape) => {
            onChange(put(query, 'shape', shape));
            onRunQuery();
          }}
        />
      </Section>
      <Section label={`Alert thresholds (${thresholds.length})`}>
        <ThresholdsEditor
          idPrefix={`${idPrefix}-threshold`}
          rules={thresholds}
          onChange={(changed) => change({ thresholds: changed })}
          hint="Of the rules for the same metric, the first that matches holds. Panels may override them."
          defaults={DEFAULT_THRESHOLDS}
        />
      </Section>
      <Section label={`Alerts (${query.alerts?.sources.length ?? 0})`}>
        <AlertsEditor
          idPrefix={`${idPrefix}-alerts`}
          settings={query.alerts}
          onChange={(alerts) => change({ alerts })}
        />
      </Section>
      <Section label="Recording rules">
        <RecordingRules idPrefix={`${idPrefix}-recording`} definitions={definitions} onChange={changeDefinitions} />
      </Section>
      <StatusStrip data={data} refId={query.refId} asks={definitions.some(isAnswerable)} />
    </Stack>
  );
}
