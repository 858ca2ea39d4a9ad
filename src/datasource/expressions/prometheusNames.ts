import type { PrometheusClient } from '@prometheus-io/codemirror-promql';
import { EqlRegex, EqlSingle, Neq, NeqRegex } from '@prometheus-io/lezer-promql';
import { escapeLabelValue, escapeRegex } from '../../upstream/prometheus/escape';
import type { AnswerMemory } from './answerMemory';
import { type AskResource, recentRange } from './askUpstream';
import { holdsVariable } from './templateVariables';

type Matcher = NonNullable<Parameters<PrometheusClient['labelValues']>[2]>[number];
type Metadata = Awaited<ReturnType<PrometheusClient['metricMetadata']>>;

/** The most names or values that are asked for at once. */
export const MOST_NAMES = 5_000;

/** A quote that would end a value early: the value was written between other quotes. */
const BARE_QUOTE = /(^|[^\\])(\\\\)*"/;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const OPERATORS: Readonly<Record<number, string>> = {
  [EqlSingle]: '=',
  [Neq]: '!=',
  [EqlRegex]: '=~',
  [NeqRegex]: '!~',
};

/**
 * Names of metrics, labels and values of the last hour, each asked once in a while. Never rejects: where the upstream
 * fails, there are none. What holds a template variable is left out of a question, which so finds more, never less.
 *
 * @param now milliseconds
 */
export function prometheusNames(ask: AskResource, memory: AnswerMemory, now: () => number): PrometheusClient {
  const list = (path: string, match: string | undefined, topic: string): Promise<string[]> =>
    memory.remember(
      `${path}?${match ?? ''}`,
      async () => {
        const { from, to } = recentRange(now());
        const range = { start: from / 1000, end: to / 1000, limit: MOST_NAMES };
        return textsOf(await ask(path, match === undefined ? range : { ...range, 'match[]': match }, topic));
      },
      []
    );
  const values = (label: string, match: string | undefined, topic: string) =>
    NAME.test(label) ? list(`api/v1/label/${label}/values`, match, topic) : Promise.resolve([]);
  return {
    labelNames: async (metric) => {
      const names = await list('api/v1/labels', selectorOf(metric, []), 'labels');
      return names.filter((name) => name !== '__name__');
    },
    labelValues: (label, metric, matchers = []) =>
      values(
        label,
        selectorOf(
          metric,
          matchers.filter(({ name }) => name !== label)
        ),
        'values'
      ),
    metricNames: async (typed = '') => {
      const names = await values('__name__', undefined, 'metrics');
      if (names.length < MOST_NAMES || typed === '' || holdsVariable(typed)) {
        return names;
      }
      return values('__name__', `{__name__=~"(?i).*${escapeRegex(typed)}.*"}`, 'search');
    },
    metricMetadata: () =>
      memory.remember(
        'api/v1/metadata',
        async () => metadataOf(await ask('api/v1/metadata', { limit: MOST_NAMES }, 'metadata')),
        {}
      ),
    series: async () => [],
    flags: async () => ({}),
  };
}

function selectorOf(metric: string | undefined, matchers: readonly Matcher[]): string | undefined {
  const written = [
    ...(metric && !holdsVariable(metric) ? [`__name__="${escapeLabelValue(metric)}"`] : []),
    ...matchers.flatMap(({ type, name, value }) => {
      const operator = OPERATORS[type];
      const isSure = operator && value !== '' && !holdsVariable(value) && !BARE_QUOTE.test(value);
      return isSure && NAME.test(name) ? [`${name}${operator}"${value}"`] : [];
    }),
  ];
  return written.length > 0 ? `{${written.join(',')}}` : undefined;
}

function dataOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : undefined;
}

function textsOf(answer: unknown): string[] {
  const data = dataOf(answer);
  return Array.isArray(data) ? data.filter((each) => typeof each === 'string') : [];
}

function metadataOf(answer: unknown): Metadata {
  const data = dataOf(answer);
  if (typeof data !== 'object' || data === null) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, entries]: [string, unknown]) => {
      const read = Array.isArray(entries) ? entries.flatMap(metadataEntry) : [];
      return read.length > 0 ? [[name, read]] : [];
    })
  );
}

function metadataEntry(entry: unknown): Metadata[string] {
  if (typeof entry !== 'object' || entry === null) {
    return [];
  }
  const type: unknown = 'type' in entry ? entry.type : undefined;
  const help: unknown = 'help' in entry ? entry.help : undefined;
  return typeof type === 'string' && typeof help === 'string' ? [{ type, help }] : [];
}
