import { definitionOf, TAGGED } from '../support/definitions';
import { readTraffic, type ReadTraffic } from '../support/readTraffic';
import { SERVER_WINDOW, testServers } from '../support/servers';
import { readEdges, simulatedEdges } from '../support/truth';

jest.setTimeout(30_000);

const MINUTE = 60_000;
/** Eight minutes, within which no service vanishes. */
const GRID = { from: SERVER_WINDOW.fromMs + 2 * MINUTE, to: SERVER_WINDOW.fromMs + 10 * MINUTE, stepMs: MINUTE };

const asked = () => [
  { definition: definitionOf('istio'), url: testServers().prometheusUrl },
  { definition: TAGGED, url: testServers().graphiteUrl },
];

/** All requests of an edge in the last bucket, per second. */
function lastRates({ history: { edges, times } }: ReadTraffic): number[] {
  return edges.ids.map((_, edge) =>
    edges.rates.reduce((sum, column) => sum + column[(edge + 1) * times.length - 1], 0)
  );
}

describe('one map of a real Prometheus and a real Graphite that see the same traffic', () => {
  it('has each edge once, as seen in both', async () => {
    const { history } = await readTraffic(asked(), GRID, 'prefer');
    expect(readEdges(history)).toEqual(simulatedEdges());
    expect(new Set(history.edges.ids).size).toBe(history.edges.ids.length);
    expect(history.edges.seenIn.every((seenIn) => seenIn.join() === 'istio,tagged')).toBe(true);
  });

  it('takes the rates of the first by "prefer", and adds both only by "sum"', async () => {
    const [first, second] = asked();
    const alone = lastRates(await readTraffic([first], GRID));
    const preferred = lastRates(await readTraffic([first, second], GRID, 'prefer'));
    const summed = lastRates(await readTraffic([first, second], GRID, 'sum'));
    expect(preferred).toEqual(alone);
    expect(summed).toHaveLength(alone.length);
    const ratios = summed.map((rate, edge) => rate / alone[edge]).filter(Number.isFinite);
    const middle = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)];
    expect(middle).toBeGreaterThan(1.9);
    expect(middle).toBeLessThan(2.1);
  });

  it('D37: takes the larger of both by "max", edge by edge', async () => {
    const [first, second] = asked();
    const own = await Promise.all([first, second].map(async (one) => lastRates(await readTraffic([one], GRID))));
    const { length } = own[0];
    const larger = lastRates(await readTraffic([first, second], GRID, 'max'));
    expect(larger).toHaveLength(length);
    larger.forEach((rate, edge) => expect(rate).toBe(Math.max(own[0][edge], own[1][edge])));
    // Each is the larger one somewhere, or the rule would be that of "prefer".
    expect(own.map((rates) => rates.some((rate, edge) => rate > 0 && rate === larger[edge]))).toEqual([true, true]);
    expect(larger).not.toEqual(own[0]);
  });

  it('keeps the edges of one that answers when the other cannot be asked', async () => {
    const [first, second] = asked();
    const wrong = { ...first, url: `${testServers().prometheusUrl}/no/such/prefix` };
    const { history, upstreamNotices } = await readTraffic([wrong, second], GRID);
    expect(readEdges(history)).toEqual(simulatedEdges());
    expect(history.edges.seenIn.every((seenIn) => seenIn.join() === 'tagged')).toBe(true);
    const errors = upstreamNotices.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ text, upstream }) => upstream === 'istio' && text.includes('404'))).toBe(true);
  });
});
