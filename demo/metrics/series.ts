import type { EdgeCounters, SimulatedEdge, Simulation } from '../../src/core/simulation';

/** One counter series of a mesh: its name and labels, and how to read it from an edge's counters. */
export interface CounterSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly read: (counters: EdgeCounters) => number;
}

export interface MetricFamily {
  /** Without the suffix that the samples of a histogram have. */
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
}

/** How a mesh names the traffic of an edge. */
export interface Convention {
  readonly families: readonly MetricFamily[];
  readonly seriesOf: (edge: SimulatedEdge) => readonly CounterSeries[];
}

/** A convention's series of one edge, made once and read at many times. */
export interface EdgeSeries {
  readonly edge: SimulatedEdge;
  readonly series: readonly CounterSeries[];
}

/** All series of all edges, in the order of the edges. */
export function seriesOfSimulation(simulation: Simulation, conventions: readonly Convention[]): readonly EdgeSeries[] {
  return simulation.edges.map((edge) => ({
    edge,
    series: conventions.flatMap((convention) => convention.seriesOf(edge)),
  }));
}

/** A histogram's series: one for each bucket, the sum and the count. Bounds are in the metric's own unit. */
export function histogramSeries(
  name: string,
  labels: Readonly<Record<string, string>>,
  bounds: readonly number[],
  unitsPerSecond: number
): readonly CounterSeries[] {
  const buckets = bounds.map((bound): CounterSeries => ({
    name: `${name}_bucket`,
    labels: { ...labels, le: String(bound) },
    read: (counters) => counters.latencyAtMost(bound / unitsPerSecond),
  }));
  return [
    ...buckets,
    { name: `${name}_bucket`, labels: { ...labels, le: '+Inf' }, read: allRequests },
    { name: `${name}_sum`, labels, read: (counters) => counters.latencySum * unitsPerSecond },
    { name: `${name}_count`, labels, read: allRequests },
  ];
}

/** Requests of every status. */
export function allRequests({ requests }: EdgeCounters): number {
  return requests['2xx'] + requests['4xx'] + requests['5xx'];
}

/** Labels without the empty ones, which mean the same as absent ones. */
export function withoutEmpty(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));
}
