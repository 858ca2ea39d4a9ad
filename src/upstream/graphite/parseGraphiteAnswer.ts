import type { Notice } from '../../core/model/notice';
import type { Labels } from '../../core/model/series';
import { alignSeries, sampleStep } from '../alignSeries';
import { upstreamErrorText } from '../errorText';
import { gridTimes, type TimeGrid } from '../grid';
import { parseNumber } from '../parseNumber';
import { isRecord, readBody, readLabels } from '../readBody';
import { countNotice, limitSeries, type ParsedAnswer } from '../tableNotices';
import { createTargetLabels } from './targetLabels';
import { targetNotices } from './targetNotices';

export interface GraphiteAnswerOptions {
  /** Display name of the upstream, for notices. Default "Graphite". */
  readonly upstream?: string;
  /** See `TrafficDefinition.pathPattern`. */
  readonly pathPattern?: string;
}

/** The body of `/render?format=json`, parsed or as text → a table on the grid. Never throws on a body. */
export function parseGraphiteAnswer(body: unknown, grid: TimeGrid, options: GraphiteAnswerOptions = {}): ParsedAnswer {
  const upstream = options.upstream ?? 'Graphite';
  const times = gridTimes(grid);
  const failed = (notice: Notice): ParsedAnswer => ({
    table: { labels: [], times, values: new Float64Array(0) },
    notices: [notice],
  });
  const read = readBody(body, upstream);
  if ('notice' in read) {
    return failed(read.notice);
  }
  const rows = read.json;
  if (!Array.isArray(rows)) {
    return failed({ severity: 'error', upstream, text: upstreamErrorText({ upstream, kind: 'unreadable' }) });
  }
  const { kept, notices: limited } = limitSeries(rows.length, times.length, upstream);
  const targets = createTargetLabels(options.pathPattern);
  const values = new Float64Array(kept * times.length).fill(NaN);
  const labels: Labels[] = [];
  let unreadable = 0;
  let bad = 0;
  for (let row = 0; row < kept; row++) {
    const series: unknown = rows[row];
    if (!isRecord(series) || typeof series.target !== 'string' || !Array.isArray(series.datapoints)) {
      unreadable++;
      continue;
    }
    const samples = readDatapoints(series.datapoints);
    bad += samples.bad;
    const target = { values, offset: labels.length * times.length, times, stepMs: grid.stepMs };
    alignSeries(target, samples, sampleStep(samples.times, samples.count, grid.stepMs), 'start');
    labels.push(targets.labelsOf(series.target, readLabels(series.tags)));
  }
  return {
    table: { labels, times, values: values.slice(0, labels.length * times.length) },
    notices: [
      ...limited,
      ...targetNotices(targets, upstream),
      ...countNotice(
        unreadable,
        'warning',
        upstream,
        (count) => `${count} series could not be read and were left out.`
      ),
      ...countNotice(bad, 'warning', upstream, (count) => `${count} datapoints were no numbers and were left out.`),
    ],
  };
}

/** `[value, seconds]` pairs; null is no sample. */
function readDatapoints(datapoints: readonly unknown[]): {
  times: Float64Array;
  values: Float64Array;
  count: number;
  bad: number;
} {
  const times = new Float64Array(datapoints.length);
  const values = new Float64Array(datapoints.length);
  let count = 0;
  let bad = 0;
  for (const datapoint of datapoints) {
    const time = Array.isArray(datapoint) ? parseNumber(datapoint[1]) : undefined;
    const raw: unknown = Array.isArray(datapoint) ? datapoint[0] : undefined;
    const value = raw === null ? NaN : parseNumber(raw);
    if (time === undefined || !Number.isFinite(time) || value === undefined) {
      bad++;
      continue;
    }
    times[count] = time * 1000;
    values[count] = value;
    count++;
  }
  return { times, values, count, bad };
}
