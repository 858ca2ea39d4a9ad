import { record, text } from '../../core/model/json';
import { anchoredPattern } from '../../core/model/pattern';
import type { QueryDefinition } from '../types';
import type { PromvizConnection, PromvizContent } from './promvizConnections';

/** What of a configuration could not be taken, or is to be seen to, in whole sentences. */
export function tellImport(
  { connections, withoutQuery, levelFields }: PromvizContent,
  taken: readonly PromvizConnection[],
  definitions: readonly QueryDefinition[]
): readonly string[] {
  const hidden = definitions.filter((definition) => definition.hidden).length;
  return [
    ...told(withoutQuery, 'connection without a query was left out', 'connections without a query were left out'),
    ...told(
      connections.length - taken.length,
      `connection beyond the first ${taken.length} was left out`,
      `connections beyond the first ${taken.length} were left out`
    ),
    ...told(
      hidden,
      'connection between clusters is not asked, since those of services tell its traffic; switch it on if they do not',
      'connections between clusters are not asked, since those of services tell their traffic; switch them on if they do not'
    ),
    ...tellUpstreams(taken),
    ...tellRules(taken, definitions),
    ...tellFields([...levelFields, ...taken.flatMap(fieldsOf)]),
  ];
}

function told(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}.`];
}

/** Whom promviz asked, by hosts: an address may hold a password. */
function tellUpstreams(taken: readonly PromvizConnection[]): readonly string[] {
  const hosts = new Set(taken.flatMap(({ fields }) => hostOf(text(fields.prometheusURL)) ?? []));
  return hosts.size === 0
    ? []
    : [
        `promviz asked ${[...hosts].join(', ')}: choose the data source of Grafana that stands for it in each definition.`,
      ];
}

function hostOf(address: string): string | undefined {
  try {
    return new URL(address).host || undefined;
  } catch {
    return undefined;
  }
}

function tellRules(taken: readonly PromvizConnection[], definitions: readonly QueryDefinition[]): readonly string[] {
  const patterns = definitions.flatMap(({ naming, classes = [] }) => [
    ...(naming?.rules ?? []).map(({ match }) => match),
    ...classes.flatMap(({ match }) => match ?? []),
  ]);
  const broken = new Set(patterns.filter((pattern) => anchoredPattern(pattern) === undefined));
  return [
    ...(taken.some(renamesItsEndsApart)
      ? ['Renaming rules hold for both ends of a connection, the one of the source first; look at the names.']
      : []),
    ...[...broken].map((pattern) => `“${pattern}” is no regular expression that a browser knows; correct it.`),
  ];
}

function renamesItsEndsApart({ fields }: PromvizConnection): boolean {
  const source = record(fields.source) ?? {};
  const target = record(fields.target) ?? {};
  return (
    text(source.label) !== '' &&
    text(target.label) !== '' &&
    (text(source.regex) !== text(target.regex) || text(source.replacement) !== text(target.replacement))
  );
}

const UNDERSTOOD = new Set([
  ...['graphName', 'globalLevel', 'clusterLevel', 'clusters', 'cluster', 'name', 'clusterConnections'],
  ...['serviceConnections', 'query', 'prometheusURL', 'source', 'target', 'status', 'label', 'regex', 'replacement'],
  ...['warningRegex', 'dangerRegex', 'notices'],
]);

const MOST_FIELDS = 20;

/** Particles are scaled by what flows, so that a most volume has nothing to say. */
function tellFields(fields: readonly string[]): readonly string[] {
  const unknown = [...new Set(fields)].filter((field) => !UNDERSTOOD.has(field)).slice(0, MOST_FIELDS);
  return unknown.length === 0 ? [] : [`Left out: ${unknown.join(', ')}.`];
}

function fieldsOf({ fields }: PromvizConnection): readonly string[] {
  const parts = [fields, record(fields.source), record(fields.target), record(fields.status)];
  return parts.flatMap((each) => Object.keys(each ?? {}));
}
