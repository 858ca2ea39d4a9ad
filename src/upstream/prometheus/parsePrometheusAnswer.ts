import type { Notice } from '../../core/model/notice';
import type { Labels, SeriesTable } from '../../core/model/series';
import { upstreamErrorText } from '../errorText';
import { gridTimes, type TimeGrid } from '../grid';
import { isRecord, readBody, readLabels } from '../readBody';
import { countNotice, limitSeries, messageNotices, type ParsedAnswer } from '../tableNotices';
import { placeSamples, type PlaceCounts } from './placeSamples';

export interface PrometheusAnswerOptions {
  /** Display name of the upstream, for notices. Default "Prometheus". */
  readonly upstream?: string;
}

/**
 * The body of `/api/v1/query_range` or `/api/v1/query`, parsed or as text → a table on the grid.
 * Never throws on a body; label objects of a parsed body are taken over, not copied.
 */
export function parsePrometheusAnswer(
  body: unknown,
  grid: TimeGrid,
  options: PrometheusAnswerOptions = {}
): ParsedAnswer {
  const upstream = options.upstream ?? 'Prometheus';
  const times = gridTimes(grid);
  const failed = (notices: readonly Notice[]): ParsedAnswer => ({
    table: { labels: [], times, values: new Float64Array(0) },
    notices,
  });
  const read = readBody(body, upstream);
  if ('notice' in read) {
    return failed([read.notice]);
  }
  const answer = read.json;
  if (!isRecord(answer) || (answer.status !== 'success' && answer.status !== 'error')) {
    return failed([{ severity: 'error', upstream, text: upstreamErrorText({ upstream, kind: 'unreadable' }) }]);
  }
  const said = [
    ...messageNotices(answer.warnings, 'warning', upstream),
    ...messageNotices(answer.infos, 'info', upstream),
  ];
  if (answer.status === 'error') {
    return failed([errorNotice(answer, upstream), ...said]);
  }
  const { rows, unsupported } = readRows(answer.data);
  const { kept, notices: limited } = limitSeries(rows.length, times.length, upstream);
  const parsed = fillTable(rows, kept, times, grid.stepMs);
  return {
    table: parsed.table,
    notices: [
      ...said,
      ...limited,
      ...(unsupported ? [{ severity: 'error', upstream, text: `${upstream} ${unsupported}` } as const] : []),
      ...countNotice(
        parsed.histograms,
        'warning',
        upstream,
        (count) =>
          `${count} series are native histograms, which are not read. Wrap them in histogram_quantile(…), histogram_count(…) or histogram_sum(…).`
      ),
      ...countNotice(
        parsed.unreadable,
        'warning',
        upstream,
        (count) => `${count} series could not be read and were left out.`
      ),
      ...countNotice(
        parsed.counts.bad,
        'warning',
        upstream,
        (count) => `${count} samples were no numbers and were left out.`
      ),
      ...countNotice(
        parsed.counts.outside,
        'info',
        upstream,
        (count) => `${count} samples lie outside of the time range and were left out.`
      ),
    ],
  };
}

function errorNotice(answer: Record<string, unknown>, upstream: string): Notice {
  const type = typeof answer.errorType === 'string' ? `${answer.errorType}: ` : '';
  const detail = typeof answer.error === 'string' ? `${type}${answer.error}` : undefined;
  const status =
    answer.errorType === 'bad_data'
      ? 400
      : answer.errorType === 'timeout'
        ? 504
        : answer.errorType === 'execution'
          ? 422
          : 500;
  return { severity: 'error', upstream, text: upstreamErrorText({ upstream, status, detail }) };
}

/** Rows of any result type, each still raw. */
function readRows(data: unknown): { rows: readonly unknown[]; unsupported?: string } {
  if (!isRecord(data)) {
    return { rows: [], unsupported: 'answered without data.' };
  }
  const { resultType, result } = data;
  if ((resultType === 'matrix' || resultType === 'vector') && Array.isArray(result)) {
    return { rows: result };
  }
  if (resultType === 'scalar') {
    return { rows: [{ metric: {}, value: result }] };
  }
  const type = typeof resultType === 'string' ? resultType : 'no known type';
  return {
    rows: [],
    unsupported: `answered with a result of ${type}. Write an expression that gives numbers over time.`,
  };
}

interface FilledTable {
  readonly table: SeriesTable;
  readonly counts: PlaceCounts;
  readonly histograms: number;
  readonly unreadable: number;
}

function fillTable(rows: readonly unknown[], kept: number, times: Float64Array, stepMs: number): FilledTable {
  const values = new Float64Array(kept * times.length).fill(NaN);
  const labels: Labels[] = [];
  const counts: PlaceCounts = { bad: 0, outside: 0 };
  let histograms = 0;
  let unreadable = 0;
  for (let row = 0; row < kept; row++) {
    const series = rows[row];
    const samples = isRecord(series)
      ? (series.values ?? (series.value === undefined ? undefined : [series.value]))
      : undefined;
    if (!isRecord(series) || !Array.isArray(samples)) {
      if (isRecord(series) && (series.histograms !== undefined || series.histogram !== undefined)) {
        histograms++;
      } else {
        unreadable++;
      }
      continue;
    }
    histograms += series.histograms === undefined ? 0 : 1;
    placeSamples(samples, { values, offset: labels.length * times.length, times, stepMs }, counts);
    labels.push(readLabels(series.metric));
  }
  const used = labels.length * times.length;
  return {
    table: { labels, times, values: used === values.length ? values : values.slice(0, used) },
    counts,
    histograms,
    unreadable,
  };
}
