import type { Labels } from '../../../core/model/series';
import type { AlignTarget } from '../../alignSeries';
import { isRecord } from '../../readBody';
import { MAXIMUM_CELLS } from '../../tableNotices';
import { placeSamples } from '../placeSamples';
import type { PrometheusRows } from '../rows';
import { type ByteCursor, CLOSE_BRACE, CLOSE_BRACKET, COMMA, literal, take } from './cursor';
import { createGrowingValues, openRow } from './growingValues';
import { createLabelReader, readLabels } from './labelReader';
import { createSampleReader, readMany, readOne } from './sampleReader';

/** An answer whose rows were read from its bytes, and the rest of it as data. */
export interface ScannedAnswer extends PrometheusRows {
  /** The body without its rows. */
  readonly envelope: Record<string, unknown>;
}

const RESULT = literal('"result":[');
const METRIC = literal('{"metric":');
const VALUES = literal(',"values":');
const VALUE = literal(',"value":');

/** Stands for the rows in the envelope: where it is found again, there they were. */
const ROWS_WERE_HERE = 'rows of the result';

/**
 * Reads the rows of a successful answer of Prometheus straight from its bytes into a table, without the objects that
 * JSON.parse makes of every sample. `undefined` for whatever is not compact JSON in the order that Prometheus and its
 * kin write, native histograms included: JSON.parse is for those. Gives what JSON.parse would lead to, or nothing.
 */
export function scanAnswer(bytes: Uint8Array, times: Float64Array, stepMs: number): ScannedAnswer | undefined {
  const from = afterResult(bytes);
  if (from === undefined) {
    return undefined;
  }
  const cursor: ByteCursor = { bytes, at: from };
  const rows = scanRows(cursor, times, stepMs);
  const envelope = rows && readEnvelope(bytes, from, cursor.at);
  return rows && envelope && { ...rows, envelope };
}

/** The byte after the bracket that opens the rows. */
function afterResult(bytes: Uint8Array): number | undefined {
  for (let at = bytes.indexOf(RESULT[0]); at >= 0; at = bytes.indexOf(RESULT[0], at + 1)) {
    const cursor: ByteCursor = { bytes, at };
    if (take(cursor, RESULT)) {
      return cursor.at;
    }
  }
  return undefined;
}

/** Moves past the bracket that closes the rows. */
function scanRows(cursor: ByteCursor, times: Float64Array, stepMs: number): PrometheusRows | undefined {
  const { bytes } = cursor;
  const start = cursor.at;
  const width = times.length;
  const most = Math.floor(MAXIMUM_CELLS / Math.max(width, 1));
  const labelReader = createLabelReader(cursor);
  const samples = createSampleReader(cursor);
  const growing = createGrowingValues(width);
  const labels: Labels[] = [];
  let series = 0;
  let bad = 0;
  let outside = 0;
  const rows = (): PrometheusRows => {
    const values = growing.values.subarray(0, labels.length * width);
    return { labels, values, series, bad, outside, histograms: 0, unreadable: 0 };
  };
  if (bytes[cursor.at] === CLOSE_BRACKET) {
    cursor.at++;
    return rows();
  }
  for (;;) {
    const own = take(cursor, METRIC) ? readLabels(labelReader) : undefined;
    if (own === undefined) {
      return undefined;
    }
    const isRead = take(cursor, VALUES) ? readMany(samples) : take(cursor, VALUE) && readOne(samples);
    if (!isRead || bytes[cursor.at++] !== CLOSE_BRACE) {
      return undefined;
    }
    if (series < most) {
      const target: AlignTarget = {
        values: openRow(growing, series, (cursor.at - start) / (bytes.length - start)),
        offset: series * width,
        times,
        stepMs,
      };
      outside += placeSamples(samples, target);
      bad += samples.bad;
      labels.push(own);
    }
    series++;
    const next = bytes[cursor.at++];
    if (next === CLOSE_BRACKET) {
      return rows();
    }
    if (next !== COMMA) {
      return undefined;
    }
  }
}

/** @param to after the bracket that closes the rows */
function readEnvelope(bytes: Uint8Array, from: number, to: number): Record<string, unknown> | undefined {
  const decoder = new TextDecoder();
  const text = `${decoder.decode(bytes.subarray(0, from))}"${ROWS_WERE_HERE}"]${decoder.decode(bytes.subarray(to))}`;
  try {
    const envelope: unknown = JSON.parse(text);
    const data = isRecord(envelope) ? envelope.data : undefined;
    const isRead =
      isRecord(data) &&
      (data.resultType === 'matrix' || data.resultType === 'vector') &&
      Array.isArray(data.result) &&
      data.result[0] === ROWS_WERE_HERE;
    return isRead && isRecord(envelope) && envelope.status === 'success' ? envelope : undefined;
  } catch {
    return undefined;
  }
}
