import type { Field } from '@grafana/data';

import { nameWithRole } from './fieldRoles';
import type { FrameMapping } from './mapping';

export const METRICS = ['rate', 'errors', 'errorRatio', 'p50', 'p95', 'p99', 'bytes'] as const;
export type Metric = (typeof METRICS)[number];

/** A field that holds a metric, and the factor to req/s, 0–1, seconds or bytes per second. */
export interface MetricField {
  readonly field: Field;
  readonly metric: Metric;
  readonly scale: number;
}

const SECONDS_BY_UNIT: Readonly<Record<string, number>> = {
  s: 1,
  ms: 1e-3,
  'ms/r': 1e-3,
  µs: 1e-6,
  us: 1e-6,
  ns: 1e-9,
  m: 60,
};
const PER_SECOND_BY_UNIT: Readonly<Record<string, number>> = {
  reqps: 1,
  'r/sec': 1,
  rps: 1,
  ops: 1,
  cps: 1,
  'r/s': 1,
  'req/s': 1,
  'hits/s': 1,
  rpm: 1 / 60,
  reqpm: 1 / 60,
  opm: 1 / 60,
  cpm: 1 / 60,
  'r/min': 1 / 60,
  't/min': 1 / 60,
  'hits/min': 1 / 60,
};
const BYTES_BY_UNIT: Readonly<Record<string, number>> = {
  Bps: 1,
  binBps: 1,
  KBs: 1e3,
  KiBs: 1024,
  MBs: 1e6,
  MiBs: 1024 ** 2,
  bps: 1 / 8,
  binbps: 1 / 8,
};
const RATIO_BY_UNIT: Readonly<Record<string, number>> = { percentunit: 1, percent: 0.01 };

/** What a unit says of a metric. A latency of no known quantile is taken as typical, p50. */
export function metricOfUnit(unit: string | undefined): Metric | undefined {
  if (unit === undefined) {
    return undefined;
  }
  const key = unit.trim();
  if (Object.hasOwn(PER_SECOND_BY_UNIT, key)) {
    return 'rate';
  }
  if (Object.hasOwn(SECONDS_BY_UNIT, key)) {
    return 'p50';
  }
  if (Object.hasOwn(RATIO_BY_UNIT, key)) {
    return 'errorRatio';
  }
  return Object.hasOwn(BYTES_BY_UNIT, key) ? 'bytes' : undefined;
}

/** Factor from a field's unit, or from the unit at the end of its name, to that of the metric. */
export function metricScale(metric: Metric, field: Field): number {
  const unit = field.config.unit?.trim() ?? '';
  const factors =
    metric === 'rate' || metric === 'errors'
      ? PER_SECOND_BY_UNIT
      : metric === 'errorRatio'
        ? RATIO_BY_UNIT
        : metric === 'bytes'
          ? BYTES_BY_UNIT
          : SECONDS_BY_UNIT;
  if (Object.hasOwn(factors, unit)) {
    return factors[unit];
  }
  if (factors === SECONDS_BY_UNIT && /(?:_ms|millis(?:econds)?|Ms)$/.test(field.name)) {
    return 1e-3;
  }
  return factors === RATIO_BY_UNIT && /(?:percent(?:age)?|pct|%)$/i.test(field.name) ? 0.01 : 1;
}

/** The metrics in the order in which fields are looked for: what one is said to be goes before what its name says. */
export const mappedFirst = (mapping: FrameMapping): readonly Metric[] => [
  ...METRICS.filter((metric) => mapping[metric] !== undefined),
  ...METRICS.filter((metric) => mapping[metric] === undefined),
];

/**
 * The number fields of a row that hold metrics: mapped, by usual names, then Node Graph's two statistics by their
 * units, and where nothing says what the rate is, the only number left.
 */
export function metricFields(fields: readonly Field[], mapping: FrameMapping): readonly MetricField[] {
  const numbers = fields.filter((field) => field.type === 'number');
  const names = numbers.map((field) => field.name);
  const found: MetricField[] = [];
  const add = (metric: Metric, field: Field | undefined): void => {
    if (field && !found.some((other) => other.metric === metric || other.field === field)) {
      found.push({ field, metric, scale: metricScale(metric, field) });
    }
  };
  for (const metric of mappedFirst(mapping)) {
    const name = nameWithRole(names, metric, mapping);
    add(metric, name === undefined ? undefined : numbers.find((field) => field.name === name));
  }
  const statistics = numbers.filter((field) => /^(?:main|secondary)stat$/i.test(field.name));
  for (const field of statistics) {
    const metric = metricOfUnit(field.config.unit);
    if (metric) {
      add(metric, field);
    }
  }
  add(
    'rate',
    statistics.find((field) => metricOfUnit(field.config.unit) === undefined)
  );
  if (statistics.length === 0 && !found.some(({ metric }) => metric === 'rate')) {
    const free = numbers.filter((field) => !found.some((other) => other.field === field));
    add('rate', free.length === 1 ? free[0] : free.find((field) => /^value/i.test(field.name)));
  }
  return found;
}

/** The metrics of one row, in their own units; cells without a number are absent. */
export function rowMetrics(fields: readonly MetricField[], row: number): Readonly<Partial<Record<Metric, number>>> {
  const metrics: Partial<Record<Metric, number>> = {};
  for (const { field, metric, scale } of fields) {
    const value: unknown = field.values[row];
    if (typeof value === 'number') {
      metrics[metric] = value * scale;
    }
  }
  return metrics;
}
