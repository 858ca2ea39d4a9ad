import { Box, InlineField, Text } from '@grafana/ui';
import React from 'react';
import { DEFAULT_CLASSES, type NodeMetricDefinition } from '../../core/model/definition';
import type { WrittenRule } from '../../core/model/threshold';
import { mainExpression } from '../../upstream/request';
import { presetById } from '../presets';
import type { QueryDefinition, UpstreamReference } from '../types';
import { asksDataSource } from '../upstreams';
import { applyPreset, put, without } from './changes';
import { ClassesEditor } from './ClassesEditor';
import { DraftInput } from './DraftFields';
import { ExpressionFields } from './ExpressionFields';
import { GuidedMapping } from './GuidedMapping';
import { GuidedTarget } from './GuidedTarget';
import { MappingFields } from './MappingFields';
import { NamesEditor } from './NamesEditor';
import { NodeMetricsEditor } from './NodeMetricsEditor';
import { PasteFields } from './PasteFields';
import { PresetFinder } from './PresetFinder';
import { Section } from './Section';
import { SimulationFields } from './SimulationFields';
import { LABEL_WIDTH } from './style';
import { ThresholdsEditor } from './ThresholdsEditor';
import { UpstreamFields } from './UpstreamFields';

export interface DefinitionEditorProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  readonly defaults: readonly UpstreamReference[];
  readonly onChange: (definition: QueryDefinition) => void;
}

const NO_RULES: readonly WrittenRule[] = [];
const NO_METRICS: readonly NodeMetricDefinition[] = [];

/** One definition: where it asks, what it asks, and how the answer becomes edges. */
export function DefinitionEditor({ idPrefix, definition, defaults, onChange }: DefinitionEditorProps) {
  const upstream = upstreamOf(definition, defaults);
  const preset = presetById(definition.preset);
  return (
    <>
      <UpstreamFields idPrefix={idPrefix} definition={definition} defaults={defaults} onChange={onChange} />
      {upstream && (
        <Box marginBottom={0.5}>
          <PresetFinder
            key={upstream.uid}
            upstream={upstream}
            looksAtOnce={mainExpression(definition.expressions) === undefined}
            onChoose={(preset) => onChange(applyPreset(definition, preset))}
          />
        </Box>
      )}
      {preset && (
        <Text element="p" color="secondary" variant="bodySmall">
          {preset.enable ? `${preset.pitfalls} To be turned on: ${preset.enable}` : preset.pitfalls}
        </Text>
      )}
      {definition.kind === 'simulated' ? (
        <SimulationFields
          idPrefix={idPrefix}
          definition={definition}
          onChange={(simulation) => onChange({ ...definition, simulation })}
        />
      ) : definition.kind === 'pasted' ? (
        <PasteFields
          idPrefix={idPrefix}
          definition={definition}
          onChange={(pasted) => onChange({ ...definition, pasted })}
        />
      ) : definition.kind === 'vizceral' ? (
        <InlineField
          label="Path"
          labelWidth={LABEL_WIDTH}
          tooltip="Below the address of Vizceral data in the settings of this data source; asked for with each refresh."
          grow
        >
          <DraftInput
            id={`${idPrefix}-path`}
            value={definition.path ?? ''}
            placeholder="traffic/now.json"
            onCommit={(text) => onChange(put(definition, 'path', text.trim() || undefined))}
          />
        </InlineField>
      ) : (
        <>
          {upstream?.kind === 'prometheus' && (
            <Section label="Start from a metric of your own">
              <GuidedMapping
                idPrefix={`${idPrefix}-guided`}
                definition={definition}
                uid={upstream.uid}
                onChange={onChange}
              />
            </Section>
          )}
          {upstream?.kind === 'graphite' && (
            <Section label="Start from paths of your own">
              <GuidedTarget
                idPrefix={`${idPrefix}-guided`}
                definition={definition}
                uid={upstream.uid}
                onChange={onChange}
              />
            </Section>
          )}
          <ExpressionFields
            idPrefix={idPrefix}
            definition={definition}
            upstream={upstream}
            onChange={(expressions) => onChange({ ...definition, expressions })}
          />
          <MappingFields idPrefix={idPrefix} definition={definition} onChange={onChange} />
          <Section label={`Metrics of services (${definition.nodeMetrics?.length ?? 0})`}>
            <NodeMetricsEditor
              idPrefix={`${idPrefix}-metrics`}
              kind={definition.kind}
              upstream={upstream}
              metrics={definition.nodeMetrics ?? NO_METRICS}
              onChange={(metrics) => onChange(put(definition, 'nodeMetrics', metrics.length > 0 ? metrics : undefined))}
            />
          </Section>
          <Section label={`Names (${namesTold(definition)})`}>
            <NamesEditor idPrefix={`${idPrefix}-names`} definition={definition} onChange={onChange} />
          </Section>
          <Section label={`Classes of requests (${(definition.classes ?? DEFAULT_CLASSES).length})`}>
            <ClassesEditor
              idPrefix={`${idPrefix}-classes`}
              classes={definition.classes}
              onChange={(classes) => onChange(classes ? { ...definition, classes } : without(definition, 'classes'))}
            />
          </Section>
        </>
      )}
      <Section label={`Alert thresholds of this definition (${definition.thresholds?.length ?? 0})`}>
        <ThresholdsEditor
          idPrefix={`${idPrefix}-threshold`}
          rules={definition.thresholds ?? NO_RULES}
          onChange={(thresholds) =>
            onChange(thresholds.length > 0 ? { ...definition, thresholds } : without(definition, 'thresholds'))
          }
          hint="For what this definition sees, and tried before the thresholds of the whole query."
        />
      </Section>
    </>
  );
}

/** What changes names, in a word or two, so that the section need not be opened to know. */
function namesTold({ naming = {} }: QueryDefinition): string {
  const { rules = [], hosts } = naming;
  const others = naming.missing !== undefined || naming.addresses !== undefined || naming.split !== undefined;
  const parts = [
    ...(hosts ? ['from hosts'] : []),
    ...(rules.length > 0 ? [`${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`] : []),
    ...(others ? [hosts || rules.length > 0 ? 'more' : 'changed'] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'as labels say';
}

/** The data source that a definition asks, its own or the default of its kind; undefined where there is none to ask. */
function upstreamOf(
  { kind, upstream }: QueryDefinition,
  defaults: readonly UpstreamReference[]
): UpstreamReference | undefined {
  if (!asksDataSource(kind)) {
    return undefined;
  }
  return upstream === '' ? defaults.find((each) => each.kind === kind) : { kind, uid: upstream };
}
