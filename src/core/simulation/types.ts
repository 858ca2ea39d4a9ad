import type { TrafficDefinition } from '../model/definition';
import type { NodeKind } from '../model/history';
import type { ExpressionName } from '../model/result';
import type { SeriesTable } from '../model/series';
import type { Steps } from '../steps/steps';

/** What happens in a simulation. All but `calm`, `large`'s size and `empty` tell the same company's incidents. */
export type ScenarioName =
  | 'calm'
  | 'incidents'
  | 'slow-database'
  | 'bad-deploy'
  | 'region-outage'
  | 'retry-storm'
  | 'vanished-service'
  | 'small'
  | 'large'
  | 'empty';

/** Every scenario, the default first. */
export const SCENARIO_NAMES: readonly ScenarioName[] = Object.freeze([
  'incidents',
  'calm',
  'slow-database',
  'bad-deploy',
  'region-outage',
  'retry-storm',
  'vanished-service',
  'small',
  'large',
  'empty',
] as const);

/** One service of the simulated company. Region and namespace are empty for what is outside of it. */
export interface SimulatedService {
  readonly name: string;
  readonly region: string;
  readonly namespace: string;
  readonly kind: NodeKind;
}

/** Requests from one service to another. */
export interface SimulatedEdge {
  /** Row in `Simulation.edges`. */
  readonly index: number;
  readonly source: SimulatedService;
  readonly target: SimulatedService;
  readonly protocol: string;
}

/** Requests by class of status. */
export interface ByStatus {
  readonly '2xx': number;
  readonly '4xx': number;
  readonly '5xx': number;
}

/** The classes of status, in the order that they are listed everywhere. */
export const STATUS_CLASSES = Object.freeze(['2xx', '4xx', '5xx'] as const);

/** What counters of an edge have reached at a time. Never falls as time goes on. */
export interface EdgeCounters {
  /** Requests since the epoch; fractions count. */
  readonly requests: ByStatus;
  /** Sum of all requests' latencies, seconds. */
  readonly latencySum: number;
  /** Bytes since the epoch. */
  readonly bytes: number;
  /** False while the source has vanished: its counters cannot be read. */
  readonly present: boolean;
  /** How many requests took at most so many seconds. */
  latencyAtMost(seconds: number): number;
}

/** What an edge carried, on average over a window. */
export interface EdgeTruth {
  readonly edge: SimulatedEdge;
  /** Requests per second. */
  readonly rates: ByStatus;
  /** 5xx by all requests, 0–1; NaN with no request. */
  readonly errorRatio: number;
  /** Seconds; NaN with no request. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Bytes per second. */
  readonly bytes: number;
  /** False where the source had vanished during the whole window. */
  readonly present: boolean;
}

/** How busy one service is, on average over a window. */
export interface ServiceLoad {
  readonly service: SimulatedService;
  /** Part of its CPU that it uses, 0–1. */
  readonly cpu: number;
  /** Of services that are scaled by their requests: how many pods at most, and requests per second of each. */
  readonly scale?: { readonly mostPods: number; readonly rateOfPod: number };
  /** False where it had vanished during the whole window. */
  readonly present: boolean;
}

export interface SimulationOptions {
  /** Any integer. Equal options give equal traffic. */
  readonly seed: number;
  readonly scenario: ScenarioName;
  /** How many services; the scenario's own number when absent. */
  readonly services?: number;
}

/** What `deriveTraffic` takes. */
export interface SimulatedTables {
  readonly definition: TrafficDefinition;
  readonly tables: Partial<Record<ExpressionName, SeriesTable>>;
}

/** A company's traffic at any time. Times are in milliseconds since the epoch. */
export interface Simulation {
  readonly services: readonly SimulatedService[];
  readonly edges: readonly SimulatedEdge[];
  /** Every edge's means over the window that ends at a time. The window is a minute when absent. */
  truth(timeMs: number, windowMs?: number): readonly EdgeTruth[];
  /** How busy the services of the company are that somebody calls, over the window that ends at a time, a minute when absent. */
  loads(timeMs: number, windowMs?: number): readonly ServiceLoad[];
  /** Counters of an edge, by its index. Throws a RangeError for an edge that does not exist. */
  cumulative(edge: number, timeMs: number): EdgeCounters;
  /**
   * Rates, latencies and loads on a grid of bucket ends, as an upstream would answer, a bucket a step. Throws on times
   * that do not ascend.
   */
  tables(times: Float64Array): Steps<SimulatedTables>;
}
