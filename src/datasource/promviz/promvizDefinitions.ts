import type { EndpointMapping, MergeRule, TrafficClass } from '../../core/model/definition';
import { list, record, text, type JsonRecord } from '../../core/model/json';
import type { NameRule } from '../../core/model/naming';
import type { ThresholdRule } from '../../core/model/threshold';
import { addNamed } from '../editors/changes';
import type { QueryDefinition } from '../types';
import { promvizConnections, type PromvizConnection } from './promvizConnections';
import { anchoredByItself, placesOf } from './promvizPatterns';
import { tellImport } from './tellImport';

/** What became of a promviz configuration. */
export interface PromvizImport {
  readonly definitions: readonly QueryDefinition[];
  /** How promviz joins connections between the same two nodes. */
  readonly merge: MergeRule;
  /** What could not be taken, or is to be seen to, in whole sentences. */
  readonly left: readonly string[];
}

/** A file of hundreds of connections is generated, and asks as many queries at each refresh. */
export const MOST_CONNECTIONS = 100;

/**
 * Makes definitions of a parsed promviz configuration, one a connection; undefined where it is none.
 *
 * Connections between clusters are kept, but not asked where there are connections between services: those tell the same
 * traffic, and no request is to count twice.
 */
export function promvizDefinitions(data: unknown): PromvizImport | undefined {
  const content = promvizConnections(data);
  if (content === undefined) {
    return undefined;
  }
  const taken = content.connections.slice(0, MOST_CONNECTIONS);
  const hasServices = taken.some(({ cluster }) => cluster !== undefined);
  const definitions = taken.reduce<readonly QueryDefinition[]>(
    (before, each) => addNamed(before, definitionOf(each, hasServices && each.cluster === undefined), 'id'),
    []
  );
  return { definitions, merge: 'sum', left: tellImport(content, taken, definitions) };
}

function definitionOf({ fields, name, cluster }: PromvizConnection, hidden: boolean): QueryDefinition {
  const status = record(fields.status) ?? {};
  const classLabel = text(status.label);
  const rules = [...ruleOf(fields.source), ...ruleOf(fields.target)];
  const isNew = ({ match, name: given }: NameRule, place: number): boolean =>
    rules.findIndex((each) => each.match === match && each.name === given) === place;
  const thresholds = list(fields.notices).flatMap(thresholdOf);
  return {
    id: name,
    kind: 'prometheus',
    upstream: '',
    expressions: { requests: text(fields.query).trim() },
    mapping: {
      source: endpointOf(fields.source, cluster),
      target: endpointOf(fields.target, cluster),
      ...(classLabel !== '' && { classLabel }),
    },
    ...(rules.length > 0 && { naming: { rules: rules.filter(isNew) } }),
    ...(classLabel !== '' && { classes: classesOf(status) }),
    ...(thresholds.length > 0 && { thresholds }),
    ...(hidden && { hidden: true }),
  };
}

/** Without a label, the replacement is the name, of one who is in no cluster, such as "INTERNET". */
function endpointOf(end: unknown, cluster: string | undefined): EndpointMapping {
  const { label, replacement } = record(end) ?? {};
  return text(label) === ''
    ? { constant: text(replacement) || 'unnamed' }
    : { label: text(label), ...(cluster !== undefined && { group: [cluster] }) };
}

function ruleOf(end: unknown): readonly NameRule[] {
  const { label, regex, replacement } = record(end) ?? {};
  if (text(label) === '' || (text(regex) === '' && text(replacement) === '')) {
    return [];
  }
  return [{ match: anchoredByItself(text(regex) || '(.*)'), name: placesOf(text(replacement) || '$1') }];
}

/** In the order in which promviz tries them: what is of danger is no warning. */
function classesOf({ warningRegex, dangerRegex }: JsonRecord): readonly TrafficClass[] {
  const classOf = (severity: 'warning' | 'danger', regex: unknown): readonly TrafficClass[] =>
    text(regex) === '' ? [] : [{ name: severity, severity, match: anchoredByItself(text(regex)) }];
  return [
    { name: 'normal', severity: 'normal' },
    ...classOf('danger', dangerRegex),
    ...classOf('warning', warningRegex),
  ];
}

/** A notice of connections compares the part of the requests that are of a class with limits. */
function thresholdOf(notice: unknown): readonly ThresholdRule[] {
  const { statusType, severityThreshold, threshold, severity } = record(notice) ?? {};
  const limits = record(severityThreshold) ?? { [severity === 2 ? 'error' : 'warning']: threshold };
  const warning = limitOf(limits.warning);
  const danger = limitOf(limits.error);
  if ((warning ?? danger) === undefined || (statusType !== 'danger' && statusType !== 'warning')) {
    return [];
  }
  return [
    {
      scope: 'edge',
      ...(statusType === 'danger'
        ? { metric: 'errorRatio' as const }
        : { metric: 'classRatio' as const, className: 'warning' }),
      direction: 'above',
      ...(warning !== undefined && { warning }),
      ...(danger !== undefined && { danger }),
    },
  ];
}

function limitOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
