import { quantilesBy, rateBy } from '../presets/promql';
import type { QueryDefinition } from '../types';

/** What a person chose for a metric of their own. */
export interface GuidedChoice {
  readonly metric: string;
  readonly source: string;
  readonly target: string;
  readonly classLabel?: string;
  /** Other labels, whose values stay on edges. Absent: none. */
  readonly keepLabels?: readonly string[];
  /** Whether the metric's histogram has buckets. */
  readonly hasBuckets: boolean;
}

/** The part of a histogram's or counter's name that its series share. */
function stemOf(metric: string): string {
  return metric.replace(/_(count|sum|bucket|total)$/, '');
}

/** The histogram that belongs to a metric's count; undefined for a plain counter. */
export function bucketsOf(metric: string): string | undefined {
  return /_(count|sum|bucket)$/.test(metric) ? `${stemOf(metric)}_bucket` : undefined;
}

/** The counter of requests that a metric stands for: a histogram counts them in its `_count`. */
export function counterOf(metric: string): string {
  return /_(sum|bucket)$/.test(metric) ? `${stemOf(metric)}_count` : metric;
}

/** Whether a counter counts bytes rather than requests; a histogram of sizes counts requests. */
export function countsBytes(metric: string): boolean {
  return /(?:^|_)(?:bytes|octets)(?:_total)?$/.test(metric);
}

/** A definition filled in for a metric of one's own. */
export function guidedDefinition(definition: QueryDefinition, choice: GuidedChoice): QueryDefinition {
  const { metric, source, target, classLabel, keepLabels = [], hasBuckets } = choice;
  const edge = [source, target];
  const kept = keepLabels.filter((label) => ![source, target, classLabel].includes(label));
  const buckets = hasBuckets ? bucketsOf(metric) : undefined;
  return {
    id: definition.id,
    kind: definition.kind,
    upstream: definition.upstream,
    expressions: countsBytes(metric)
      ? { bytes: rateBy([...edge, ...kept], metric) }
      : {
          requests: rateBy([...edge, ...(classLabel ? [classLabel] : []), ...kept], counterOf(metric)),
          ...(buckets && quantilesBy(edge, buckets)),
        },
    mapping: {
      source: { label: source },
      target: { label: target },
      ...(classLabel && !countsBytes(metric) && { classLabel }),
    },
    ...(kept.length > 0 && { keepLabels: kept }),
    ...(buckets && /_(milliseconds|ms)_bucket$/.test(buckets) && { latencyUnit: 'ms' }),
  };
}
