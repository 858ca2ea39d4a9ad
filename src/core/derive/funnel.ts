import type { DeriveCounts, ShapeCounts } from '../model/result';

/** One step on the way from an upstream's answer to what is drawn. */
export interface FunnelStep {
  readonly text: string;
  /** Whether something was lost here. */
  readonly isLoss: boolean;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

const step = (text: string): FunnelStep => ({ text, isLoss: false });
const losses = (count: number | undefined, one: string, many: string): readonly FunnelStep[] =>
  count === undefined || count === 0 ? [] : [{ text: counted(count, one, many), isLoss: true }];

/** From the series of one definition to its edges, with what was lost where. */
export function definitionSteps(counts: DeriveCounts): readonly FunnelStep[] {
  const {
    series,
    samples,
    missingLabel,
    badSamples,
    edges,
    failure,
    seriesOverLimit,
    unjoined,
    nodeMetrics = [],
  } = counts;
  if (failure !== undefined) {
    return [{ text: 'the upstream gave no answer', isLoss: true }];
  }
  const missing = Object.entries(missingLabel).filter(([, count]) => count > 0);
  return [
    step(counted(series, 'series', 'series')),
    ...losses(seriesOverLimit, 'beyond the limit', 'beyond the limit'),
    ...missing.map(([label, count]) => ({
      text: `${count === series ? `all ${count.toLocaleString('en-US')}` : count.toLocaleString('en-US')} without the label "${label}"`,
      isLoss: true,
    })),
    ...losses(unjoined, 'latency series without requests', 'latency series without requests'),
    ...(series > 0 && samples === 0 && missing.length === 0
      ? [{ text: 'no sample in this time range', isLoss: true }]
      : []),
    ...losses(badSamples, 'sample that is no usable number', 'samples that are no usable numbers'),
    step(counted(edges, 'edge', 'edges')),
    ...nodeMetrics.map(({ name, names, joined }) => ({
      text: `${joined.toLocaleString('en-US')} of ${counted(names, 'name', 'names')} of “${name}” on the map`,
      isLoss: joined === 0,
    })),
  ];
}

/** From the edges of all definitions to those that are drawn; nothing where all are. */
export function shapeSteps(shape: ShapeCounts | undefined): readonly FunnelStep[] {
  if (shape === undefined || shape.edges === shape.shown) {
    return [];
  }
  const { edges, idle, hubs, externals, overLimit, shown } = shape;
  return [
    step(counted(edges, 'edge', 'edges')),
    ...losses(idle, 'idle', 'idle'),
    ...losses(hubs, 'to hubs', 'to hubs'),
    ...losses(externals, 'joined as others', 'joined as others'),
    ...losses(overLimit, 'beyond the limit', 'beyond the limit'),
    step(`${shown.toLocaleString('en-US')} drawn`),
  ];
}

/** What to do where nothing is drawn: the first stage that lost everything decides. Undefined where there are edges. */
export function nextThing(counts: readonly DeriveCounts[], shape: ShapeCounts | undefined): string | undefined {
  if (shape !== undefined && shape.edges > 0) {
    return shape.shown > 0 ? undefined : hiddenAdvice(shape);
  }
  if (counts.some(({ edges }) => edges > 0)) {
    return undefined;
  }
  const lacking = counts.find(({ missingLabel }) => Object.values(missingLabel).some((series) => series > 0));
  if (lacking) {
    const there = Object.keys(lacking.labelsThere ?? {}).slice(0, 4);
    return there.length > 0
      ? `In the query editor, choose labels that the series have as source and target, such as ${there.map((label) => `"${label}"`).join(', ')}, or give a fixed name.`
      : 'In the query editor, choose source and target labels that the series have.';
  }
  if (counts.some(({ series, samples }) => series > 0 && samples === 0)) {
    return 'Widen the time range, or look whether the metric is still written.';
  }
  if (counts.some(({ series }) => series > 0)) {
    return 'Check the class rules and the time range.';
  }
  if (counts.length > 0 && counts.every(({ failure }) => failure !== undefined)) {
    return 'Check that the upstreams answer (Connections → Data sources → Save & test), then refresh.';
  }
  return counts.some(({ recorded }) => recorded)
    ? 'Load the recording rules into Prometheus, or turn “Read the recorded series” off in the query editor.'
    : 'Check the metric name in the query, or widen the time range.';
}

function hiddenAdvice({ idle, hubs }: ShapeCounts): string {
  return idle >= hubs
    ? 'In the query editor, under Graph, keep idle edges longer, or widen the time range.'
    : 'In the query editor, under Graph, draw hubs with one edge instead of hiding them.';
}
