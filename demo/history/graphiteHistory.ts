import { setTimeout as delay } from 'node:timers/promises';
import type { Simulation } from '../../src/core/simulation';
import { FLUSH_MS, carbonPoints, renderCarbon } from '../carbon/carbonLines';
import { sendToCarbon, type CarbonAddress } from '../carbon/sendToCarbon';
import { stepsOf, type HistoryWindow } from './window';

const POLL_MS = 250;
const VISIBLE_AFTER_MS = 60_000;

/** All that the demo's lines make, in Graphite's own language. */
const EVERYTHING = [
  `seriesByTag('name=~^traffic')`,
  'stats.counters.*.upstream.*.*.rate',
  'stats.timers.*.upstream.*.upper_95',
];

/** Gives carbon what statsd and its like would have flushed in a window. */
export async function writeGraphiteHistory(
  address: CarbonAddress,
  simulation: Simulation,
  window: HistoryWindow,
  signal?: AbortSignal
): Promise<void> {
  function* chunks(): Generator<string> {
    for (const timeMs of stepsOf(window, FLUSH_MS)) {
      yield renderCarbon(carbonPoints(simulation, timeMs), timeMs);
    }
  }
  await sendToCarbon(address, chunks(), signal);
}

/**
 * Waits until graphite-web shows all that was flushed at a time in milliseconds: carbon creates files and tags at its
 * own pace. Throws with the numbers where that takes too long.
 */
export async function waitForGraphite(
  url: string,
  simulation: Simulation,
  timeMs: number,
  signal?: AbortSignal
): Promise<void> {
  const expected = carbonPoints(simulation, timeMs).length;
  const giveUp = Date.now() + VISIBLE_AFTER_MS;
  let visible = await countVisible(url, timeMs, signal);
  while (visible < expected) {
    if (Date.now() > giveUp) {
      throw new Error(
        `Graphite at ${url}/render shows ${visible} of ${expected} series ${VISIBLE_AFTER_MS / 1000} s after they were sent.`
      );
    }
    await delay(POLL_MS, undefined, { signal });
    visible = await countVisible(url, timeMs, signal);
  }
}

interface RenderedSeries {
  readonly datapoints: ReadonlyArray<readonly [value: number | null, time: number]>;
}

async function countVisible(url: string, timeMs: number, signal?: AbortSignal): Promise<number> {
  const seconds = timeMs / 1000;
  const query = new URLSearchParams({
    from: String(seconds - 1),
    until: String(seconds),
    format: 'json',
    noCache: '1',
  });
  EVERYTHING.forEach((target) => query.append('target', target));
  const response = await fetch(`${url}/render?${query}`, { signal });
  if (!response.ok) {
    throw new Error(`Graphite at ${url}/render answered with status ${response.status}: ${await response.text()}`);
  }
  const series = (await response.json()) as readonly RenderedSeries[];
  return series.filter(({ datapoints }) => datapoints.some(([value]) => value !== null)).length;
}
