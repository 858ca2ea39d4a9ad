import type { TrafficDefinition } from '../../src/core/model/definition';
import { PRESETS, presetById } from '../../src/datasource/presets';

/** The definition that a preset fills in. */
export function definitionOf(presetId: string): TrafficDefinition {
  const preset = presetById(presetId);
  if (!preset) {
    throw new Error(`No preset "${presetId}"; there are ${PRESETS.map(({ id }) => id).join(', ')}`);
  }
  const { kind, expressions, mapping, pathPattern, classes, latencyUnit } = preset;
  return { id: presetId, kind, upstream: presetId, expressions, mapping, pathPattern, classes, latencyUnit };
}

/**
 * The demo's tagged series as they are, with their groups. Graphite's `groupByTags` refuses them: what is outside of the company has no
 * region and namespace, and it makes an empty tag of a missing one.
 */
export const TAGGED: TrafficDefinition = Object.freeze({
  ...definitionOf('graphite-tagged'),
  id: 'tagged',
  mapping: Object.freeze({
    source: Object.freeze({ label: 'source', groupLabels: ['source_region', 'source_namespace'] }),
    target: Object.freeze({ label: 'target', groupLabels: ['target_region', 'target_namespace'] }),
    classLabel: 'status',
    protocolLabel: 'protocol',
  }),
  expressions: Object.freeze({
    requests: "seriesByTag('name=traffic.requests')",
    p95: "seriesByTag('name=traffic.latency.p95')",
  }),
});
