import type { Labels } from '../../core/model/series';

/** A label that series carry, with what it holds. */
export interface LabelCandidate {
  readonly name: string;
  /** The first few of its values. */
  readonly samples: readonly string[];
  readonly values: number;
}

/** What a label could be for, best guess first. */
export interface MappingGuess {
  readonly labels: readonly LabelCandidate[];
  /** Names of those that can tell edges apart, and so be worth keeping. */
  readonly telling: readonly string[];
  readonly source?: string;
  readonly target?: string;
  readonly classLabel?: string;
}

const SAMPLES = 3;
const HIDDEN = /^(__name__|le|quantile)$/;
/** In order of how sure the word is; the parts of a label's name are compared. */
const SOURCE_WORDS = ['source', 'src', 'client', 'caller', 'from', 'origin', 'application', 'app', 'service', 'job'];
const TARGET_WORDS = [
  'destination',
  'dst',
  'target',
  'server',
  'callee',
  'upstream',
  'to',
  'peer',
  'backend',
  'cluster',
];
const CLASS_WORDS = ['status', 'code', 'outcome', 'result', 'classification', 'class'];
const NAME_WORDS = ['workload', 'service', 'name', 'app', 'deployment', 'address', 'host'];
const GROUP_WORDS = ['namespace', 'cluster', 'region', 'zone', 'version', 'instance', 'pod', 'ip', 'id', 'principal'];

function wordsOf(label: string): readonly string[] {
  return label
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');
}

function score(label: string, wanted: readonly string[]): number {
  const words = wordsOf(label);
  const place = wanted.findIndex((word) => words.includes(word));
  if (place < 0) {
    return 0;
  }
  const naming = words.some((word) => NAME_WORDS.includes(word)) || words.length === 1 ? 2 : 0;
  const grouping = words.length > 1 && words.some((word) => GROUP_WORDS.includes(word)) ? 8 : 0;
  return (wanted.length - place) * 2 + naming - grouping;
}

function best(labels: readonly LabelCandidate[], wanted: readonly string[], taken?: string): string | undefined {
  const ranked = labels
    .filter(({ name }) => name !== taken)
    .map(({ name }) => ({ name, points: score(name, wanted) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  return ranked[0]?.name;
}

/** From the labels of some series of a metric: which of them could name caller, callee and status. */
export function guessMapping(series: readonly Labels[]): MappingGuess {
  const values = new Map<string, Set<string>>();
  for (const labels of series) {
    for (const [name, value] of Object.entries(labels)) {
      if (!HIDDEN.test(name) && value !== '') {
        values.set(name, (values.get(name) ?? new Set()).add(value));
      }
    }
  }
  const labels = [...values]
    .map(([name, held]) => ({ name, samples: [...held].slice(0, SAMPLES), values: held.size }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const target = best(labels, TARGET_WORDS);
  return {
    labels,
    telling: labels.map(({ name }) => name),
    target,
    source: best(labels, SOURCE_WORDS, target),
    classLabel: best(labels, CLASS_WORDS),
  };
}

/** Pairs of caller and callee in some series, each once, in the order they come. */
export function previewEdges(series: readonly Labels[], source: string, target: string): readonly string[] {
  const pairs = series.flatMap((labels) =>
    labels[source] && labels[target] ? [`${labels[source]} → ${labels[target]}`] : []
  );
  return [...new Set(pairs)];
}
