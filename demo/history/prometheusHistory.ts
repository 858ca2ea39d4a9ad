import type { Simulation } from '../../src/core/simulation';
import { CONVENTIONS, renderLabels } from '../metrics/exposition';
import { GAUGE_WINDOW_MS, gaugesOf } from '../metrics/serviceGauges';
import { seriesOfSimulation } from '../metrics/series';
import { SCRAPE_INTERVAL_MS, TARGET_LABELS } from '../servers/prometheus';
import { remoteWrite, type WrittenSeries } from './remoteWrite';
import { stepsOf, type HistoryWindow } from './window';

/**
 * Steps written at once. Prometheus takes nothing older than an hour before the newest it has, so that time must
 * advance for all series together.
 */
const STEPS_A_BATCH = 40;

/**
 * Gives Prometheus the counters and gauges that it would have scraped in a window, had it scraped in step with a phase in
 * milliseconds.
 */
export async function writePrometheusHistory(
  url: string,
  simulation: Simulation,
  window: HistoryWindow,
  phaseMs: number,
  signal?: AbortSignal
): Promise<void> {
  const times = stepsOf(window, SCRAPE_INTERVAL_MS, phaseMs);
  const edges = seriesOfSimulation(simulation, CONVENTIONS);
  for (let start = 0; start < times.length; start += STEPS_A_BATCH) {
    const batch = times.slice(start, start + STEPS_A_BATCH);
    const series = edges.flatMap(({ edge, series: named }): WrittenSeries[] => {
      const counters = batch
        .map((timeMs) => [timeMs, simulation.cumulative(edge.index, timeMs)] as const)
        .filter(([, { present }]) => present);
      return counters.length === 0
        ? []
        : named.map(({ name, labels, read }) => ({
            name,
            labels: { ...TARGET_LABELS, ...labels },
            samples: counters.map(([timeMs, values]) => [timeMs, Math.floor(read(values))] as const),
          }));
    });
    await remoteWrite(url, [...series, ...gaugesAt(simulation, batch)], signal);
  }
}

/** Gauges of all services at some times, a series each. */
function gaugesAt(simulation: Simulation, times: readonly number[]): readonly WrittenSeries[] {
  const series = new Map<string, WrittenSeries & { readonly samples: Array<readonly [number, number]> }>();
  for (const timeMs of times) {
    for (const { name, labels, value } of simulation.loads(timeMs, GAUGE_WINDOW_MS).flatMap(gaugesOf)) {
      const key = name + renderLabels(labels);
      const known = series.get(key) ?? { name, labels: { ...TARGET_LABELS, ...labels }, samples: [] };
      known.samples.push([timeMs, value]);
      series.set(key, known);
    }
  }
  return [...series.values()];
}
