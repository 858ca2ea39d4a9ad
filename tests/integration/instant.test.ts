import { FLUSH_MS } from '../../demo/carbon/carbonLines';
import type { TrafficDefinition } from '../../src/core/model/definition';
import type { TrafficHistory } from '../../src/core/model/history';
import { definitionOf, TAGGED } from '../support/definitions';
import { readTraffic } from '../support/readTraffic';
import { SERVER_WINDOW, testServers } from '../support/servers';

jest.setTimeout(60_000);

const MINUTE = 60_000;

/** What is known of each edge in the last bucket, without the edges that have no traffic there. */
function lastBucket({ edges, times }: TrafficHistory): Record<string, readonly number[]> {
  const columns = [...edges.rates, edges.errorRatio, edges.p50, edges.p95, edges.p99].flatMap((column) => column ?? []);
  return Object.fromEntries(
    edges.ids.flatMap((id, edge) => {
      const values = columns.map((column) => column[(edge + 1) * times.length - 1]);
      return values.every(Number.isNaN) ? [] : [[id, values]];
    })
  );
}

async function bothWays(definition: TrafficDefinition, url: string, stepMs: number) {
  const grid = { from: SERVER_WINDOW.fromMs + 2 * stepMs, to: SERVER_WINDOW.toMs, stepMs };
  const history = await readTraffic([{ definition, url }], grid);
  const instant = await readTraffic([{ definition, url }], { ...grid, instant: true });
  return { history, instant };
}

describe('an instant of real servers', () => {
  it.each([
    ['istio', 'prometheusUrl', definitionOf('istio'), MINUTE],
    ['service graph', 'prometheusUrl', definitionOf('service-graph'), MINUTE],
    ['tagged series', 'graphiteUrl', TAGGED, FLUSH_MS],
    ['statsd paths', 'graphiteUrl', definitionOf('graphite-statsd'), FLUSH_MS],
  ] as const)(
    'U7: has the edges and the numbers of the last bucket of the history: %s',
    async (_, server, definition, stepMs) => {
      const { history, instant } = await bothWays(definition, testServers()[server], stepMs);
      expect(instant.upstreamNotices).toEqual([]);
      expect(instant.history.times).toEqual(Float64Array.of(SERVER_WINDOW.toMs));
      const wanted = lastBucket(history.history);
      expect(Object.keys(wanted).length).toBeGreaterThan(50);
      expect(lastBucket(instant.history)).toEqual(wanted);
    }
  );
});
