import { sendToCarbon } from '../../demo/carbon/sendToCarbon';
import { remoteWrite } from '../../demo/history/remoteWrite';
import type { Labels } from '../../src/core/model/series';
import { emptyDefinition } from '../../src/datasource/editors/changes';
import { guidedDefinition } from '../../src/datasource/guide/guidedDefinition';
import { guessTarget, guessValues, guidedTarget } from '../../src/datasource/guide/guidedTarget';
import { guessMapping, previewEdges } from '../../src/datasource/guide/labelCandidates';
import { tellApart } from '../../src/datasource/guide/targetSeries';
import type { QueryDefinition } from '../../src/datasource/types';
import { readTraffic, type ReadTraffic } from '../support/readTraffic';
import { SERVER_WINDOW, testServers } from '../support/servers';

// From series of somebody's own, as a real server lists them, to labels, to a definition, to edges with true rates.

jest.setTimeout(60_000);

const MINUTE = 60_000;
const END = SERVER_WINDOW.toMs;
const STEP = 15_000;
const FLUSH = 10_000;

/** Requests per second by caller, called service and status, seen by two pods each. */
const CALLS = Object.freeze([
  { caller: 'web', called: 'cart', status: '200', rate: 4 },
  { caller: 'web', called: 'cart', status: '500', rate: 1 },
  { caller: 'cart', called: 'stock', status: '200', rate: 2 },
] as const);
const PODS = ['a', 'b'];

/** "caller → called: requests per second, error ratio" of the last bucket. */
function edgesOf({ history: { nodes, edges, times } }: ReadTraffic): string[] {
  return edges.ids
    .map((_, edge) => {
      const at = (edge + 1) * times.length - 1;
      const rate = edges.rates.reduce((sum, column) => sum + (column[at] || 0), 0);
      const ends = `${nodes.names[edges.source[edge]]} → ${nodes.names[edges.target[edge]]}`;
      return `${ends}: ${rate.toFixed(1)}, ${edges.errorRatio[at].toFixed(2)}`;
    })
    .sort();
}

const TRUTH = ['cart → stock: 2.0, 0.00', 'web → cart: 5.0, 0.20'];

async function json<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url);
  return (await response.json()) as Answer;
}

async function ask(definition: QueryDefinition, url: string, stepMs: number): Promise<string[]> {
  return edgesOf(await readTraffic([{ definition, url }], { from: END - 2 * MINUTE, to: END, stepMs }));
}

describe('from series of a real Prometheus to a map', () => {
  it('recognizes caller, called and status, and asks for true rates and errors', async () => {
    const url = testServers().prometheusUrl;
    const series = CALLS.flatMap(({ caller, called, status, rate }) =>
      PODS.map((pod) => ({
        name: 'guided_calls_total',
        labels: { source_app: caller, dst_service: called, status_code: status, pod },
        samples: Array.from(
          { length: 21 },
          (_, index) => [END - (20 - index) * STEP, (index * (STEP / 1000) * rate) / PODS.length] as const
        ),
      }))
    );
    await remoteWrite(url, series);
    const query = new URLSearchParams({ query: 'topk(200, guided_calls_total)', time: String(END / 1000) });
    const { data } = await json<{ data: { result: ReadonlyArray<{ metric: Labels }> } }>(
      `${url}/api/v1/query?${query}`
    );
    const found = data.result.map(({ metric }) => metric);
    expect(found).toHaveLength(series.length);
    const { source = '', target = '', classLabel } = guessMapping(found);
    expect([...previewEdges(found, source, target)].sort()).toEqual(['cart → stock', 'web → cart']);
    const choice = { metric: 'guided_calls_total', source, target, classLabel, hasBuckets: false };
    const definition = guidedDefinition(emptyDefinition('own', 'prometheus', 'own'), choice);
    expect(await ask(definition, url, MINUTE)).toEqual(TRUTH);
  });
});

describe('from paths of a real Graphite to a map', () => {
  it('recognizes the parts that vary, and asks for true rates and errors', async () => {
    const { graphiteUrl, carbonPort } = testServers();
    const flushes = (3 * MINUTE) / FLUSH;
    const lines = CALLS.flatMap(({ caller, called, status, rate }) =>
      Array.from({ length: flushes }, (_, index) => {
        const at = (END - index * FLUSH) / 1000;
        return `guided.${caller}.calls.${called}.${status}.count ${(rate * FLUSH) / 1000} ${at}\n`;
      })
    );
    await sendToCarbon({ host: '127.0.0.1', port: carbonPort }, lines);
    const target = 'guided.*.calls.*.*.count';
    const range = { from: String(END / 1000 - 120), until: String(END / 1000), format: 'json' };
    const listed = () =>
      json<ReadonlyArray<{ target: string }>>(`${graphiteUrl}/render?${new URLSearchParams({ target, ...range })}`);
    let paths = await listed();
    // Carbon answers for what it has received once it has made the files.
    while (paths.length < CALLS.length) {
      paths = await listed();
    }
    const series = paths.map(({ target: path }) =>
      Object.fromEntries(path.split('.').map((part, index) => [`part${index + 1}`, part]))
    );
    const sample = tellApart(series);
    expect(sample.isTagged).toBe(false);
    const { source = '', target: called = '', classLabel } = guessTarget(sample);
    const choice = { target, values: guessValues(target), source, called, classLabel };
    const definition = guidedTarget(emptyDefinition('own', 'graphite', 'own'), sample, choice);
    expect(definition.pathPattern).toBe('guided.{source}.calls.{target}.{class}.count');
    expect(await ask(definition, graphiteUrl, FLUSH)).toEqual(TRUTH);
  });
});
