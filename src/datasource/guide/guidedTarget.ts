import type { QueryDefinition } from '../types';
import { guessMapping, type MappingGuess } from './labelCandidates';
import { placeOf, type TargetSeries } from './targetSeries';

/** What the values of a target are: requests per second, a counter that only grows, or requests of an interval. */
export type TargetValues = 'rate' | 'counter' | 'interval';

/** What a person chose for a Graphite target of their own. */
export interface TargetChoice {
  readonly target: string;
  readonly values: TargetValues;
  readonly source: string;
  /** The label of the called service. */
  readonly called: string;
  readonly classLabel?: string;
  /** Other tags or parts, whose values stay on edges. Absent: none. */
  readonly keepLabels?: readonly string[];
}

const STATUS = /^(?:[1-5]\d\d|[1-5]xx|ok|success|errors?|fail(?:ed|ure)?)$/i;
/** What a tag may be made of to stand in quotes in a target. */
const PLAIN_TAG = /^[^'"\\]+$/;

/** Which tags or parts could name caller, called service and status. Of a path, the parts that vary, in their order. */
export function guessTarget({ isTagged, series }: TargetSeries): MappingGuess {
  const guess = guessMapping(series);
  if (isTagged) {
    return guess;
  }
  const labels = [...guess.labels].sort((a, b) => (placeOf(a.name) ?? 0) - (placeOf(b.name) ?? 0));
  const held = (label: string) => [...new Set(series.map((parts) => parts[label]))];
  const varying = labels.filter(({ values }) => values > 1).map(({ name }) => name);
  const classLabel = varying.find((label) => held(label).every((value) => STATUS.test(value)));
  const [source, target] = varying.filter((label) => label !== classLabel);
  return { labels, telling: varying, source, target, classLabel };
}

/** Values of what is written are guessed from the last part of the path, as statsd and Dropwizard write it. */
export function guessValues(target: string): TargetValues {
  if (/perSecond\(|scaleToSeconds\(|\.(?:rate|m1_rate|mean_rate)\b/.test(target)) {
    return 'rate';
  }
  return /\.count\b/.test(target) ? 'interval' : 'rate';
}

/** `stats.*.{source}.upstream.{target}.rate`: chosen parts are named, those that all paths share are written out. */
function patternOf(series: TargetSeries['series'], names: ReadonlyMap<string, string>): string {
  return Object.keys(series[0] ?? {})
    .sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0))
    .map((label) => {
      const named = names.get(label);
      const text = series[0][label];
      const isShared = !/[{}*\s,]/.test(text) && series.every((parts) => parts[label] === text);
      return named === undefined ? (isShared ? text : '*') : `{${named}}`;
    })
    .join('.');
}

function perSecond(target: string, values: TargetValues): string {
  switch (values) {
    case 'rate':
      return target;
    case 'counter':
      return `perSecond(${target})`;
    case 'interval':
      return `scaleToSeconds(${target}, 1)`;
  }
}

/** Whether a target tells bytes rather than requests, by its name. */
function tellsBytes(target: string): boolean {
  return /(?<![a-z])(?:bytes|octets)(?![a-z])/i.test(target);
}

/** A definition filled in for a Graphite target of one's own. Graphite sums tagged series that make the same edge. */
export function guidedTarget(definition: QueryDefinition, sample: TargetSeries, choice: TargetChoice): QueryDefinition {
  const { source, called, classLabel, keepLabels = [] } = choice;
  const kept = keepLabels.filter((label) => ![source, called, classLabel].includes(label));
  const name = tellsBytes(choice.target) ? 'bytes' : 'requests';
  const asked = perSecond(choice.target, choice.values);
  const keeping = kept.length > 0 ? { keepLabels: kept } : {};
  const base = { id: definition.id, kind: definition.kind, upstream: definition.upstream };
  if (sample.isTagged) {
    const tags = [source, called, ...(classLabel ? [classLabel] : []), ...kept];
    // Graphite groups by no tag that some series lack.
    const hasAll = kept.every((tag) => sample.series.every((labels) => Object.hasOwn(labels, tag)));
    const groups = hasAll && tags.every((tag) => PLAIN_TAG.test(tag)) && !/\bgroupByTags\(/.test(asked);
    const list = tags.map((tag) => `'${tag}'`).join(', ');
    return {
      ...base,
      expressions: { [name]: groups ? `groupByTags(${asked}, 'sum', ${list})` : asked },
      mapping: { source: { label: source }, target: { label: called }, ...(classLabel && { classLabel }) },
      ...keeping,
    };
  }
  const names = new Map([
    ...kept.map((part) => [part, part] as const),
    [source, 'source'],
    [called, 'target'],
    ...(classLabel ? [[classLabel, 'class'] as const] : []),
  ]);
  return {
    ...base,
    expressions: { [name]: asked },
    pathPattern: patternOf(sample.series, names),
    mapping: { source: { label: 'source' }, target: { label: 'target' }, ...(classLabel && { classLabel: 'class' }) },
    ...keeping,
  };
}
