import type { DataFrame } from '@grafana/data';

import type { Notice } from '../core/model/notice';
import type { ThresholdRule } from '../core/model/threshold';
import { runAtOnce, type Steps } from '../core/steps/steps';
import { CONTRACT_VERSION } from './contract';
import type { Decoded } from './decoded';
import { decodeOwn, ownParts } from './decodeOwn';
import type { FrameMapping } from './mapping';
import { readNotices } from './metaReaders';
import { resultFromRows } from './resultFromRows';
import { rowsFromNodeGraph } from './rowsFromNodeGraph';
import { rowsFromTables } from './rowsFromTables';

export interface DecodeOptions {
  /** Rules for data that brings none; absent: `DEFAULT_THRESHOLDS`. */
  readonly thresholds?: readonly ThresholdRule[];
  /** Time of data without one, in milliseconds: the end of the request's range. Default 0. */
  readonly time?: number;
}

/**
 * Reads traffic from our own frames, from Node Graph frames of any data source, and from any table or series with a
 * source and a target. A mapping that names both reads as a table what could be read otherwise. Never throws on data.
 * Arrays of our own frames are taken over, not copied.
 */
export function decodeTraffic(
  frames: readonly DataFrame[],
  mapping: FrameMapping = {},
  options: DecodeOptions = {}
): Decoded {
  return runAtOnce(decodeSteps(frames, mapping, options));
}

/** `decodeTraffic` in steps, so that the main thread can do other things in between. */
export function* decodeSteps(
  frames: readonly DataFrame[],
  mapping: FrameMapping = {},
  options: DecodeOptions = {}
): Steps<Decoded> {
  const own = ownParts(frames);
  if (own !== undefined && own.version > CONTRACT_VERSION) {
    return {
      problem: `This data has version ${own.version} of the traffic frames; this panel reads up to ${CONTRACT_VERSION}. Update the Traffic Intuition panel.`,
    };
  }
  if (own?.history !== undefined) {
    return yield* decodeOwn(own);
  }
  const filled = frames.filter((frame) => frame.length > 0 && frame.fields.length > 0);
  if (filled.length === 0) {
    return { problem: 'The query answered without data. Choose a wider time range, or check the query.' };
  }
  return yield* decodeForeign(filled, mapping, options);
}

function* decodeForeign(frames: readonly DataFrame[], mapping: FrameMapping, options: DecodeOptions): Steps<Decoded> {
  const id = frames[0].refId ?? 'data';
  const time = options.time ?? 0;
  const notices = frames.flatMap((frame) => readNotices(frame.meta?.notices));
  const graph =
    mapping.source === undefined && mapping.target === undefined ? yield* rowsFromNodeGraph(frames) : undefined;
  if (graph !== undefined && graph.rows.length > 0) {
    const { rows, cards, classes } = graph;
    const extra = graph.ratesFromThickness ? [THICKNESS_NOTICE] : [];
    return {
      result: yield* resultFromRows(rows, {
        id,
        time,
        thresholds: options.thresholds,
        classes,
        cards,
        notices: [...notices, ...extra],
      }),
    };
  }
  const rows = yield* rowsFromTables(frames, mapping);
  return rows.length === 0
    ? { problem: missingEnds(frames, mapping) }
    : { result: yield* resultFromRows(rows, { id, time, thresholds: options.thresholds, notices }) };
}

const THICKNESS_NOTICE: Notice = {
  severity: 'info',
  text: 'These edges have no statistic, so that their thickness stands for their rate: only compare rates with each other.',
};

const LISTED_NAMES = 12;

function missingEnds(frames: readonly DataFrame[], mapping: FrameMapping): string {
  const names = [
    ...new Set(
      frames.flatMap((frame) => frame.fields.flatMap((field) => [field.name, ...Object.keys(field.labels ?? {})]))
    ),
  ];
  const listed =
    names.slice(0, LISTED_NAMES).join(', ') +
    (names.length > LISTED_NAMES ? ` and ${names.length - LISTED_NAMES} more` : '');
  const wanted = [mapping.source, mapping.target].filter((name) => name !== undefined && !names.includes(name));
  const what =
    wanted.length > 0
      ? `This data has no field or label ${wanted.map((name) => `"${name}"`).join(' or ')}`
      : 'This data has no source and target';
  return `${what}; fields found: ${listed}. Choose them in the panel options → Data.`;
}
