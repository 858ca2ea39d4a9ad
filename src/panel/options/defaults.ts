import { readKindRules } from '../model/kindRules';
import { readPins } from '../model/pins';
import { readRules } from './thresholdRules';
import type { PanelOptions, ScopeThresholds, ThresholdOptions } from './types';

const FROM_QUERY: ScopeThresholds = Object.freeze({
  errorRatio: Object.freeze({ source: 'query' } as const),
  p95: Object.freeze({ source: 'query' } as const),
  lowRate: Object.freeze({ source: 'query' } as const),
});

export const DEFAULT_THRESHOLD_OPTIONS: ThresholdOptions = Object.freeze({
  nodes: FROM_QUERY,
  edges: FROM_QUERY,
  rules: Object.freeze([]),
});

export const DEFAULT_OPTIONS: PanelOptions = Object.freeze({
  thresholds: DEFAULT_THRESHOLD_OPTIONS,
  layout: Object.freeze({ name: 'layered', order: 'worst' } as const),
  detail: 'auto',
  minimumRate: 0,
  particles: Object.freeze({
    maximum: 20000,
    size: 6,
    density: 'log',
    speed: 'latency',
    responses: false,
    frameRateLimit: 0,
  } as const),
  labels: Object.freeze({ show: true, edge: 'none', rateUnit: 'reqps', scale: 1 } as const),
  kinds: Object.freeze([]),
  sizeByTraffic: false,
  palette: 'theme',
  motion: 'system',
  zoomMode: 'cooperative',
  moveNodes: true,
  pins: Object.freeze([]),
  showLegend: true,
  showToolbar: true,
  showReplay: true,
  showStatistics: false,
  mapping: Object.freeze({}),
  query: '',
  variables: Object.freeze({}),
});

/** Options as a dashboard may hold them: written by hand, by an older version, or in part. */
export type StoredOptions = DeepPartial<PanelOptions>;

type DeepPartial<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> }
    : Value;

/** Fills what a stored value lacks. */
export function completeOptions(stored: StoredOptions): PanelOptions {
  return {
    ...DEFAULT_OPTIONS,
    ...stored,
    thresholds: {
      nodes: completeScope(stored.thresholds?.nodes),
      edges: completeScope(stored.thresholds?.edges),
      rules: readRules(stored.thresholds?.rules),
    },
    layout: { ...DEFAULT_OPTIONS.layout, ...stored.layout },
    particles: { ...DEFAULT_OPTIONS.particles, ...stored.particles },
    labels: { ...DEFAULT_OPTIONS.labels, ...stored.labels },
    kinds: readKindRules(stored.kinds),
    pins: readPins(stored.pins),
    mapping: { ...DEFAULT_OPTIONS.mapping, ...stored.mapping },
    variables: stored.variables ?? DEFAULT_OPTIONS.variables,
  };
}

function completeScope(stored: DeepPartial<ScopeThresholds> | undefined): ScopeThresholds {
  return {
    errorRatio: { ...FROM_QUERY.errorRatio, ...stored?.errorRatio },
    p95: { ...FROM_QUERY.p95, ...stored?.p95 },
    lowRate: { ...FROM_QUERY.lowRate, ...stored?.lowRate },
  };
}
