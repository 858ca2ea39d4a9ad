import { STATUS_CLASSES, type EdgeTruth, type Simulation } from '../../src/core/simulation';
import { pooledQuantile } from './pooledQuantile';

/** How often statsd and its like flush to carbon. */
export const FLUSH_MS = 10_000;

/** A datapoint as carbon takes it: path or tagged name, and value. */
export type CarbonPoint = readonly [path: string, value: number];

/**
 * What two programs would flush to carbon at a time in milliseconds, each of the ten seconds before it:
 * statsd's dotted paths, which know services by name alone, and tagged series by region and namespace.
 */
export function carbonPoints(simulation: Simulation, timeMs: number): readonly CarbonPoint[] {
  const truths = simulation.truth(timeMs, FLUSH_MS).filter(({ present }) => present);
  return [...taggedPoints(truths), ...statsdPoints(simulation, truths, timeMs)];
}

/** The plaintext protocol: one line a point, the time in seconds. */
export function renderCarbon(points: readonly CarbonPoint[], timeMs: number): string {
  const seconds = Math.floor(timeMs / 1000);
  return points.map(([path, value]) => `${path} ${Number(value.toPrecision(9))} ${seconds}\n`).join('');
}

function taggedPoints(truths: readonly EdgeTruth[]): CarbonPoint[] {
  return truths.flatMap((truth) => {
    const { source, target, protocol } = truth.edge;
    const tags = renderTags({
      source: source.name,
      source_region: source.region,
      source_namespace: source.namespace,
      target: target.name,
      target_region: target.region,
      target_namespace: target.namespace,
      protocol,
    });
    const requests = STATUS_CLASSES.map((status): CarbonPoint => [
      `traffic.requests${tags};status=${status}`,
      truth.rates[status],
    ]);
    return Number.isNaN(truth.p95) ? requests : [...requests, [`traffic.latency.p95${tags}`, truth.p95] as const];
  });
}

function statsdPoints(simulation: Simulation, truths: readonly EdgeTruth[], timeMs: number): CarbonPoint[] {
  const pairs = new Map<string, EdgeTruth[]>();
  for (const truth of truths) {
    const path = `${pathPart(truth.edge.source.name)}.upstream.${pathPart(truth.edge.target.name)}`;
    pairs.set(path, [...(pairs.get(path) ?? []), truth]);
  }
  return [...pairs].flatMap(([path, members]) => {
    const rates = STATUS_CLASSES.map((status): CarbonPoint => [
      `stats.counters.${path}.${status}.rate`,
      members.reduce((sum, { rates: { [status]: rate } }) => sum + rate, 0),
    ]);
    const edges = members.map(({ edge }) => edge);
    const upper =
      members.length > 1 ? pooledQuantile(simulation, edges, [timeMs - FLUSH_MS, timeMs], 0.95) : members[0].p95;
    return Number.isNaN(upper) ? rates : [...rates, [`stats.timers.${path}.upper_95`, upper * 1000] as const];
  });
}

/** Tags without the empty ones: carbon refuses a series with an empty tag. */
function renderTags(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `;${name}=${value.replace(/[;\s~]/g, '_')}`)
    .join('');
}

function pathPart(name: string): string {
  return name.replace(/[.\s/]/g, '_');
}
