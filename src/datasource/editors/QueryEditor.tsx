import type { QueryEditorProps } from '@grafana/data';
import { Stack } from '@grafana/ui';
import React from 'react';
import { DEFAULT_THRESHOLDS } from '../../core/thresholds';
import { completeQuery, isAnswerable } from '../query/completeQuery';
import { soundQuery } from '../sound/soundQuery';
import type { QueryDefinition, TrafficApi, TrafficJsonData, TrafficQuery } from '../types';
import { AlertsEditor } from './AlertsEditor';
import { put } from './changes';
import { DefinitionList } from './DefinitionList';
import { GraphEditor } from './GraphEditor';
import { ImportPromviz } from './ImportPromviz';
import { LinksEditor } from './LinksEditor';
import { MergeFields } from './MergeFields';
import { RecordingRules } from './RecordingRules';
import { Section } from './Section';
import { StatusStrip } from './StatusStrip';
import { ThresholdsEditor } from './ThresholdsEditor';

export type TrafficQueryEditorProps = QueryEditorProps<TrafficApi, TrafficQuery, TrafficJsonData>;

/** Edits one query: its definitions in order of preference, how they merge, and the thresholds that go with them. */
export function QueryEditor({ datasource, query: written, data, onChange, onRunQuery }: TrafficQueryEditorProps) {
  const { query } = soundQuery(written);
  const request = completeQuery(query, datasource.settings.resolution);
  const { definitions, thresholds } = request;
  const idPrefix = `traffic-${query.refId}`;
  const change = (changed: Partial<TrafficQuery>) => {
    onChange({ ...query, ...changed });
    onRunQuery();
  };
  const changeDefinitions = (changed: readonly QueryDefinition[]) => change({ definitions: changed });
  return (
    <Stack direction="column" gap={1}>
      <DefinitionList
        idPrefix={idPrefix}
        definitions={definitions}
        defaults={datasource.settings.upstreams ?? []}
        onChange={changeDefinitions}
      />
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
      <Section label={`Links (${(query.links?.explore === false ? 0 : 1) + (query.links?.templates?.length ?? 0)})`}>
        <LinksEditor
          idPrefix={`${idPrefix}-links`}
          settings={query.links}
          onChange={(links) => {
            onChange(put(query, 'links', links));
            onRunQuery();
          }}
        />
      </Section>
      <Section label="Recording rules">
        <RecordingRules idPrefix={`${idPrefix}-recording`} definitions={definitions} onChange={changeDefinitions} />
      </Section>
      <Section label="Import from promviz">
        <ImportPromviz idPrefix={`${idPrefix}-promviz`} definitions={definitions} onChange={change} />
      </Section>
      <StatusStrip data={data} refId={query.refId} asks={definitions.some(isAnswerable)} />
    </Stack>
  );
}
