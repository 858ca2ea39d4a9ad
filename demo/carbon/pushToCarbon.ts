import { setTimeout as delay } from 'node:timers/promises';
import type { Simulation } from '../../src/core/simulation';
import { FLUSH_MS, carbonPoints, renderCarbon } from './carbonLines';
import { sendToCarbon, type CarbonAddress } from './sendToCarbon';

export interface CarbonPush {
  stop(): Promise<void>;
}

const CHECK_MS = 1_000;
/** What carbon missed is sent when it is back, but no more than an hour of it. */
const LONGEST_GAP_MS = 3_600_000;

/** Pushes each flush to carbon when its time has come, beginning after `fromMs`; what fails is sent again later. */
export function pushToCarbon(
  address: CarbonAddress,
  simulation: Simulation,
  { fromMs, now }: { readonly fromMs: number; readonly now: () => number }
): CarbonPush {
  const stopping = new AbortController();
  const running = pushUntilStopped(address, simulation, fromMs, now, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function pushUntilStopped(
  address: CarbonAddress,
  simulation: Simulation,
  fromMs: number,
  now: () => number,
  signal: AbortSignal
): Promise<void> {
  let sent = Math.floor(fromMs / FLUSH_MS) * FLUSH_MS;
  while (!signal.aborted) {
    const due = Math.floor(now() / FLUSH_MS) * FLUSH_MS;
    sent = Math.max(sent, due - LONGEST_GAP_MS);
    try {
      if (sent < due) {
        await sendToCarbon(address, flushes(simulation, sent, due), signal);
        sent = due;
      }
      await delay(CHECK_MS, undefined, { signal });
    } catch {
      // Stopped, or carbon is away: what was not sent is still due at the next check.
      await delay(CHECK_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

function* flushes(simulation: Simulation, afterMs: number, toMs: number): Generator<string> {
  for (let timeMs = afterMs + FLUSH_MS; timeMs <= toMs; timeMs += FLUSH_MS) {
    yield renderCarbon(carbonPoints(simulation, timeMs), timeMs);
  }
}
