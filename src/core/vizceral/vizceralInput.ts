import type { DeriveInput } from '../derive/deriveTraffic';
import {
  DEFAULT_CLASSES,
  type ClassSeverity,
  type EndpointMapping,
  type TrafficClass,
  type TrafficDefinition,
} from '../model/definition';
import { anchoredPattern, literalPattern } from '../model/pattern';
import type { Labels } from '../model/series';
import { MOST_CLASSES } from './limits';
import type { VizceralContent, VizceralService } from './readVizceral';

/** Kinds by Vizceral's `node_type`. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['storage', 'database'],
  ['pipe', 'queue'],
  ['users', 'user'],
]);

/** What Vizceral data says, as the answer to a definition: the same at each of the times. */
export function vizceralInput(
  definition: TrafficDefinition,
  content: VizceralContent,
  times: Float64Array
): DeriveInput {
  const { edges } = content;
  const levels = edges.reduce((most, { source, target }) => Math.max(most, source.path.length, target.path.length), 0);
  const classes = classesIn(content);
  const names = new Set(classes.map(({ name }) => name));
  const labels: Labels[] = [];
  const rates: number[] = [];
  for (const { source, target, rates: byClass } of edges) {
    const ends = { ...labelsOf('source', source), ...labelsOf('target', target) };
    for (const [name, rate] of byClass) {
      labels.push({ ...ends, class: names.has(name) ? name : severityOf(name) });
      rates.push(rate);
    }
  }
  const values = new Float64Array(rates.length * times.length);
  rates.forEach((rate, row) => values.fill(rate, row * times.length, (row + 1) * times.length));
  return {
    definition: {
      ...definition,
      classes,
      mapping: { source: mappingOf('source', levels), target: mappingOf('target', levels), classLabel: 'class' },
    },
    tables: { requests: { labels, times, values } },
  };
}

function labelsOf(side: string, { path, name, type }: VizceralService): Labels {
  const groups = path.map((part, level) => [groupLabel(side, level), part]);
  return { ...Object.fromEntries(groups), [side]: name, [kindLabel(side)]: KINDS.get(type) ?? '' };
}

function mappingOf(side: string, levels: number): EndpointMapping {
  const groupLabels = Array.from({ length: levels }, (_, level) => groupLabel(side, level));
  return { label: side, groupLabels, kindLabel: kindLabel(side) };
}

function groupLabel(side: string, level: number): string {
  return `${side}_group_${level}`;
}

function kindLabel(side: string): string {
  return `${side}_kind`;
}

/** Vizceral's own classes, and those that the data has beside them. */
function classesIn({ edges }: VizceralContent): readonly TrafficClass[] {
  const own = new Set(DEFAULT_CLASSES.map(({ name }) => name));
  const others = [...new Set(edges.flatMap(({ rates }) => [...rates.keys()]))].filter((name) => !own.has(name));
  const classes = [...own, ...others.slice(0, MOST_CLASSES - own.size)];
  return classes.map((name) => ({
    name,
    severity: severityOf(name),
    ...(name !== 'normal' && { match: literalPattern(name) }),
  }));
}

/** By the words that are usual for classes of requests. */
function severityOf(name: string): ClassSeverity {
  return (
    DEFAULT_CLASSES.find(({ match }) => match !== undefined && anchoredPattern(match)?.test(name))?.severity ?? 'normal'
  );
}
