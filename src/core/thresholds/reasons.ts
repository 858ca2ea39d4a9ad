import type { NodeMetric } from '../model/nodeMetric';
import type { Transition } from '../model/result';
import { STATE_DANGER, STATE_NO_DATA, STATE_NORMAL } from '../model/state';
import type { ThresholdMetric, ThresholdRule } from '../model/threshold';

/** How numbers are written: whoever shows them knows the units of its surroundings. */
export interface ValueFormat {
  /** Requests per second. */
  readonly rate: (perSecond: number) => string;
  /** 0–1. */
  readonly ratio: (value: number) => string;
  readonly seconds: (seconds: number) => string;
  readonly bytes: (bytesPerSecond: number) => string;
  /** A value in any of Grafana's units, by id. */
  readonly inUnit: (value: number, unit: string) => string;
}

const METRIC_WORDS: Readonly<Record<ThresholdMetric, string>> = {
  errorRatio: 'error ratio',
  classRatio: 'share of class',
  p50: 'p50 latency',
  p95: 'p95 latency',
  p99: 'p99 latency',
  rate: 'request rate',
  rateToBaseline: 'request rate against its usual',
  bytes: 'bytes per second',
  saturation: 'saturation',
  custom: 'metric',
};

/** A value of a rule's metric, with its unit; that of a metric of services is the metric's own. */
function metricValue(
  { metric, metricName }: ThresholdRule,
  value: number,
  format: ValueFormat,
  metrics: readonly NodeMetric[] = []
): string {
  switch (metric) {
    case 'errorRatio':
    case 'classRatio':
    case 'rateToBaseline':
    case 'saturation':
      return format.ratio(value);
    case 'p50':
    case 'p95':
    case 'p99':
      return format.seconds(value);
    case 'bytes':
      return format.bytes(value);
    case 'rate':
      return format.rate(value);
    case 'custom':
      return format.inUnit(value, metrics.find(({ name }) => name === metricName)?.unit ?? 'short');
  }
}

/** What a rule looks at: "p95 latency", "share of class danger". */
export function metricWords(rule: Pick<ThresholdRule, 'metric' | 'metricName' | 'className'>): string {
  if (rule.metric === 'custom') {
    return rule.metricName ?? METRIC_WORDS.custom;
  }
  return rule.metric === 'classRatio' ? `share of class ${rule.className ?? ''}`.trim() : METRIC_WORDS[rule.metric];
}

/**
 * Why a subject is in its state: "error ratio 8% is above 5%", or "error ratio 0.2% is no longer above 1%". Undefined where
 * neither a rule nor an alert decided, and where nothing is known.
 */
export function reasonWords(
  transition: Transition | undefined,
  format: ValueFormat,
  metrics?: readonly NodeMetric[]
): string | undefined {
  if (transition?.alert !== undefined) {
    return `alert ${transition.alert} fires`;
  }
  const rule = transition?.rule;
  if (transition === undefined || rule === undefined || transition.to === STATE_NO_DATA) {
    return undefined;
  }
  const limit = transition.to === STATE_DANGER ? rule.danger : (rule.warning ?? rule.danger);
  const direction = transition.to === STATE_NORMAL ? `no longer ${rule.direction}` : rule.direction;
  const value = transition.value === undefined ? '' : ` ${metricValue(rule, transition.value, format, metrics)}`;
  const bound = limit === undefined ? '' : ` is ${direction} ${metricValue(rule, limit, format, metrics)}`;
  return `${metricWords(rule)}${value}${bound}`;
}
