import type { ScopedVars } from '@grafana/data';
import type { EndpointMapping } from '../../core/model/definition';
import type { NameMapping } from '../../core/model/naming';
import type { GraphShape } from '../../core/model/shape';
import type { QueryDefinition } from '../types';

/** Grafana's `getTemplateSrv().replace`. */
export type ReplaceVariables = (text: string, scopedVars: ScopedVars, format?: string) => string;

function endpoint(mapping: EndpointMapping, text: (value: string) => string): EndpointMapping {
  return {
    ...mapping,
    ...(mapping.label !== undefined && { label: text(mapping.label) }),
    ...(mapping.fallbackLabels && { fallbackLabels: mapping.fallbackLabels.map(text) }),
    ...(mapping.constant !== undefined && { constant: text(mapping.constant) }),
    ...(mapping.groupLabels && { groupLabels: mapping.groupLabels.map(text) }),
    ...(mapping.group && { group: mapping.group.map(text) }),
    ...(mapping.kindLabel !== undefined && { kindLabel: text(mapping.kindLabel) }),
  };
}

function naming(
  mapping: NameMapping,
  text: (value: string) => string,
  pattern: (value: string) => string
): NameMapping {
  const { missing, rules, addresses, hosts } = mapping;
  return {
    ...mapping,
    ...(missing !== undefined && { missing: pattern(missing) }),
    ...(rules && {
      rules: rules.map((rule) => ({
        ...rule,
        match: rule.exact ? text(rule.match) : pattern(rule.match),
        ...(rule.name !== undefined && { name: text(rule.name) }),
        ...(rule.group !== undefined && { group: text(rule.group) }),
      })),
    }),
    ...(addresses && {
      addresses: {
        ...(addresses.publicName !== undefined && { publicName: text(addresses.publicName) }),
        ...(addresses.privateName !== undefined && { privateName: text(addresses.privateName) }),
      },
    }),
    ...(hosts && { hosts: { ...hosts, ...(hosts.suffixes && { suffixes: hosts.suffixes.map(text) }) } }),
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
    ...(definition.naming && { naming: naming(definition.naming, text, pattern) }),
    ...(definition.nodeMetrics && {
      nodeMetrics: definition.nodeMetrics.map((metric) => ({
        ...metric,
        name: text(metric.name),
        ...(metric.service && { service: endpoint(metric.service, text) }),
      })),
    }),
    ...(definition.keepLabels && { keepLabels: definition.keepLabels.flatMap((label) => text(label).split(',')) }),
    ...(definition.path !== undefined && { path: replace(definition.path, scopedVars, 'percentencode') }),
    ...(definition.pathPattern !== undefined && { pathPattern: text(definition.pathPattern) }),
    ...(definition.classes && {
      classes: definition.classes.map((entry) => ({
        ...entry,
        ...(entry.match !== undefined && { match: pattern(entry.match) }),
        ...(entry.labels && {
          labels: entry.labels.map(({ label, match }) => ({ label: text(label), match: pattern(match) })),
        }),
      })),
    }),
  };
}

/** Replaces template variables in what becomes of the graph as a whole; values in regular expressions are escaped. */
export function interpolateShape(shape: GraphShape, scopedVars: ScopedVars, replace: ReplaceVariables): GraphShape {
  const pattern = (value: string) => replace(value, scopedVars, 'regex');
  const { kinds, hubs } = shape;
  return {
    ...shape,
    ...(kinds && { kinds: kinds.map((rule) => ({ ...rule, match: pattern(rule.match) })) }),
    ...(hubs && { hubs: { ...hubs, ...(hubs.match !== undefined && { match: pattern(hubs.match) }) } }),
  };
}
