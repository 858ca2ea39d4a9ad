import type { Notice, NoticeSeverity } from '../../core/model/notice';
import type { Labels } from '../../core/model/series';
import { upstreamErrorText } from '../errorText';
import { gridTimes, type TimeGrid } from '../grid';
import { isRecord, readBody, readLabels } from '../readBody';
import { countNotice, limitSeries, messageNotices, type ParsedAnswer } from '../tableNotices';
import { placeSamples } from './placeSamples';
import { readPairs } from './readPairs';
import type { PrometheusRows } from './rows';
import { scanAnswer } from './scan/scanAnswer';

export interface PrometheusAnswerOptions {
  /** Display name of the upstream, for notices. Default "Prometheus". */
  readonly upstream?: string;
}

/**
 * The body of `/api/v1/query_range` or `/api/v1/query`, as text, as its bytes or parsed → a table on the grid.
 * Never throws on a body; label objects of a parsed body are taken over, not copied.
 */
export function parsePrometheusAnswer(
  body: unknown,
  grid: TimeGrid,
  options: PrometheusAnswerOptions = {}
): ParsedAnswer {
  const upstream = options.upstream ?? 'Prometheus';
  const times = gridTimes(grid);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const scanned = bytes instanceof Uint8Array ? scanAnswer(bytes, times, grid.stepMs) : undefined;
  if (scanned) {
    return tableOf(scanned, scanned.envelope, times, upstream);
  }
  return parseWhole(body instanceof Uint8Array ? new TextDecoder().decode(body) : body, times, grid.stepMs, upstream);
}

/** Any body, by way of JSON.parse. */
function parseWhole(body: unknown, times: Float64Array, stepMs: number, upstream: string): ParsedAnswer {
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
  if (answer.status === 'error') {
    return failed([errorNotice(answer, upstream), ...saidNotices(answer, upstream)]);
  }
  const { rows, unsupported } = readRows(answer.data);
  return tableOf(fillRows(rows, times, stepMs), answer, times, upstream, unsupported);
}

/** The upstream's own remarks. */
function saidNotices(answer: Record<string, unknown>, upstream: string): readonly Notice[] {
  return [...messageNotices(answer.warnings, 'warning', upstream), ...messageNotices(answer.infos, 'info', upstream)];
}

function tableOf(
  read: PrometheusRows,
  answer: Record<string, unknown>,
  times: Float64Array,
  upstream: string,
  unsupported?: string
): ParsedAnswer {
  const count = (many: number, severity: NoticeSeverity, text: (count: string) => string): readonly Notice[] =>
    countNotice(many, severity, upstream, text);
  return {
    table: { labels: read.labels, times, values: read.values },
    notices: [
      ...saidNotices(answer, upstream),
      ...limitSeries(read.series, times.length, upstream).notices,
      ...(unsupported ? [{ severity: 'error', upstream, text: `${upstream} ${unsupported}` } as const] : []),
      ...count(
        read.histograms,
        'warning',
        (many) =>
          `${many} series are native histograms, which are not read. Wrap them in histogram_quantile(…), histogram_count(…) or histogram_sum(…).`
      ),
      ...count(read.unreadable, 'warning', (many) => `${many} series could not be read and were left out.`),
      ...count(read.bad, 'warning', (many) => `${many} samples were no numbers and were left out.`),
      ...count(read.outside, 'info', (many) => `${many} samples lie outside of the time range and were left out.`),
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

function fillRows(rows: readonly unknown[], times: Float64Array, stepMs: number): PrometheusRows {
  const { kept } = limitSeries(rows.length, times.length, '');
  const values = new Float64Array(kept * times.length).fill(NaN);
  const labels: Labels[] = [];
  let [histograms, unreadable, bad, outside] = [0, 0, 0, 0];
  for (let row = 0; row < kept; row++) {
    const series = rows[row];
    const pairs = isRecord(series)
      ? (series.values ?? (series.value === undefined ? undefined : [series.value]))
      : undefined;
    if (!isRecord(series) || !Array.isArray(pairs)) {
      if (isRecord(series) && (series.histograms !== undefined || series.histogram !== undefined)) {
        histograms++;
      } else {
        unreadable++;
      }
      continue;
    }
    histograms += series.histograms === undefined ? 0 : 1;
    const samples = readPairs(pairs);
    bad += samples.bad;
    outside += placeSamples(samples, { values, offset: labels.length * times.length, times, stepMs });
    labels.push(readLabels(series.metric));
  }
  const used = labels.length * times.length;
  return {
    labels,
    values: used === values.length ? values : values.slice(0, used),
    series: rows.length,
    bad,
    outside,
    histograms,
    unreadable,
  };
}
