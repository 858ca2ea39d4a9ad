import { ISTIO_BOUNDS } from '../../demo/metrics/istio';
import { SERVICE_GRAPH_BOUNDS } from '../../demo/metrics/serviceGraph';
import { definitionOf } from '../support/definitions';
import { readTraffic, type ReadTraffic } from '../support/readTraffic';
import { SERVER_WINDOW, testServers } from '../support/servers';
import {
  compareErrors,
  compareP95,
  compareRates,
  readEdges,
  simulatedEdges,
  totalRate,
  untrue,
} from '../support/truth';

jest.setTimeout(30_000);

const MINUTE = 60_000;
/** `$__rate_interval` at a step of a minute and a scrape each 15 s: counters are compared over so long. */
const WINDOW = { lengthMs: 75_000, lagMs: 0 };
/** The first window must lie within the history. */
const GRID = { from: SERVER_WINDOW.fromMs + MINUTE, to: SERVER_WINDOW.toMs, stepMs: MINUTE };
/** A counter of whole numbers is wrong by up to one request at the ends of a window. */
const COUNTING_ERROR = 1.01 / 75;
/** Requests per second from which a quantile of whole counts is near the quantile of all. */
const LEAST_RATE = 2;

const errorsOf = ({ upstreamNotices, notices }: ReadTraffic) =>
  [...upstreamNotices, ...notices].filter(({ severity }) => severity === 'error');

describe('traffic from a real Prometheus, by the Istio preset', () => {
  let traffic: ReadTraffic;
  beforeAll(async () => {
    traffic = await readTraffic([{ definition: definitionOf('istio'), url: testServers().prometheusUrl }], GRID);
  });

  it('has exactly the edges that are simulated, in each bucket of the range', () => {
    expect(errorsOf(traffic)).toEqual([]);
    expect(readEdges(traffic.history)).toEqual(simulatedEdges());
    expect(traffic.history.times).toHaveLength((GRID.to - GRID.from) / MINUTE);
  });

  it('has the true rates by class, to one request in a window', () => {
    expect(untrue(traffic.history, WINDOW, compareRates(traffic.history, COUNTING_ERROR))).toEqual([]);
  });

  it('has the true error ratios, those of the retry storm among them', () => {
    expect(untrue(traffic.history, WINDOW, compareErrors(traffic.history, COUNTING_ERROR))).toEqual([]);
    expect(Math.max(...traffic.history.edges.errorRatio.filter(Number.isFinite))).toBeGreaterThan(0.5);
  });

  it('has the true p95, to its bucket', () => {
    const bounds = ISTIO_BOUNDS.map((milliseconds) => milliseconds / 1000);
    expect(untrue(traffic.history, WINDOW, compareP95(traffic.history, bounds, LEAST_RATE))).toEqual([]);
  });

  it('has no traffic from a service that has vanished', () => {
    const { edges, nodes, times } = traffic.history;
    const bucket = times.indexOf(Date.UTC(2026, 5, 1, 11, 56));
    const rates = edges.ids.flatMap((_, edge) =>
      nodes.ids[edges.source[edge]] === 'us-east/shop/recommendations'
        ? edges.rates.map((column) => column[edge * times.length + bucket])
        : []
    );
    expect(rates.length).toBeGreaterThan(0);
    expect(rates.filter((rate) => rate > 0)).toEqual([]);
  });
});

describe('traffic from a real Prometheus, by the service graph preset', () => {
  let traffic: ReadTraffic;
  beforeAll(async () => {
    traffic = await readTraffic(
      [{ definition: definitionOf('service-graph'), url: testServers().prometheusUrl }],
      GRID
    );
  });

  it('has exactly the edges that are simulated', () => {
    expect(errorsOf(traffic)).toEqual([]);
    expect(readEdges(traffic.history)).toEqual(simulatedEdges());
  });

  it('has the true rates, error ratios, and p95 to its bucket', () => {
    const { history } = traffic;
    const wrong = untrue(history, WINDOW, (cell, truth) => {
      const read = history.edges.rates.reduce((sum, rates) => sum + (rates[cell] || 0), 0);
      return Math.abs(read - totalRate(truth)) <= COUNTING_ERROR + 1e-5 * totalRate(truth)
        ? undefined
        : `rate ${read} where ${totalRate(truth)} is true`;
    });
    expect(wrong).toEqual([]);
    expect(untrue(history, WINDOW, compareErrors(history, COUNTING_ERROR))).toEqual([]);
    expect(untrue(history, WINDOW, compareP95(history, SERVICE_GRAPH_BOUNDS, LEAST_RATE))).toEqual([]);
  });
});
