import { MEAN_BY_MEDIAN, createQuantile, shareAtMost } from './latency';
import type { PlannedEdge } from './topology';
import { integralAt } from './track';
import type { Profile } from './traffic';
import type { ByStatus, EdgeCounters, EdgeTruth } from './types';

const HOUR_MS = 3_600_000;

/** Integrals of a profile's tracks over a window, per second of it; multiples of an edge's base rate. */
export interface Means {
  readonly all: number;
  readonly failing: number;
  readonly slow: number;
  /** False where the source was gone at both ends of the window. */
  readonly present: boolean;
}

/** Quantiles in medians by the part of slow requests. */
export interface Quantiles {
  readonly p50: (slowShare: number) => number;
  readonly p95: (slowShare: number) => number;
  readonly p99: (slowShare: number) => number;
}

export function createQuantiles(slowness: number): Quantiles {
  return {
    p50: createQuantile(0.5, slowness),
    p95: createQuantile(0.95, slowness),
    p99: createQuantile(0.99, slowness),
  };
}

/** Means of a profile over the window between two times in milliseconds. */
export function meansBetween(profile: Profile, fromMs: number, toMs: number): Means {
  const seconds = (toMs - fromMs) / 1000;
  return {
    all: (integralAt(profile.all, toMs) - integralAt(profile.all, fromMs)) / seconds,
    failing: (integralAt(profile.failing, toMs) - integralAt(profile.failing, fromMs)) / seconds,
    slow: (integralAt(profile.slow, toMs) - integralAt(profile.slow, fromMs)) / seconds,
    present: isPresent(profile, fromMs) || isPresent(profile, toMs),
  };
}

/** Splits an edge's requests by status. The part that fails anyway holds for those that no incident fails. */
export function splitByStatus(edge: PlannedEdge, all: number, failing: number): ByStatus {
  const well = all - failing;
  return {
    '2xx': edge.baseRate * well * (1 - edge.clientErrors - edge.serverErrors),
    '4xx': edge.baseRate * well * edge.clientErrors,
    '5xx': edge.baseRate * (well * edge.serverErrors + failing),
  };
}

/** What an edge carried over a window of the given means. */
export function edgeTruth(edge: PlannedEdge, means: Means, quantiles: Quantiles): EdgeTruth {
  const rates = splitByStatus(edge, means.all, means.failing);
  const total = edge.baseRate * means.all;
  const slowShare = means.slow / means.all;
  return {
    edge,
    rates,
    errorRatio: total > 0 ? rates['5xx'] / total : NaN,
    p50: total > 0 ? edge.median * quantiles.p50(slowShare) : NaN,
    p95: total > 0 ? edge.median * quantiles.p95(slowShare) : NaN,
    p99: total > 0 ? edge.median * quantiles.p99(slowShare) : NaN,
    bytes: total * edge.bytesPerRequest,
    present: means.present,
  };
}

/** What an edge's counters have reached at a time in milliseconds. */
export function edgeCounters(edge: PlannedEdge, profile: Profile, timeMs: number): EdgeCounters {
  const all = integralAt(profile.all, timeMs);
  const slow = edge.baseRate * integralAt(profile.slow, timeMs);
  const quick = edge.baseRate * all - slow;
  return {
    requests: splitByStatus(edge, all, integralAt(profile.failing, timeMs)),
    latencySum: edge.median * MEAN_BY_MEDIAN * (quick + slow * profile.slowness),
    bytes: edge.baseRate * all * edge.bytesPerRequest,
    present: isPresent(profile, timeMs),
    latencyAtMost: (seconds) =>
      quick * shareAtMost(seconds / edge.median) + slow * shareAtMost(seconds / (edge.median * profile.slowness)),
  };
}

function isPresent(profile: Profile, timeMs: number): boolean {
  const hourPart = timeMs / HOUR_MS - Math.floor(timeMs / HOUR_MS);
  return !profile.gone.some(([start, end]) => hourPart >= start && hourPart <= end);
}
