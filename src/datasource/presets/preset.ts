import type { EdgeMapping, LatencyUnit, TrafficClass, TrafficExpressions } from '../../core/model/definition';
import type { UpstreamReference } from '../types';

/** How one system names its traffic: everything of a definition but where to ask. One file each. */
export interface Preset {
  /** Stable: saved queries refer to it. */
  readonly id: string;
  readonly label: string;
  readonly kind: UpstreamReference['kind'];
  /** One line: what must be there for it to work. */
  readonly needs: string;
  /** What is there if the system is: a selector of PromQL, or a Graphite target. Cheap to count. */
  readonly detect: string;
  /** What to know of its numbers; shown with the fields. Empty where there is nothing. */
  readonly pitfalls: string;
  readonly expressions: TrafficExpressions;
  readonly mapping: EdgeMapping;
  readonly pathPattern?: string;
  readonly classes?: readonly TrafficClass[];
  readonly latencyUnit?: LatencyUnit;
}
