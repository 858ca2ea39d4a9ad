import React from 'react';
import { AddButton } from '../../browser/ListButtons';
import { useEditedList } from '../../browser/useEditedList';
import type { QueryDefinition, UpstreamReference } from '../types';
import { addNamed, duplicateDefinition, emptyDefinition, replaceDefinition } from './changes';
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
  const { rows, addId } = useEditedList(idPrefix, definitions, onChange);
  const readFrom = ({ kind, uid }: UpstreamReference) => onChange([emptyDefinition('traffic', kind, uid)]);
  const add = () => {
    const { kind, uid } = defaults[0] ?? { kind: 'prometheus', uid: '' };
    onChange(addNamed(definitions, emptyDefinition('traffic', kind, uid), 'id'));
  };
  return (
    <>
      {rows.map((row, index) => (
        <DefinitionCard
          key={row.id}
          row={row}
          defaults={defaults}
          onChange={(changed) => onChange(replaceDefinition(definitions, index, changed))}
          onDuplicate={() => onChange(duplicateDefinition(definitions, index))}
        />
      ))}
      <UpstreamOffer definitions={definitions} onChoose={readFrom} />
      <div>
        <AddButton id={addId} onClick={add}>
          Add definition
        </AddButton>
      </div>
    </>
  );
}
