import { FLUSH_MS } from '../../demo/carbon/carbonLines';
import { pooledQuantile } from '../../demo/carbon/pooledQuantile';
import { definitionOf, TAGGED } from '../support/definitions';
import { readTraffic, type ReadTraffic } from '../support/readTraffic';
import { SERVER_WINDOW, servedSimulation, testServers } from '../support/servers';
import { compareErrors, compareRates, readEdges, simulatedEdges, untrue } from '../support/truth';

jest.setTimeout(30_000);

/** What is flushed at a time tells of the ten seconds before it, and Graphite takes it for the ten seconds after it. */
const WINDOW = { lengthMs: FLUSH_MS, lagMs: FLUSH_MS };
const GRID = { from: SERVER_WINDOW.fromMs + 2 * FLUSH_MS, to: SERVER_WINDOW.toMs, stepMs: FLUSH_MS };
/** Lines hold nine digits, columns seven. */
const ROUNDING = 1e-5;

describe('traffic from a real Graphite, by tagged series', () => {
  let traffic: ReadTraffic;
  beforeAll(async () => {
    traffic = await readTraffic([{ definition: TAGGED, url: testServers().graphiteUrl }], GRID);
  });

  it('has exactly the edges that are simulated, in each bucket of the range', () => {
    expect([...traffic.upstreamNotices, ...traffic.notices]).toEqual([]);
    expect(readEdges(traffic.history)).toEqual(simulatedEdges());
    expect(traffic.history.times).toHaveLength((GRID.to - GRID.from) / FLUSH_MS);
  });

  it('has the true rates by class', () => {
    expect(untrue(traffic.history, WINDOW, compareRates(traffic.history, ROUNDING))).toEqual([]);
  });

  it('has the true error ratios, those of the retry storm among them', () => {
    expect(untrue(traffic.history, WINDOW, compareErrors(traffic.history, ROUNDING))).toEqual([]);
    expect(Math.max(...traffic.history.edges.errorRatio.filter(Number.isFinite))).toBeGreaterThan(0.5);
  });

  it('has the true p95', () => {
    const { p95 } = traffic.history.edges;
    const wrong = untrue(traffic.history, WINDOW, (cell, truth) => {
      const read = p95?.[cell] ?? NaN;
      const near = Number.isNaN(truth.p95) ? Number.isNaN(read) : Math.abs(read / truth.p95 - 1) < 1e-5;
      return near ? undefined : `p95 ${read} where ${truth.p95} is true`;
    });
    expect(wrong).toEqual([]);
  });
});

describe('traffic from a real Graphite, by the preset for statsd paths', () => {
  const simulation = servedSimulation();
  let traffic: ReadTraffic;
  beforeAll(async () => {
    traffic = await readTraffic(
      [{ definition: definitionOf('graphite-statsd'), url: testServers().graphiteUrl }],
      GRID
    );
  });

  it('has the edges by names alone, all regions together', () => {
    expect([...traffic.upstreamNotices, ...traffic.notices]).toEqual([]);
    const names = new Set(simulation.edges.map(({ source, target }) => `${source.name} → ${target.name}`));
    expect(readEdges(traffic.history)).toEqual([...names].sort());
  });

  it.each([11 * 60 + 43, 11 * 60 + 50])(
    'has the rates and p95 of all regions’ requests at minute %d of the day',
    (minute) => {
      const { edges, nodes, times } = traffic.history;
      const time = Date.UTC(2026, 5, 1, 0, minute);
      const end = time - WINDOW.lagMs;
      const bucket = times.indexOf(time);
      const truths = simulation.truth(end, FLUSH_MS);
      const wrong = edges.ids.flatMap((id, edge) => {
        const members = truths.filter(
          ({ edge: { source, target } }) =>
            source.name === nodes.ids[edges.source[edge]] && target.name === nodes.ids[edges.target[edge]]
        );
        const cell = edge * times.length + bucket;
        const wanted = [
          ...(['2xx', '4xx', '5xx'] as const).map((status) =>
            members.reduce((sum, { rates }) => sum + rates[status], 0)
          ),
          pooledQuantile(
            simulation,
            members.map((member) => member.edge),
            [end - FLUSH_MS, end],
            0.95
          ),
        ];
        const read = [...edges.rates.map((column) => column[cell]), edges.p95?.[cell] ?? NaN];
        const near = read.every((value, index) => Math.abs(value - wanted[index]) <= 1e-3 * wanted[index] + ROUNDING);
        return near ? [] : [`${id}: ${read.join(', ')} where ${wanted.join(', ')} are true`];
      });
      expect(bucket).toBeGreaterThanOrEqual(0);
      expect(wrong).toEqual([]);
    }
  );
});
