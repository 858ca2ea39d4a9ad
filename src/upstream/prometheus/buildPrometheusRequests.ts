import type { TrafficDefinition } from '../../core/model/definition';
import type { Notice } from '../../core/model/notice';
import { fitGrid, gridTimes, type TimeGrid } from '../grid';
import { latestBucket } from '../instant';
import { FORM_HEADERS, askedExpressions, type UpstreamRequest } from '../request';
import { resolveVariables } from './resolveVariables';

export interface PrometheusRequestOptions {
  /** Of the upstream's targets; decides `$__rate_interval`. Default 15 s. */
  readonly scrapeIntervalMs?: number;
  /** Given to Prometheus, which gives up after it; absent: its own. */
  readonly timeoutMs?: number;
  /** Only the last bucket of the grid is asked for. Default: all are. */
  readonly instant?: boolean;
}

/** Requests of one definition, the grid they were built for (its step may have been enlarged), and what to tell about it. */
export interface BuiltRequests {
  readonly grid: TimeGrid;
  readonly requests: readonly UpstreamRequest[];
  readonly notices: readonly Notice[];
}

/** Queries, one an expression: over the bucket ends of the grid, or at the last of them alone. */
export function buildPrometheusRequests(
  definition: TrafficDefinition,
  wanted: TimeGrid,
  options: PrometheusRequestOptions = {}
): BuiltRequests {
  const { grid, notices } = fitGrid(wanted);
  const times = gridTimes(grid);
  const [start, end] = [times[0], times[times.length - 1]].map((time) => String(time / 1000));
  const when: Readonly<Record<string, string>> = options.instant
    ? { time: end }
    : { start, end, step: String(grid.stepMs / 1000) };
  const path = options.instant ? '/api/v1/query' : '/api/v1/query_range';
  const requests = askedExpressions(definition).map(([expression, text]): UpstreamRequest => {
    const form = new URLSearchParams({
      query: resolveVariables(text, grid, options.scrapeIntervalMs),
      ...when,
    });
    if (options.timeoutMs !== undefined) {
      form.set('timeout', `${options.timeoutMs}ms`);
    }
    return { expression, method: 'POST', path, headers: FORM_HEADERS, body: form.toString() };
  });
  return { grid: options.instant ? latestBucket(grid) : grid, requests, notices };
}
