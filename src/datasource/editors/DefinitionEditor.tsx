import { Text } from '@grafana/ui';
import React from 'react';
import { DEFAULT_CLASSES } from '../../core/model/definition';
import { presetById } from '../presets';
import type { QueryDefinition, UpstreamReference } from '../types';
import { without } from './changes';
import { ClassesEditor } from './ClassesEditor';
import { ExpressionFields } from './ExpressionFields';
import { MappingFields } from './MappingFields';
import { Section } from './Section';
import { SimulationFields } from './SimulationFields';
import { UpstreamFields } from './UpstreamFields';

export interface DefinitionEditorProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  readonly defaults: readonly UpstreamReference[];
  readonly onChange: (definition: QueryDefinition) => void;
}

/** One definition: where it asks, what it asks, and how the answer becomes edges. */
export function DefinitionEditor({ idPrefix, definition, defaults, onChange }: DefinitionEditorProps) {
  const pitfalls = presetById(definition.preset)?.pitfalls;
  return (
    <>
      <UpstreamFields idPrefix={idPrefix} definition={definition} defaults={defaults} onChange={onChange} />
      {pitfalls && (
        <Text element="p" color="secondary" variant="bodySmall">
          {pitfalls}
        </Text>
      )}
      {definition.kind === 'simulated' ? (
        <SimulationFields
          idPrefix={idPrefix}
          definition={definition}
          onChange={(simulation) => onChange({ ...definition, simulation })}
        />
      ) : (
        <>
          <ExpressionFields
            idPrefix={idPrefix}
            definition={definition}
            onChange={(expressions) => onChange({ ...definition, expressions })}
          />
          <MappingFields idPrefix={idPrefix} definition={definition} onChange={onChange} />
          <Section label={`Classes of requests (${(definition.classes ?? DEFAULT_CLASSES).length})`}>
            <ClassesEditor
              idPrefix={`${idPrefix}-classes`}
              classes={definition.classes}
              onChange={(classes) => onChange(classes ? { ...definition, classes } : without(definition, 'classes'))}
            />
          </Section>
        </>
      )}
    </>
  );
}
