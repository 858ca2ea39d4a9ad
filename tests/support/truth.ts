import { nodeId } from '../../src/core/model/ids';
import type { TrafficHistory } from '../../src/core/model/history';
import type { EdgeTruth, SimulatedService } from '../../src/core/simulation';
import { servedSimulation } from './servers';

/** Names an edge by its ends' ids, the same for what is simulated and what was read. */
type EdgeKey = string;

/** The window that ends at a bucket's end, as far as a server's numbers lag behind it. Milliseconds. */
export interface TruthWindow {
  readonly lengthMs: number;
  readonly lagMs: number;
}

/** What is wrong with one value of a history, or undefined. `cell` is its place in an edge column. */
export type Compare = (cell: number, truth: EdgeTruth) => string | undefined;

/** How often it is checked that the source of an edge was there: no less often than it is scraped. */
const PRESENCE_STEP_MS = 5_000;

const simulation = servedSimulation();

/** Names of all edges that are simulated, sorted. */
export function simulatedEdges(): string[] {
  return simulation.edges.map(({ source, target }) => keyOf(idOf(source), idOf(target))).sort();
}

/** Names of all edges that were read, sorted. */
export function readEdges(history: TrafficHistory): string[] {
  return history.edges.ids.map((_, edge) => edgeKey(history, edge)).sort();
}

/**
 * Every value of a history that is not true, named by edge and time. Windows in which the source of an edge was gone for
 * a part are left out: no server knows a rate of half of a window. Throws on a history without a value to compare.
 */
export function untrue(history: TrafficHistory, window: TruthWindow, compare: Compare): string[] {
  const { edges, times } = history;
  let compared = 0;
  const wrong = Array.from(times).flatMap((time, bucket) => {
    const end = time - window.lagMs;
    const truths = new Map(
      simulation
        .truth(end, window.lengthMs)
        .map((truth) => [keyOf(idOf(truth.edge.source), idOf(truth.edge.target)), truth])
    );
    return edges.ids.flatMap((_, edge) => {
      const key = edgeKey(history, edge);
      const truth = truths.get(key);
      if (truth && !wasThere(truth, end, window.lengthMs)) {
        return [];
      }
      compared++;
      const problem = truth ? compare(edge * times.length + bucket, truth) : 'there is no such edge';
      return problem === undefined ? [] : [`${key} at ${new Date(time).toISOString()}: ${problem}`];
    });
  });
  if (compared === 0) {
    throw new Error('untrue: the history has no edge at any time, so that nothing could be compared.');
  }
  return wrong;
}

/** All requests of a truth, per second. */
export function totalRate({ rates }: EdgeTruth): number {
  return rates['2xx'] + rates['4xx'] + rates['5xx'];
}

/** Compares rates by class, with a tolerance in requests per second. */
export function compareRates(history: TrafficHistory, tolerance: number): Compare {
  return (cell, { rates }) => {
    const wanted = [rates['2xx'], rates['4xx'], rates['5xx']];
    const read = history.edges.rates.map((column) => column[cell]);
    const near = read.every((rate, index) => Math.abs(rate - wanted[index]) <= tolerance + 1e-5 * wanted[index]);
    return near ? undefined : `rates ${read.join(', ')} where ${wanted.join(', ')} are true`;
  };
}

/** Compares error ratios where there is traffic, with a tolerance in failed requests per second. */
export function compareErrors(history: TrafficHistory, tolerance: number): Compare {
  return (cell, truth) => {
    const total = totalRate(truth);
    const read = history.edges.errorRatio[cell];
    return total < 10 * tolerance || Math.abs(read - truth.errorRatio) <= (2 * tolerance) / total
      ? undefined
      : `error ratio ${read} where ${truth.errorRatio} is true`;
  };
}

/**
 * Compares p95 to the buckets of a histogram, bounds in seconds, where so many requests were counted that the quantile
 * means something. A true value within 3 % of a bound may be counted into the bucket beside it.
 */
export function compareP95(history: TrafficHistory, bounds: readonly number[], leastRate: number): Compare {
  return (cell, truth) => {
    if (totalRate(truth) < leastRate) {
      return undefined;
    }
    const read = history.edges.p95?.[cell] ?? NaN;
    const lower = bounds.filter((bound) => bound < truth.p95 * 0.97).at(-1) ?? 0;
    const upper = bounds.find((bound) => bound >= truth.p95 * 1.03) ?? Infinity;
    return read >= lower * 0.999 && read <= upper * 1.001
      ? undefined
      : `p95 ${read} outside of ${lower} to ${upper}, where ${truth.p95} is true`;
  };
}

function wasThere(truth: EdgeTruth, end: number, lengthMs: number): boolean {
  for (let before = 0; before <= lengthMs; before += PRESENCE_STEP_MS) {
    if (!simulation.cumulative(truth.edge.index, end - before).present) {
      return false;
    }
  }
  return true;
}

function edgeKey({ edges, nodes }: TrafficHistory, edge: number): EdgeKey {
  return keyOf(nodes.ids[edges.source[edge]], nodes.ids[edges.target[edge]]);
}

function keyOf(sourceId: string, targetId: string): EdgeKey {
  return `${sourceId} → ${targetId}`;
}

function idOf({ name, region, namespace }: SimulatedService): string {
  return nodeId(
    [region, namespace].filter((part) => part !== ''),
    name
  );
}
