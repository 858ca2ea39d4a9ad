import type { QueryEditorProps } from '@grafana/data';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { completeQuery } from '../query/completeQuery';
import type { TrafficDataSource } from '../TrafficDataSource';
import type { QueryDefinition, TrafficJsonData, TrafficQuery } from '../types';
import { addDefinition, duplicateDefinition, emptyDefinition, moveBy, removeAt, replaceAt } from './changes';
import { DefinitionCard } from './DefinitionCard';

export type TrafficQueryEditorProps = QueryEditorProps<TrafficDataSource, TrafficQuery, TrafficJsonData>;

/** Edits one query: its definitions in order of preference, how they merge, and the thresholds that go with them. */
export function QueryEditor({ datasource, query, onChange, onRunQuery }: TrafficQueryEditorProps) {
  const { definitions } = completeQuery(query);
  const defaults = datasource.settings.upstreams ?? [];
  const change = (changed: Partial<TrafficQuery>) => {
    onChange({ ...query, ...changed });
    onRunQuery();
  };
  const changeDefinitions = (changed: readonly QueryDefinition[]) => change({ definitions: changed });
  const firstUpstream = defaults[0] ?? { kind: 'prometheus', uid: '' };
  return (
    <Stack direction="column" gap={1}>
      {definitions.map((definition, index) => (
        <DefinitionCard
          key={definition.id}
          idPrefix={`traffic-${query.refId}-${index}`}
          definition={definition}
          defaults={defaults}
          isFirst={index === 0}
          isLast={index === definitions.length - 1}
          onChange={(changed) => changeDefinitions(replaceAt(definitions, index, changed))}
          onMove={(by) => changeDefinitions(moveBy(definitions, index, by))}
          onDuplicate={() => changeDefinitions(duplicateDefinition(definitions, index))}
          onRemove={() => changeDefinitions(removeAt(definitions, index))}
        />
      ))}
      <div>
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          onClick={() =>
            changeDefinitions(
              addDefinition(definitions, emptyDefinition('traffic', firstUpstream.kind, firstUpstream.uid))
            )
          }
        >
          Add definition
        </Button>
      </div>
    </Stack>
  );
}
