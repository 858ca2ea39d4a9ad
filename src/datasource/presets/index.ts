import { GRAPHITE_STATSD } from './graphiteStatsd';
import { GRAPHITE_TAGGED } from './graphiteTagged';
import { ISTIO } from './istio';
import type { Preset } from './preset';
import { SERVICE_GRAPH } from './serviceGraph';

/** Every preset, the most widespread first. A new one is one file and one line here. */
export const PRESETS: readonly Preset[] = Object.freeze([ISTIO, SERVICE_GRAPH, GRAPHITE_TAGGED, GRAPHITE_STATSD]);

/** The preset of an id; undefined for one that is not, or no longer, there. */
export function presetById(id: string | undefined): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
