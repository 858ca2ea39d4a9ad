import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { installTemplates } from '../testSupport/standIns';
import { createAnswerMemory } from './answerMemory';
import { promqlCompletion } from './promqlCompletion';
import { PROMQL } from './promqlLanguage';
import { MOST_NAMES, prometheusNames } from './prometheusNames';

const NOW = Date.UTC(2026, 0, 5, 10, 0, 30);

interface Asked {
  readonly path: string;
  readonly match?: string | number;
}

/** A Prometheus that answers these paths, and what it was asked. */
function upstream(answers: Readonly<Record<string, unknown>>) {
  const asked: Asked[] = [];
  const names = prometheusNames(
    async (path, { 'match[]': match }) => {
      asked.push({ path, ...(match !== undefined && { match }) });
      if (!(path in answers)) {
        throw new Error('502');
      }
      return { status: 'success', data: answers[path] };
    },
    createAnswerMemory({ now: () => NOW }),
    () => NOW
  );
  return { asked, names };
}

/** What is offered where `|` stands. */
async function offered(text: string, { names }: Pick<ReturnType<typeof upstream>, 'names'>, explicit = false) {
  const pos = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: PROMQL });
  const context = new CompletionContext(state, pos, explicit);
  const results = await Promise.all(promqlCompletion(names).map((source) => source(context)));
  const found = results.filter((result): result is CompletionResult => result !== null);
  return found.flatMap(({ options }) => options.map(({ label }) => label));
}

const NAMES = 'api/v1/label/__name__/values';

beforeEach(() => installTemplates((text) => text));

describe('completion of PromQL', () => {
  it('offers metrics with their help beside functions and aggregations', async () => {
    const prometheus = upstream({
      [NAMES]: ['http_requests_total', 'up'],
      'api/v1/metadata': { http_requests_total: [{ type: 'counter', help: '<b>All</b>', unit: '' }], up: 'odd' },
    });
    const labels = await offered('sum(rate(htt|', prometheus);
    expect(labels).toEqual(expect.arrayContaining(['http_requests_total', 'up', 'rate', 'sum']));
    expect(prometheus.asked.map(({ path }) => path)).toEqual([NAMES, 'api/v1/metadata']);
    expect(await prometheus.names.metricMetadata()).toEqual({
      http_requests_total: [{ type: 'counter', help: '<b>All</b>' }],
    });
    await offered('sum(rate(http_requests_total[5m])) / up|', prometheus);
    expect(prometheus.asked).toHaveLength(2);
  });

  it('offers labels of the metric, and values as the other matchers narrow them', async () => {
    const prometheus = upstream({ 'api/v1/labels': ['__name__', 'job', 'zone'], 'api/v1/label/zone/values': ['eu'] });
    expect(await offered('up{j|}', prometheus)).toEqual(['job', 'zone']);
    expect(await offered('sum by (|) (rate(up[5m]))', prometheus, true)).toEqual(['job', 'zone']);
    expect(await offered('up{job!~"a\\\\.b", cluster="$cluster", team=\'"\', zone="|"}', prometheus)).toEqual(['eu']);
    expect(prometheus.asked).toEqual([
      { path: 'api/v1/labels', match: '{__name__="up"}' },
      { path: 'api/v1/label/zone/values', match: '{__name__="up",job!~"a\\\\.b"}' },
    ]);
  });

  it('offers operators behind a bracket that closes only when they are asked for', async () => {
    const prometheus = upstream({});
    expect(await offered('sum(up)|', prometheus)).toEqual([]);
    expect(await offered('rate(up[5m])|', prometheus)).toEqual([]);
    expect(await offered('sum(up) b|', prometheus)).toContain('by');
    expect(await offered('sum(up)|', prometheus, true)).toEqual(expect.arrayContaining(['by', 'and', '/']));
  });

  it('keeps offering the language where the upstream is down, or is none', async () => {
    const down = upstream({});
    expect(await offered('sum(ra|', down)).toContain('rate');
    expect(await down.names.labelNames('up')).toEqual([]);
    const odd = upstream({ [NAMES]: 'nonsense' });
    expect(await odd.names.metricNames('u')).toEqual([]);
  });

  it('searches where there are more metrics than fit, with what was typed taken literally', async () => {
    const many = Array.from({ length: MOST_NAMES }, (_, index) => `metric_${index}`);
    const prometheus = upstream({ [NAMES]: many });
    await prometheus.names.metricNames('a.b"');
    expect(prometheus.asked.at(-1)?.match).toBe('{__name__=~"(?i).*a\\\\.b\\".*"}');
  });

  it('asks about no label whose name is none', async () => {
    const prometheus = upstream({});
    expect(await prometheus.names.labelValues('a/../b')).toEqual([]);
    expect(prometheus.asked).toEqual([]);
  });

  it('offers template variables, and windows in an empty bracket', async () => {
    const none = upstream({});
    expect(await offered('rate(up[$__r|])', none)).toContain('$__rate_interval');
    expect(await offered('rate(up[|])', none)).toEqual(['$__rate_interval', '$__interval', '$__range']);
    expect(await offered('rate(up[${__r|}])', none)).toContain('${__rate_interval}');
    expect(await offered('rate(up[$__r|])', none)).not.toContain('rate');
  });
});
