import type { TrafficHistory } from '../../core/model/history';
import type { NodeMetric } from '../../core/model/nodeMetric';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { memberMask } from './members';

/** A metric of a service, or of the services of a group. */
export interface MetricFact {
  readonly label: string;
  readonly value: number;
  /** Grafana's id. */
  readonly unit: string;
}

/** What a metric is called: that of a group is of all its services, or of the one that is worst off. */
function labelOf({ name, kind }: NodeMetric, isGroup: boolean): string {
  const word = name.slice(0, 1).toUpperCase() + name.slice(1);
  return isGroup ? `${word}, ${kind === 'capacity' ? 'all' : 'highest'}` : word;
}

/** Metrics that a row of a view has a value of. */
export function metricFacts({ nodes }: TrafficView, pick: ScenePick): readonly MetricFact[] {
  if (pick.kind !== 'node') {
    return [];
  }
  const isGroup = nodes.kinds[pick.row] === 'group';
  return (nodes.metrics ?? []).flatMap((metric) => {
    const value = metric.values[pick.row];
    return Number.isNaN(value) ? [] : [{ label: labelOf(metric, isGroup), value, unit: metric.unit }];
  });
}

/** The course of a metric, one value a bucket. */
export interface MetricCourse {
  readonly label: string;
  readonly unit: string;
  readonly values: Float64Array;
}

/** What changes over time of a row's metrics: of a group's services the highest. Capacities hardly ever do. */
export function metricCourses(history: TrafficHistory, view: TrafficView, pick: ScenePick): readonly MetricCourse[] {
  const metrics = (history.nodes.metrics ?? []).filter(({ kind }) => kind !== 'capacity');
  if (pick.kind !== 'node' || metrics.length === 0) {
    return [];
  }
  const isGroup = view.nodes.kinds[pick.row] === 'group';
  const inside = memberMask(history.nodes, view, pick.row);
  const buckets = history.times.length;
  return metrics.flatMap((metric) => {
    const values = new Float64Array(buckets).fill(NaN);
    metric.values.forEach((value, cell) => {
      const bucket = cell % buckets;
      if (inside[Math.floor(cell / buckets)] === 1 && !(values[bucket] >= value) && !Number.isNaN(value)) {
        values[bucket] = value;
      }
    });
    return values.every(Number.isNaN) ? [] : [{ label: labelOf(metric, isGroup), unit: metric.unit, values }];
  });
}
