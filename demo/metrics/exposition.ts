import type { Simulation } from '../../src/core/simulation';
import { ISTIO } from './istio';
import { GAUGE_FAMILIES, GAUGE_WINDOW_MS, gaugesOf } from './serviceGauges';
import { seriesOfSimulation, type MetricFamily } from './series';
import { SERVICE_GRAPH } from './serviceGraph';

/** What the demo exposes, in all conventions at once. */
export const CONVENTIONS = Object.freeze([ISTIO, SERVICE_GRAPH]);

/** The content type of the Prometheus text format that `createExposition` renders. */
export const EXPOSITION_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Renders a simulation's counters and gauges at a time in milliseconds, as a server that Prometheus scrapes would. */
export function createExposition(simulation: Simulation): (timeMs: number) => string {
  const families = [...CONVENTIONS.flatMap((convention) => convention.families), ...GAUGE_FAMILIES];
  const edges = seriesOfSimulation(simulation, CONVENTIONS).map(({ edge, series }) => ({
    edge,
    series: series.map(({ name, labels, read }) => ({
      family: familyOf(families, name),
      text: `${name}${renderLabels(labels)} `,
      read,
    })),
  }));
  return (timeMs) => {
    const lines = new Map(families.map((family) => [family, header(family)]));
    for (const { edge, series } of edges) {
      const counters = simulation.cumulative(edge.index, timeMs);
      if (counters.present) {
        for (const { family, text, read } of series) {
          lines.get(family)?.push(text + Math.floor(read(counters)));
        }
      }
    }
    for (const { name, labels, value } of simulation.loads(timeMs, GAUGE_WINDOW_MS).flatMap(gaugesOf)) {
      lines.get(familyOf(families, name))?.push(`${name}${renderLabels(labels)} ${value}`);
    }
    return `${[...lines.values()].flat().join('\n')}\n`;
  };
}

/** Labels as the text format writes them. */
export function renderLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function escapeLabel(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/"/g, '\\"');
}

function header({ name, type, help }: MetricFamily): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function familyOf(families: readonly MetricFamily[], name: string): MetricFamily {
  const family = families.find((candidate) => candidate.name === name || name === `${candidate.name}${suffix(name)}`);
  if (!family) {
    throw new Error(`exposition: no metric family declares ${name}`);
  }
  return family;
}

function suffix(name: string): string {
  return /_(bucket|sum|count)$/.exec(name)?.[0] ?? '';
}
