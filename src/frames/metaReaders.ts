import type { ClassSeverity, TrafficClass } from '../core/model/definition';
import type { NodeKind } from '../core/model/history';
import type { LabelMatcher } from '../core/model/labelMatcher';
import type { NodeMetric } from '../core/model/nodeMetric';
import type { Notice } from '../core/model/notice';
import type { DeriveCounts, NodeMetricCounts, ShapeCounts, Transition } from '../core/model/result';
import type { ThresholdRule } from '../core/model/threshold';
import { isLabelMatchers } from '../core/thresholds/matcher';
import { readFloats } from './columns';

const SEVERITIES: readonly ClassSeverity[] = ['normal', 'warning', 'danger'];
const KINDS: readonly NodeKind[] = ['service', 'gateway', 'database', 'cache', 'queue', 'external', 'user', 'group'];

const NODE_METRIC_KINDS: ReadonlyArray<NodeMetric['kind']> = ['saturation', 'capacity', 'custom', 'load'];

const COUNTED: ReadonlyArray<keyof DeriveCounts> = ['series', 'samples', 'badSamples', 'edges'];
const SHAPE_STEPS: ReadonlyArray<keyof ShapeCounts> = ['edges', 'idle', 'hubs', 'externals', 'overLimit', 'shown'];

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The texts of a list; nothing of what is none. */
export function readTexts(value: unknown): readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : [];
}

/** The numbers of a list, plain or typed. */
export function readNumbers(value: unknown): Float64Array {
  return Float64Array.from(Array.isArray(value) ? value : [], (item: unknown) =>
    typeof item === 'number' ? item : NaN
  );
}

export function readKind(value: unknown): NodeKind {
  return KINDS.find((kind) => kind === value) ?? 'service';
}

/** Metrics of nodes, of `cells` values each; those that are incomplete are left out. */
export function readNodeMetrics(value: unknown, cells: number): readonly NodeMetric[] {
  return objects(value).flatMap(({ name, kind, unit, values }) => {
    const known = NODE_METRIC_KINDS.find((each) => each === kind);
    const read = readFloats(values, cells);
    return typeof name === 'string' && known && read
      ? [{ name, kind: known, unit: typeof unit === 'string' ? unit : 'short', values: read }]
      : [];
  });
}

export function readClasses(value: unknown): readonly TrafficClass[] {
  return objects(value).flatMap((item) => {
    const severity = SEVERITIES.find((known) => known === item.severity);
    const match = typeof item.match === 'string' ? { match: item.match } : {};
    const labels = objects(item.labels).flatMap((each): readonly LabelMatcher[] =>
      typeof each.label === 'string' && typeof each.match === 'string' ? [{ label: each.label, match: each.match }] : []
    );
    const asked = labels.length > 0 ? { labels } : {};
    return typeof item.name === 'string' && severity ? [{ name: item.name, severity, ...match, ...asked }] : [];
  });
}

export function readThresholds(value: unknown): readonly ThresholdRule[] {
  return objects(value).flatMap((item) => (isThresholdRule(item) ? [item] : []));
}

function isThresholdRule(item: unknown): item is ThresholdRule {
  return (
    isObject(item) &&
    typeof item.scope === 'string' &&
    typeof item.metric === 'string' &&
    typeof item.direction === 'string' &&
    (item.match === undefined || isMatcher(item.match))
  );
}

/** A rule whose matcher is odd would hold for more than it was meant for. */
function isMatcher(match: unknown): boolean {
  return (
    isObject(match) &&
    Object.entries(match).every(([part, value]) => (part === 'labels' ? isLabelMatchers(value) : isPattern(value)))
  );
}

function isPattern(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

export function readTransitions(value: unknown): readonly Transition[] {
  return Array.isArray(value) ? value.filter(isTransition) : [];
}

function isTransition(item: unknown): item is Transition {
  return (
    isObject(item) &&
    typeof item.subject === 'string' &&
    typeof item.time === 'number' &&
    typeof item.from === 'number' &&
    typeof item.to === 'number'
  );
}

export function readCounts(value: unknown): readonly DeriveCounts[] {
  return objects(value).flatMap((item) => (isCounts(item) ? [withNodeMetrics(item)] : []));
}

function withNodeMetrics({ nodeMetrics, ...counts }: DeriveCounts): DeriveCounts {
  const read = Array.isArray(nodeMetrics) ? nodeMetrics.filter(isNodeMetricCounts) : [];
  return read.length > 0 ? { ...counts, nodeMetrics: read } : counts;
}

function isNodeMetricCounts(item: unknown): item is NodeMetricCounts {
  return (
    isObject(item) && typeof item.name === 'string' && typeof item.names === 'number' && typeof item.joined === 'number'
  );
}

function isCounts(item: unknown): item is DeriveCounts {
  return (
    isObject(item) &&
    typeof item.definitionId === 'string' &&
    COUNTED.every((name) => typeof item[name] === 'number') &&
    isObject(item.missingLabel)
  );
}

/** What became of the edges; undefined where the frames do not say. */
export function readShape(value: unknown): ShapeCounts | undefined {
  return isShape(value) ? value : undefined;
}

function isShape(value: unknown): value is ShapeCounts {
  return isObject(value) && SHAPE_STEPS.every((step) => typeof value[step] === 'number');
}

/** Notices of frames; links that are neither http(s) nor relative are left out. */
export function readNotices(value: unknown): readonly Notice[] {
  return objects(value).flatMap((item): readonly Notice[] => {
    if (typeof item.text !== 'string') {
      return [];
    }
    const severity = item.severity === 'error' || item.severity === 'warning' ? item.severity : 'info';
    return [
      {
        severity,
        text: item.text,
        ...(typeof item.upstream === 'string' ? { upstream: item.upstream } : {}),
        ...(typeof item.link === 'string' && isSafeLink(item.link) ? { link: item.link } : {}),
      },
    ];
  });
}

export function isSafeLink(link: string): boolean {
  return /^https?:\/\//i.test(link) || /^\/(?![/\\])/.test(link);
}

export function objects(value: unknown): ReadonlyArray<Record<string, unknown>> {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
