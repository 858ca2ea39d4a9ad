import type { TrafficDefinition } from '../../core/model/definition';
import { fitGrid, gridTimes, type TimeGrid } from '../grid';
import { graphiteLookback, recentBuckets } from '../instant';
import type { BuiltRequests } from '../prometheus/buildPrometheusRequests';
import { resolveVariables } from '../prometheus/resolveVariables';
import { FORM_HEADERS, askedExpressions, type UpstreamRequest } from '../request';

/**
 * Render requests, one an expression. Twice as many points as buckets are asked for: Graphite consolidates by whole
 * numbers of points, and with just as many its steps would come out longer than the grid's.
 *
 * @param instant only the last points are asked for: Graphite knows no instants, and its newest point may be late
 */
export function buildGraphiteRequests(definition: TrafficDefinition, wanted: TimeGrid, instant = false): BuiltRequests {
  const { grid, notices } = fitGrid(wanted);
  const times = gridTimes(grid);
  const end = times[times.length - 1];
  const lookback = graphiteLookback(grid.stepMs);
  const from = Math.floor((instant ? end - lookback.lengthMs : times[0] - grid.stepMs) / 1000) - 1;
  const until = Math.ceil(end / 1000);
  const requests = askedExpressions(definition).map(([expression, text]): UpstreamRequest => {
    const form = new URLSearchParams({
      target: resolveVariables(text, grid),
      from: String(from),
      until: String(until),
      format: 'json',
      maxDataPoints: String(instant ? lookback.maxDataPoints : 2 * times.length),
    });
    return { expression, method: 'POST', path: '/render', headers: FORM_HEADERS, body: form.toString() };
  });
  return { grid: instant ? recentBuckets(grid) : grid, requests, notices };
}
