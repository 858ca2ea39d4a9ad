import type { Notice } from '../model/notice';
import type { DeriveCounts } from '../model/result';

import type { SampleTally } from './addSamples';
import type { CommonGrid } from './grid';
import type { LinkedDefinition } from './linkSeries';
import { nodeMetricName } from './nodeColumns';

/** What became of one definition's series. */
export interface DefinitionReport {
  readonly linked: LinkedDefinition;
  readonly tally: Readonly<SampleTally>;
  readonly edges: number;
  /** Latency series whose pair has no requests. */
  readonly unjoined: number;
  /** Series of services that are not on the map, by name of the metric. */
  readonly elsewhere: ReadonlyMap<string, number>;
  /** Series left out since there were more than the limit. */
  readonly cutSeries: number;
}

/** Names quoted in a notice at most. */
const QUOTED = 3;
const LABELS_QUOTED = 8;

/** Labels told of series that name no end. */
const LABELS_TOLD = 20;
/** Labels that metrics carry, and that never name a service. */
const NO_NAMES: ReadonlySet<string> = new Set(['__name__', 'le', 'quantile']);

function labelsThere({ labelsThere: there }: LinkedDefinition): ReadonlyArray<readonly [string, string]> {
  return [...there]
    .filter(([name]) => !NO_NAMES.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, LABELS_TOLD);
}

export function countsOf({ linked, tally, edges, unjoined, cutSeries }: DefinitionReport): DeriveCounts {
  const there = labelsThere(linked);
  return {
    definitionId: linked.definition.id,
    series: linked.series,
    samples: tally.samples,
    missingLabel: Object.fromEntries(linked.missingLabel),
    badSamples: tally.bad,
    edges,
    expressions: Object.fromEntries([...linked.tables].map(([name, { table }]) => [name, table.labels.length])),
    ...(there.length > 0 && { labelsThere: Object.fromEntries(there) }),
    ...(unjoined > 0 && { unjoined }),
    ...(cutSeries > 0 && { seriesOverLimit: cutSeries }),
  };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function missingNotices(linked: LinkedDefinition): Notice[] {
  const { definition, missingLabel } = linked;
  const there = labelsThere(linked).map(([name]) => `"${name}"`);
  const advice =
    there.length === 0
      ? 'They have no labels at all: group the expression by the labels of caller and called service.'
      : `They do have ${there.slice(0, LABELS_QUOTED).join(', ')}${there.length > LABELS_QUOTED ? ' and others' : ''}. Map one of these, or give a fixed name.`;
  return [...missingLabel].map(([label, count]) => ({
    severity: 'warning',
    text: `"${definition.id}": ${plural(count, 'series has', 'series have')} no "${label}" and made no edge. ${advice}`,
  }));
}

function namingNotices({ definition, invalidNames }: LinkedDefinition): Notice[] {
  return invalidNames.map((pattern) => ({
    severity: 'warning',
    text: `"${definition.id}": the name rule "${pattern}" matches nothing: it is no valid regular expression. Correct it.`,
  }));
}

/** Metrics of services that nobody sees: without a series, or all of services that are not on the map. */
function nodeMetricNotices(
  { definition, nodeMetrics }: LinkedDefinition,
  elsewhere: ReadonlyMap<string, number>
): Notice[] {
  return nodeMetrics.flatMap(({ metric, table }): Notice[] => {
    const name = nodeMetricName(metric);
    const series = table.labels.length;
    if (series === 0) {
      const text = `"${definition.id}": the metric “${name}” answered with no series. Check its expression and the time range.`;
      return [{ severity: 'info', text }];
    }
    if ((elsewhere.get(name) ?? 0) < series) {
      return [];
    }
    const labels = [...new Set(table.labels.flatMap((each) => Object.keys(each)))]
      .filter((label) => !NO_NAMES.has(label))
      .sort();
    const there =
      labels.length === 0
        ? 'no labels'
        : labels
            .slice(0, LABELS_QUOTED)
            .map((label) => `"${label}"`)
            .join(', ');
    const text = `"${definition.id}": no series of the metric “${name}” belongs to a service on the map. They have ${there}. Choose the label that names the service, and those of its groups, as the requests have them.`;
    return [{ severity: 'warning', text }];
  });
}

/** What to tell the reader about one definition. */
export function noticesOf(report: DefinitionReport): Notice[] {
  const { linked, tally, unjoined, elsewhere, cutSeries } = report;
  const { definition, matcher, tables } = linked;
  const notices: Notice[] = [...matcher.notices, ...namingNotices(linked), ...missingNotices(linked)];
  if (cutSeries > 0) {
    notices.push({
      severity: 'warning',
      text: `"${definition.id}": ${plural(cutSeries, 'series', 'series')} beyond the limit are left out, those with the smallest values. Aggregate in the expression (sum by, groupByTags), or raise the limit of series.`,
    });
  }
  for (const name of ['requests', 'errors', 'p50', 'p95', 'p99', 'bytes'] as const) {
    if (tables.get(name)?.table.labels.length === 0 && name !== 'errors') {
      notices.push({
        severity: name === 'requests' ? 'warning' : 'info',
        text: `"${definition.id}": the ${name} expression answered with no series. Check its metric names and the time range.`,
      });
    }
  }
  if (tables.get('baseline')?.table.labels.length === 0) {
    notices.push({
      severity: 'info',
      text: `"${definition.id}": there are no requests at the time of the baseline; rates are compared with the mean of the time range. Is the upstream's retention long enough?`,
    });
  }
  notices.push(...nodeMetricNotices(linked, elsewhere));
  if (tally.bad > 0) {
    notices.push({
      severity: 'warning',
      text: `"${definition.id}": ${plural(tally.bad, 'sample was', 'samples were')} infinite, negative or absurdly large and left out. Counters need rate(), which is never negative.`,
    });
  }
  if (unjoined > 0) {
    notices.push({
      severity: 'info',
      text: `"${definition.id}": ${plural(unjoined, 'latency series has', 'latency series have')} no requests between the same services and made no edge. Group all expressions by the same labels.`,
    });
  }
  if (matcher.unmatched.size > 0) {
    const quoted = [...matcher.unmatched].slice(0, QUOTED).map((value) => `"${value}"`);
    notices.push({
      severity: 'info',
      text: `"${definition.id}": no class takes ${quoted.join(', ')}${matcher.unmatched.size > QUOTED ? ' and others' : ''}; they count to the first class. Add a class without a pattern.`,
    });
  }
  return notices;
}

/** What to tell the reader about time that was left out to stay within the limit of samples. */
export function limitNotices(keptFrom: number | undefined, { times }: CommonGrid): Notice[] {
  return keptFrom === undefined
    ? []
    : [
        {
          severity: 'warning',
          text: `Only the latest ${plural(times.length, 'step', 'steps')} are shown, to stay within the limit of samples. Choose a shorter range, aggregate in the expression, or raise the limit.`,
        },
      ];
}

/** What to tell the reader about the time grid. */
export function gridNotices(grid: CommonGrid): Notice[] {
  const notices: Notice[] = [];
  if (grid.aligned && grid.times.length > 1) {
    const seconds = (grid.times[1] - grid.times[0]) / 1000;
    notices.push({
      severity: 'info',
      text: `The answers came at different times; they are shown in steps of ${seconds} s, the coarsest of them.`,
    });
  }
  if (grid.cut > 0) {
    notices.push({
      severity: 'warning',
      text: `${plural(grid.cut, 'step', 'steps')} at the start of the range are left out. Choose a shorter range or a larger step.`,
    });
  }
  return notices;
}
