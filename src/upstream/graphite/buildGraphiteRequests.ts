import type { TrafficDefinition } from '../../core/model/definition';
import { fitGrid, gridTimes, type TimeGrid } from '../grid';
import type { BuiltRequests } from '../prometheus/buildPrometheusRequests';
import { resolveVariables } from '../prometheus/resolveVariables';
import { FORM_HEADERS, askedExpressions, type UpstreamRequest } from '../request';

/**
 * Render requests, one an expression. Twice as many points as buckets are asked for: Graphite consolidates by whole
 * numbers of points, and with just as many its steps would come out longer than the grid's.
 */
export function buildGraphiteRequests(definition: TrafficDefinition, wanted: TimeGrid): BuiltRequests {
  const { grid, notices } = fitGrid(wanted);
  const times = gridTimes(grid);
  const from = Math.floor((times[0] - grid.stepMs) / 1000) - 1;
  const until = Math.ceil(times[times.length - 1] / 1000);
  const requests = askedExpressions(definition).map(([expression, text]): UpstreamRequest => {
    const form = new URLSearchParams({
      target: resolveVariables(text, grid),
      from: String(from),
      until: String(until),
      format: 'json',
      maxDataPoints: String(2 * times.length),
    });
    return { expression, method: 'POST', path: '/render', headers: FORM_HEADERS, body: form.toString() };
  });
  return { grid, requests, notices };
}
