import type { TrafficDefinition } from '../../core/model/definition';
import type { Notice } from '../../core/model/notice';
import { fitGrid, gridTimes, type TimeGrid } from '../grid';
import { FORM_HEADERS, askedExpressions, type UpstreamRequest } from '../request';
import { resolveVariables } from './resolveVariables';

export interface PrometheusRequestOptions {
  /** Of the upstream's targets; decides `$__rate_interval`. Default 15 s. */
  readonly scrapeIntervalMs?: number;
  /** Given to Prometheus, which gives up after it; absent: its own. */
  readonly timeoutMs?: number;
}

/** Requests of one definition, the grid they were built for (its step may have been enlarged), and what to tell about it. */
export interface BuiltRequests {
  readonly grid: TimeGrid;
  readonly requests: readonly UpstreamRequest[];
  readonly notices: readonly Notice[];
}

/** Range queries, one an expression, on the bucket ends of the grid. */
export function buildPrometheusRequests(
  definition: TrafficDefinition,
  wanted: TimeGrid,
  options: PrometheusRequestOptions = {}
): BuiltRequests {
  const { grid, notices } = fitGrid(wanted);
  const times = gridTimes(grid);
  const requests = askedExpressions(definition).map(([expression, text]): UpstreamRequest => {
    const form = new URLSearchParams({
      query: resolveVariables(text, grid, options.scrapeIntervalMs),
      start: String(times[0] / 1000),
      end: String(times[times.length - 1] / 1000),
      step: String(grid.stepMs / 1000),
    });
    if (options.timeoutMs !== undefined) {
      form.set('timeout', `${options.timeoutMs}ms`);
    }
    return { expression, method: 'POST', path: '/api/v1/query_range', headers: FORM_HEADERS, body: form.toString() };
  });
  return { grid, requests, notices };
}
