import type { QueryEditorProps } from '@grafana/data';
import { InlineField, InlineFieldRow, Select, Stack, Text } from '@grafana/ui';
import React from 'react';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import type { TrafficApi, TrafficJsonData, TrafficQuery, UpstreamReference } from '../types';
import { readVariableQuery } from '../variables/readVariableQuery';
import { listsNeighbours, type TrafficVariableQuery, type VariableList } from '../variables/variableQuery';
import { DefinitionList } from './DefinitionList';
import { DraftInput } from './DraftFields';
import { LABEL_WIDTH } from './style';

export type VariableEditorProps = QueryEditorProps<TrafficApi, TrafficQuery, TrafficJsonData, TrafficVariableQuery>;

const LISTS: ReadonlyArray<{ value: VariableList; label: string; description: string }> = [
  { value: 'services', label: 'Services', description: 'Names of services' },
  { value: 'namespaces', label: 'Namespaces', description: 'The innermost groups, such as “shop”' },
  { value: 'groups', label: 'Groups', description: 'All groups by their path, such as “eu/shop”' },
  { value: 'edges', label: 'Edges', description: 'Such as “web → cart”' },
  { value: 'callers', label: 'Callers of', description: 'Who calls the services that match' },
  { value: 'callees', label: 'Called by', description: 'Whom the services that match call' },
];

function tooltipOf(list: VariableList): string {
  const what = listsNeighbours(list) ? 'the whole name of the service' : 'the whole path of the group, such as eu/.*';
  return `A regular expression over ${what}. Variables such as $service work, and are escaped.`;
}

/** The query as it can be edited; one that cannot be read is shown as a new one, with the reason. */
function readable(query: unknown, upstreams: readonly UpstreamReference[]): [TrafficVariableQuery, string?] {
  try {
    return [readVariableQuery(query, upstreams)];
  } catch (error) {
    return [{ refId: 'variable' }, error instanceof Error ? error.message : String(error)];
  }
}

/** Edits the query of a dashboard variable: what it lists, and where that is read from. */
export function VariableEditor({ datasource, query, onChange }: VariableEditorProps) {
  const upstreams = datasource.settings.upstreams ?? [];
  const [read, problem] = readable(query, upstreams);
  const { refId, list = 'services', match, definitions = [SIMULATED_DEFINITION] } = read;
  const change = (changed: Partial<TrafficVariableQuery>) =>
    onChange({ refId, list, ...(match && { match }), definitions, ...changed });
  return (
    <Stack direction="column" gap={1}>
      {problem !== undefined && (
        <Text element="p" color="warning" variant="bodySmall">
          {problem}
        </Text>
      )}
      <InlineFieldRow>
        <InlineField label="List" labelWidth={LABEL_WIDTH}>
          <Select
            inputId="traffic-variable-list"
            width={24}
            options={[...LISTS]}
            value={list}
            onChange={(option) => option.value && change({ list: option.value })}
          />
        </InlineField>
        <InlineField label={listsNeighbours(list) ? 'Service' : 'In group'} tooltip={tooltipOf(list)} grow>
          <DraftInput
            id="traffic-variable-match"
            value={match ?? ''}
            placeholder={listsNeighbours(list) ? '$service' : 'any'}
            onCommit={(text) => change({ match: text.trim() || undefined })}
          />
        </InlineField>
      </InlineFieldRow>
      <DefinitionList
        idPrefix="traffic-variable"
        definitions={definitions}
        defaults={upstreams}
        onChange={(changed) => change({ definitions: changed })}
      />
    </Stack>
  );
}
