import { useEffect, useMemo, useState } from 'react';
import type { DataFrame } from '@grafana/data';
import { MAIN_THREAD } from '../../browser/pause';
import { runInSlices, type Slicing } from '../../core/steps/runInSlices';
import { decodeSteps, decodeTraffic } from '../../frames/decode';
import type { Decoded } from '../../frames/decoded';
import type { FrameMapping } from '../../frames/mapping';

/** How much is read at once, and how the rest is cut. */
export interface Decoding {
  readonly slicing: Slicing;
  /** Rows of all frames but histories that are read at once: within a frame. */
  readonly rowsAtOnce: number;
}

const DECODING: Decoding = Object.freeze({ slicing: MAIN_THREAD, rowsAtOnce: 8_000 });

interface Asked {
  readonly series: readonly DataFrame[];
  readonly mapping: FrameMapping;
  readonly time: number;
}

/** Rows to read: of a frame that holds many series, those of each. */
function rowsIn(series: readonly DataFrame[]): number {
  return series.reduce((rows, { fields, length, meta }) => {
    const seriesOf = fields.filter(({ labels }) => labels !== undefined).length;
    return rows + (meta?.custom?.part === 'history' ? 0 : length * Math.max(1, seriesOf));
  }, 0);
}

/**
 * Reads traffic from frames, only when these, the mapping or the time change. Little is read at once. With much of it the
 * page stays quick: until it is read, what was read last stays; undefined where that is nothing. Newer frames end the work
 * on older ones.
 *
 * @param time of data without one, in milliseconds
 */
export function useDecoded(
  series: readonly DataFrame[],
  mapping: FrameMapping,
  time: number,
  { slicing, rowsAtOnce }: Decoding = DECODING
): Decoded | undefined {
  const asked = useMemo((): Asked => ({ series, mapping, time }), [series, mapping, time]);
  const isLarge = rowsIn(series) > rowsAtOnce;
  const atOnce = useMemo(
    () => (isLarge ? undefined : decodeTraffic(asked.series, asked.mapping, { time: asked.time })),
    [asked, isLarge]
  );
  const [sliced, setSliced] = useState<Decoded>();
  useEffect(
    () =>
      isLarge
        ? runInSlices(decodeSteps(asked.series, asked.mapping, { time: asked.time }), slicing, setSliced, (error) =>
            setSliced(() => {
              throw error;
            })
          )
        : undefined,
    [asked, isLarge, slicing]
  );
  if (atOnce !== undefined && sliced !== atOnce) {
    // What is read now is what stays while something larger is.
    setSliced(atOnce);
  }
  return atOnce ?? sliced;
}
