import { createSimulation } from '../../src/core/simulation';
import { carbonPoints, renderCarbon } from './carbonLines';
import { pooledQuantile } from './pooledQuantile';

const NOON = Date.UTC(2026, 5, 1, 12);
const simulation = createSimulation({ seed: 1, scenario: 'incidents' });

describe('carbonPoints', () => {
  const points = new Map(carbonPoints(simulation, NOON));

  it('has tagged series with the true rate of the ten seconds before', () => {
    for (const { edge, rates, p95 } of simulation.truth(NOON, 10_000)) {
      const tags = [
        ['source', edge.source.name],
        ['source_region', edge.source.region],
        ['source_namespace', edge.source.namespace],
        ['target', edge.target.name],
        ['target_region', edge.target.region],
        ['target_namespace', edge.target.namespace],
        ['protocol', edge.protocol],
      ]
        .filter(([, value]) => value !== '')
        .map(([tag, value]) => `;${tag}=${value}`)
        .join('');
      expect(points.get(`traffic.requests${tags};status=5xx`)).toBe(rates['5xx']);
      expect(points.get(`traffic.latency.p95${tags}`)).toBe(p95);
    }
  });

  it('has dotted paths by names alone, with all regions added up', () => {
    const members = simulation
      .truth(NOON, 10_000)
      .filter(({ edge }) => edge.source.name === 'cart' && edge.target.name === 'pricing');
    expect(members.length).toBeGreaterThan(1);
    const sum = members.reduce((total, { rates }) => total + rates['2xx'], 0);
    expect(points.get('stats.counters.cart.upstream.pricing.2xx.rate')).toBeCloseTo(sum, 9);
    const upper = (points.get('stats.timers.cart.upstream.pricing.upper_95') ?? NaN) / 1000;
    const each = members.map(({ p95 }) => p95);
    expect(upper).toBeGreaterThanOrEqual(Math.min(...each));
    expect(upper).toBeLessThanOrEqual(Math.max(...each));
  });

  it('sends nothing of a service that has vanished, and no latency of an edge without requests', () => {
    const paths = carbonPoints(simulation, NOON + 55 * 60_000).map(([path]) => path);
    const gone = paths.filter((path) => path.includes(';source=recommendations;source_region=us-east'));
    const idle = paths.filter((path) => path.includes(';target=recommendations;target_region=us-east'));
    expect(gone).toEqual([]);
    expect(idle.filter((path) => path.startsWith('traffic.requests'))).toHaveLength(3);
    expect(idle.filter((path) => path.startsWith('traffic.latency'))).toEqual([]);
  });

  it('never writes an empty tag, a space within a path, or a value that is no number', () => {
    const lines = renderCarbon(carbonPoints(simulation, NOON), NOON).trimEnd().split('\n');
    expect(lines.filter((line) => !/^[^\s;]+(;[a-z0-9_]+=[^\s;~]+)* [\d.e+-]+ 1780315200$/.test(line))).toEqual([]);
  });
});

describe('pooledQuantile', () => {
  it('of one edge is the quantile of that edge', () => {
    const [truth] = simulation.truth(NOON, 60_000);
    expect(pooledQuantile(simulation, [truth.edge], [NOON - 60_000, NOON], 0.95) / truth.p95).toBeCloseTo(1, 2);
  });

  it('of no requests is no number', () => {
    expect(pooledQuantile(simulation, [], [NOON - 60_000, NOON], 0.95)).toBeNaN();
  });
});
