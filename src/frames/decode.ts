import type { DataFrame } from '@grafana/data';

import type { TrafficResult } from '../core/model/result';
import type { ThresholdRule } from '../core/model/threshold';
import { CONTRACT_VERSION } from './contract';
import { decodeOwn, ownParts } from './decodeOwn';
import type { FrameMapping } from './mapping';

export interface DecodeOptions {
  /** Rules for data that brings none; absent: `DEFAULT_THRESHOLDS`. */
  readonly thresholds?: readonly ThresholdRule[];
  /** Time of data without one, in milliseconds: the end of the request's range. Default 0. */
  readonly time?: number;
}

/** A result, or one plain sentence that says why there is none and what to do. */
export interface Decoded {
  readonly result?: TrafficResult;
  readonly problem?: string;
}

/**
 * Reads traffic from our own frames, from Node Graph frames of any data source, and from any table or series with a
 * source and a target. Never throws on data. Arrays of our own frames are taken over, not copied.
 */
export function decodeTraffic(
  frames: readonly DataFrame[],
  mapping: FrameMapping = {},
  options: DecodeOptions = {}
): Decoded {
  const own = ownParts(frames);
  if (own !== undefined) {
    return own.version > CONTRACT_VERSION
      ? {
          problem: `This data has version ${own.version} of the traffic frames; this panel reads up to ${CONTRACT_VERSION}. Update the Traffic Intuition panel.`,
        }
      : decodeOwn(own);
  }
  return {
    problem:
      'There is no data. Choose a Traffic Intuition data source, or a query that gives services as source and target.',
  };
}
