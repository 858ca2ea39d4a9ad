import type { TrafficDefinition } from '../../core/model/definition';
import type { NameMapping } from '../../core/model/naming';
import type { UpstreamReference } from '../types';

/** How one system names its traffic: everything of a definition but where to ask. One file each. */
export interface Preset extends Pick<
  TrafficDefinition,
  'expressions' | 'mapping' | 'naming' | 'pathPattern' | 'classes' | 'latencyUnit'
> {
  /** Stable: saved queries refer to it. */
  readonly id: string;
  readonly label: string;
  readonly kind: UpstreamReference['kind'];
  /** One line: what must be there for it to work. */
  readonly needs: string;
  /** What must be turned on or added where the metrics are made. Absent: they are there by default. */
  readonly enable?: string;
  /** What is there if the system is: a selector of PromQL, or a Graphite target. Cheap to count. */
  readonly detect: string;
  /** Labels of the detected series that tell edges apart, for Prometheus. Absent: those of the mapping. */
  readonly edgeLabels?: readonly string[];
  /** What to know of its numbers; shown with the fields. Empty where there is nothing. */
  readonly pitfalls: string;
}

/** For presets whose targets are the hosts that were asked: "orders.shop.svc.cluster.local" is "orders" in "shop". */
export const HOST_NAMES: NameMapping = Object.freeze({ hosts: Object.freeze({}) });

/** What is asked for and counted when a preset is looked for. */
export type Detectable = Pick<Preset, 'detect' | 'edgeLabels' | 'mapping' | 'pathPattern'>;

/** Labels that tell a preset's edges apart in what it detects. */
export function edgeLabelsOf({ edgeLabels, mapping: { source, target } }: Detectable): readonly string[] {
  return (
    edgeLabels ?? [source, target].flatMap(({ label, groupLabels = [] }) => [...groupLabels, ...(label ? [label] : [])])
  );
}

/**
 * How much a preset tells of an edge, 1 at most: requests, errors and latency count alike, so that messages tell little,
 * and flows whose bytes alone are known least.
 */
export function worthOf({ expressions, mapping }: Preset): number {
  const tellsErrors = expressions.errors !== undefined || mapping.classLabel !== undefined;
  const tellsLatency = [expressions.p50, expressions.p95, expressions.p99].some((text) => text !== undefined);
  const tellsRequests = expressions.requests !== undefined;
  return ((tellsRequests ? 1 : 0.5) + (tellsErrors ? 1 : 0) + (tellsLatency ? 1 : 0)) / 3;
}
