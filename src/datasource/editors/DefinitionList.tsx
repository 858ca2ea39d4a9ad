import { Button } from '@grafana/ui';
import React from 'react';
import { useListFocus } from '../../browser/useListFocus';
import type { QueryDefinition, UpstreamReference } from '../types';
import { addNamed, duplicateDefinition, emptyDefinition, moveBy, removeAt, replaceDefinition } from './changes';
import { DefinitionCard } from './DefinitionCard';
import { UpstreamOffer } from './UpstreamOffer';

export interface DefinitionListProps {
  readonly idPrefix: string;
  readonly definitions: readonly QueryDefinition[];
  /** Upstreams of the data source's settings. */
  readonly defaults: readonly UpstreamReference[];
  readonly onChange: (definitions: readonly QueryDefinition[]) => void;
}

/** Definitions in order of preference. */
export function DefinitionList({ idPrefix, definitions, defaults, onChange }: DefinitionListProps) {
  const focus = useListFocus(idPrefix, definitions);
  const readFrom = ({ kind, uid }: UpstreamReference) => onChange([emptyDefinition('traffic', kind, uid)]);
  const add = () => {
    const { kind, uid } = defaults[0] ?? { kind: 'prometheus', uid: '' };
    onChange(addNamed(definitions, emptyDefinition('traffic', kind, uid), 'id'));
  };
  return (
    <>
      {definitions.map((definition, index) => (
        <DefinitionCard
          key={index}
          idPrefix={`${idPrefix}-${index}`}
          definition={definition}
          defaults={defaults}
          index={index}
          focus={focus}
          isLast={index === definitions.length - 1}
          onChange={(changed) => onChange(replaceDefinition(definitions, index, changed))}
          onMove={(by) => {
            focus.moving(index, by);
            onChange(moveBy(definitions, index, by));
          }}
          onDuplicate={() => onChange(duplicateDefinition(definitions, index))}
          onRemove={() => {
            focus.removing(index);
            onChange(removeAt(definitions, index));
          }}
        />
      ))}
      <UpstreamOffer definitions={definitions} onChoose={readFrom} />
      <div>
        <Button id={focus.addId} variant="secondary" size="sm" icon="plus" onClick={add}>
          Add definition
        </Button>
      </div>
    </>
  );
}
