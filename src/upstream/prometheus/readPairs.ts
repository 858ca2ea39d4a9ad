import type { Samples } from '../alignSeries';
import { parseNumber } from '../parseNumber';

/** `[seconds, value]` pairs of a parsed body → samples, and how many of them are no numbers. */
export function readPairs(pairs: readonly unknown[]): Samples & { readonly bad: number } {
  const times = new Float64Array(pairs.length);
  const values = new Float64Array(pairs.length);
  let count = 0;
  for (const pair of pairs) {
    const time: unknown = Array.isArray(pair) ? pair[0] : undefined;
    const value = Array.isArray(pair) ? parseNumber(pair[1]) : undefined;
    if (typeof time === 'number' && Number.isFinite(time) && value !== undefined) {
      times[count] = time * 1000;
      values[count] = value;
      count++;
    }
  }
  return { times, values, count, bad: pairs.length - count };
}
