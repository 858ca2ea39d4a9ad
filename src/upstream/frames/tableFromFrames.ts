import type { DataFrame, Field } from '@grafana/data';

import type { Notice } from '../../core/model/notice';
import { overRows } from '../../core/steps/overRows';
import { runAtOnce, type Steps } from '../../core/steps/steps';
import type { Labels, SeriesTable } from '../../core/model/series';
import type { SampleStamp } from '../alignSeries';
import { createTargetLabels } from '../graphite/targetLabels';
import { targetNotices } from '../graphite/targetNotices';
import { gridTimes, type TimeGrid } from '../grid';
import { readLabels } from '../readBody';
import { countNotice, limitSeries, type ParsedAnswer } from '../tableNotices';
import { longFrameSeries } from './longFrameSeries';
import { placeFrameSeries, type FrameSeries } from './placeFrameSeries';

export interface FrameOptions {
  /** What kind of data source answered: decides how labels and timestamps are read. Default "prometheus". */
  readonly kind?: 'prometheus' | 'graphite';
  /** Graphite only. See `TrafficDefinition.pathPattern`. */
  readonly pathPattern?: string;
  /** Display name of the upstream, for notices. */
  readonly upstream?: string;
}

/**
 * What an existing Grafana data source answered → a table on the grid: frames with a time field and number fields
 * (labels on the number field, or in text fields of the same row), or with number fields alone (the newest bucket).
 * Never throws on a frame.
 */
export function tableFromFrames(
  frames: readonly DataFrame[],
  grid: TimeGrid,
  options: FrameOptions = {}
): ParsedAnswer {
  return runAtOnce(tableSteps(frames, grid, options));
}

/** Cells of a table that take as long as one frame or series, about. */
const FRAME_WIDTH = 100;

/** `tableFromFrames` in steps, so that the main thread can do other things in between. */
export function* tableSteps(
  frames: readonly DataFrame[],
  grid: TimeGrid,
  options: FrameOptions = {}
): Steps<ParsedAnswer> {
  const upstream = options.upstream ?? (options.kind === 'graphite' ? 'Graphite' : 'Prometheus');
  const stamp: SampleStamp = options.kind === 'graphite' ? 'start' : 'end';
  const times = gridTimes(grid);
  const all: FrameSeries[] = [];
  const told: Notice[] = [];
  let unread = 0;
  yield* overRows(frames.length, FRAME_WIDTH, (from, end) => {
    for (const frame of frames.slice(from, end)) {
      frameSeries(frame).forEach((series) => all.push(series));
      told.push(...frameNotices(frame, upstream));
      unread += frame.length > 0 && !hasNumbers(frame) ? 1 : 0;
    }
  });
  const { kept, notices: limited } = limitSeries(all.length, times.length, upstream);
  const values = new Float64Array(kept * times.length);
  const targets = createTargetLabels(options.kind === 'graphite' ? options.pathPattern : undefined);
  let bad = 0;
  const labels = new Array<Labels>(kept);
  yield* overRows(kept, FRAME_WIDTH + times.length, (from, end) => {
    values.fill(NaN, from * times.length, end * times.length);
    for (let row = from; row < end; row++) {
      const series = all[row];
      bad += placeFrameSeries(series, { values, offset: row * times.length, times, stepMs: grid.stepMs }, stamp);
      labels[row] = options.kind === 'graphite' ? targets.labelsOf(series.name, series.labels) : series.labels;
    }
  });
  const table: SeriesTable = { labels, times, values };
  return {
    table,
    notices: [
      ...told,
      ...limited,
      ...targetNotices(targets, upstream),
      ...countNotice(
        unread,
        'warning',
        upstream,
        (count) =>
          `${count} frames hold no numbers and were left out. Write an expression that gives numbers over time.`
      ),
      ...countNotice(bad, 'warning', upstream, (count) => `${count} samples were no numbers and were left out.`),
    ],
  };
}

function hasNumbers(frame: DataFrame): boolean {
  return frame.fields.some(isNumberField);
}

function isNumberField(field: Field): boolean {
  return field.type === 'number';
}

function frameSeries(frame: DataFrame): readonly FrameSeries[] {
  const time = frame.fields.find((field) => field.type === 'time');
  const numbers = frame.fields.filter(isNumberField);
  const texts = frame.fields.filter((field) => field.type === 'string');
  if (texts.length > 0 && numbers.length > 0) {
    return longFrameSeries(numbers[0], texts, time);
  }
  return numbers.map((field) => ({
    name: frame.name ?? field.config.displayNameFromDS ?? field.config.displayName ?? field.name,
    labels: readLabels(field.labels),
    times: time?.values,
    values: field.values,
    stepMs: typeof time?.config.interval === 'number' && time.config.interval > 0 ? time.config.interval : undefined,
  }));
}

function frameNotices(frame: DataFrame, upstream: string): readonly Notice[] {
  return (frame.meta?.notices ?? []).map(({ severity, text, link }) => ({
    severity,
    text: `${upstream}: ${text}`,
    upstream,
    link,
  }));
}
