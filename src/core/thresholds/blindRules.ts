import type { TrafficHistory } from '../model/history';
import type { Notice } from '../model/notice';
import { anchoredPattern } from '../model/pattern';
import type { ThresholdRule } from '../model/threshold';

import type { ColumnName } from './columns';
import { DEFAULT_THRESHOLDS } from './defaultThresholds';
import { METRICS } from './metrics';
import { NO_MEMORY } from './metrics/metric';
import { nodeValuesOf } from './nodeValues';
import { metricWords } from './reasons';
import type { SubjectTraffic } from './subject';
import { faultOf } from './validateRules';
import type { ResolvedRules } from './writtenRules';

const DEFAULTS: ReadonlySet<string> = new Set(DEFAULT_THRESHOLDS.map((rule) => JSON.stringify(rule)));

/** Whether nobody wrote this rule: it stands for any data, whatever of it there is. */
export function isDefaultRule(rule: ThresholdRule): boolean {
  return DEFAULTS.has(JSON.stringify(rule));
}

/** A column of edges × buckets; undefined for one that the history has none of, and for rates, which are added up. */
function edgeColumn({ edges }: TrafficHistory, name: ColumnName): Float32Array | undefined {
  return name === 'rate'
    ? undefined
    : name.startsWith('class ')
      ? edges.rates[Number(name.slice('class '.length))]
      : edges[name as Exclude<ColumnName, 'rate' | `class ${number}`>];
}

/** One edge's values of a column, one a bucket; undefined for a column that the history has none of. */
function edgeValues(history: TrafficHistory, edge: number, name: ColumnName): Float64Array | undefined {
  const { edges, times } = history;
  const from = edge * times.length;
  if (name !== 'rate') {
    const column = edgeColumn(history, name);
    return column && Float64Array.from(column.subarray(from, from + times.length));
  }
  const sums = new Float64Array(times.length).fill(NaN);
  for (const column of edges.rates) {
    for (let bucket = 0; bucket < sums.length; bucket++) {
      const rate = column[from + bucket];
      if (rate === rate) {
        sums[bucket] = sums[bucket] === sums[bucket] ? sums[bucket] + rate : rate;
      }
    }
  }
  return sums;
}

/** A loop, since there may be millions of values. */
function hasNumber(values: Float32Array): boolean {
  for (let at = 0; at < values.length; at++) {
    if (values[at] === values[at]) {
      return true;
    }
  }
  return false;
}

/** Whether anything that the rule's definition sees has a value of its metric at any time. */
function hasMetric(history: TrafficHistory, rule: ThresholdRule): boolean {
  const { nodes, edges, classes } = history;
  const definition = rule.match?.definition === undefined ? undefined : anchoredPattern(rule.match.definition);
  const isOfRule = (seenIn: readonly string[]): boolean =>
    definition === undefined || seenIn.some((each) => definition.test(each));
  const classRow = classes.findIndex(({ name }) => name === rule.className);
  const tells = (traffic: SubjectTraffic): boolean =>
    METRICS[rule.metric]
      .read({ traffic, rule, classRow, memory: NO_MEMORY })
      .values.some((value) => !Number.isNaN(value));
  const services = nodes.ids.flatMap((_, row) => (isOfRule(nodes.seenIn[row]) ? [row] : []));
  if (tells({ column: () => undefined, nodeValues: nodeValuesOf(history, services) })) {
    return true;
  }
  // Edges are many: nothing is read of each where no edge can have it.
  const { column, needs } = METRICS[rule.metric];
  if (needs(classRow).some((name) => name !== 'rate' && name !== 'baseline' && !edgeColumn(history, name))) {
    return false;
  }
  const whole = column && edgeColumn(history, column);
  if (whole && !hasNumber(whole)) {
    return false;
  }
  return edges.ids.some(
    (_, edge) => isOfRule(edges.seenIn[edge]) && tells({ column: (name) => edgeValues(history, edge, name) })
  );
}

/** What makes the metric of a rule known. */
function advice({ metric }: ThresholdRule, { classes, nodes: { metrics = [] } }: TrafficHistory): string {
  switch (metric) {
    case 'classRatio':
      return `The classes here are ${classes.map(({ name }) => `"${name}"`).join(', ')}`;
    case 'rateToBaseline':
      return 'Choose History, or an earlier day or week as Usual rate, in the query';
    case 'custom':
      return metrics.length === 0
        ? 'Add it under Metrics of services in the query'
        : `The metrics of services here are ${metrics.map(({ name }) => `"${name}"`).join(', ')}`;
    case 'saturation':
      return 'Add it under Metrics of services in the query';
    default:
      return 'Give the query an expression for it';
  }
}

/** A label that the rule matches on and of which nothing is kept; undefined where there is none. */
function unkeptLabel({ nodes, edges }: TrafficHistory, { match }: ThresholdRule): string | undefined {
  const kept = [...(edges.labels ?? []), ...(nodes.labels ?? [])].map(({ name }) => name);
  return match?.labels?.find(({ label }) => !kept.includes(label))?.label;
}

function keptAdvice({ nodes, edges }: TrafficHistory): string {
  const kept = [...new Set([...(edges.labels ?? []), ...(nodes.labels ?? [])].map(({ name }) => `"${name}"`))];
  return kept.length === 0 ? 'No label is kept here' : `The labels that are kept here are ${kept.join(', ')}`;
}

/**
 * T30, T33: what to tell of rules whose metric is not in the data at all, at no time, or that match on a label of which
 * nothing is kept: they look at nothing, and never say so by themselves. Nothing is told of the default rules, of rules
 * that are ignored, and of a map without edges.
 */
export function blindRuleNotices(
  history: TrafficHistory,
  { rules, titles }: Pick<ResolvedRules, 'rules' | 'titles'>
): readonly Notice[] {
  if (history.edges.ids.length === 0) {
    return [];
  }
  return rules.flatMap((rule, index): Notice[] => {
    if (isDefaultRule(rule) || faultOf(rule) !== undefined) {
      return [];
    }
    const unkept = unkeptLabel(history, rule);
    if (unkept !== undefined) {
      const text = `${titles[index]} matches on the label "${unkept}", which no edge and no service has. ${keptAdvice(history)}. Add it under Keep labels of a definition, and to its expression.`;
      return [{ severity: 'info', text }];
    }
    if (hasMetric(history, rule)) {
      return [];
    }
    const text = `${titles[index]} judges nothing: the data has no ${metricWords(rule)}. ${advice(rule, history)}, or remove the threshold.`;
    return [{ severity: 'info', text }];
  });
}
