import type { ScopedVars } from '@grafana/data';
import type { EndpointMapping } from '../../core/model/definition';
import type { QueryDefinition } from '../types';

/** Grafana's `getTemplateSrv().replace`. */
export type ReplaceVariables = (text: string, scopedVars: ScopedVars, format?: string) => string;

function endpoint(mapping: EndpointMapping, text: (value: string) => string): EndpointMapping {
  return {
    ...mapping,
    ...(mapping.label !== undefined && { label: text(mapping.label) }),
    ...(mapping.constant !== undefined && { constant: text(mapping.constant) }),
    ...(mapping.groupLabels && { groupLabels: mapping.groupLabels.map(text) }),
    ...(mapping.group && { group: mapping.group.map(text) }),
  };
}

/**
 * Replaces template variables in the fields that this data source reads itself.
 *
 * Expressions stay as they are: the upstream replaces variables in them with the escaping of its own language, and
 * resolves `$__rate_interval`. Regular expressions get values escaped as such.
 */
export function interpolateDefinition(
  definition: QueryDefinition,
  scopedVars: ScopedVars,
  replace: ReplaceVariables
): QueryDefinition {
  const text = (value: string) => replace(value, scopedVars, 'csv');
  const pattern = (value: string) => replace(value, scopedVars, 'regex');
  const { source, target, classLabel, protocolLabel } = definition.mapping;
  return {
    ...definition,
    upstream: replace(definition.upstream, scopedVars),
    mapping: {
      source: endpoint(source, text),
      target: endpoint(target, text),
      ...(classLabel !== undefined && { classLabel: text(classLabel) }),
      ...(protocolLabel !== undefined && { protocolLabel: text(protocolLabel) }),
    },
    ...(definition.pathPattern !== undefined && { pathPattern: text(definition.pathPattern) }),
    ...(definition.classes && {
      classes: definition.classes.map((entry) => ({
        ...entry,
        ...(entry.match !== undefined && { match: pattern(entry.match) }),
      })),
    }),
  };
}
