import type { Notice } from '../model/notice';
import type { DeriveCounts } from '../model/result';

import type { SampleTally } from './addSamples';
import type { CommonGrid } from './grid';
import type { NodeMetricJoin } from './joinNodeMetrics';
import type { LostLabels } from './keepLabels';
import { lostLabelNotices } from './keptLabelNotices';
import type { LinkedDefinition } from './linkSeries';
import { nodeMetricNotices } from './nodeMetricNotices';
import { LABELS_QUOTED, NO_NAMES, plural, QUOTED } from './reportWords';

/** What became of one definition's series. */
export interface DefinitionReport {
  readonly linked: LinkedDefinition;
  readonly tally: Readonly<SampleTally>;
  readonly edges: number;
  /** Latency series whose pair has no requests. */
  readonly unjoined: number;
  /** How its metrics of services fit the map. */
  readonly joins: readonly NodeMetricJoin[];
  /** Whether the map has a service, of whatever definition. */
  readonly hasMap: boolean;
  /** Series left out since there were more than the limit. */
  readonly cutSeries: number;
  /** Labels that it keeps in vain. */
  readonly lost?: LostLabels;
}

/** Labels told of series that name no end. */
const LABELS_TOLD = 20;

function labelsThere({ labelsThere: there }: LinkedDefinition): ReadonlyArray<readonly [string, string]> {
  return [...there]
    .filter(([name]) => !NO_NAMES.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, LABELS_TOLD);
}

export function countsOf({ linked, tally, edges, unjoined, joins, hasMap, cutSeries }: DefinitionReport): DeriveCounts {
  const there = labelsThere(linked);
  const nodeMetrics = joins.filter(({ names, joined }) => hasMap && joined < names);
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
    ...(nodeMetrics.length > 0 && {
      nodeMetrics: nodeMetrics.map(({ name, names, joined }) => ({ name, names, joined })),
    }),
    ...(cutSeries > 0 && { seriesOverLimit: cutSeries }),
    ...(linked.definition.recorded && { recorded: true }),
  };
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

/** Says which expressions answered with nothing: the main one alone where that is among them, for it decides. */
function silentNotices({ definition, tables }: LinkedDefinition): Notice[] {
  const main = tables.has('requests') ? 'requests' : 'bytes';
  const silent = (['requests', 'p50', 'p95', 'p99', 'bytes'] as const).filter(
    (name) => tables.get(name)?.table.labels.length === 0
  );
  const told = silent.includes(main) ? [main] : silent;
  if (told.length === 0) {
    return [];
  }
  const names = [told.slice(0, -1).join(', '), told[told.length - 1]].filter((text) => text !== '').join(' and ');
  const [expressions, their] = told.length === 1 ? ['expression', 'its'] : ['expressions', 'their'];
  const text = definition.recorded
    ? `"${definition.id}" reads recorded series, and there are none of its ${names}. Load its recording rules into Prometheus, or turn “Read the recorded series” off.`
    : `"${definition.id}": the ${names} ${expressions} answered with no series. Check ${their} metric names and the time range.`;
  return [{ severity: told[0] === main ? 'warning' : 'info', text }];
}

/** What to tell the reader about one definition. */
export function noticesOf(report: DefinitionReport): Notice[] {
  const { linked, tally, unjoined, joins, hasMap, cutSeries, lost } = report;
  const { definition, matcher, tables } = linked;
  const notices: Notice[] = [...matcher.notices, ...namingNotices(linked), ...missingNotices(linked)];
  if (cutSeries > 0) {
    notices.push({
      severity: 'warning',
      text: `"${definition.id}": ${plural(cutSeries, 'series', 'series')} beyond the limit are left out, those with the smallest values. Aggregate in the expression (sum by, groupByTags), or raise the limit of series.`,
    });
  }
  notices.push(...silentNotices(linked));
  if (tables.get('baseline')?.table.labels.length === 0) {
    notices.push({
      severity: 'info',
      text: `"${definition.id}": there are no requests at the time of the baseline; rates are compared with the mean of the time range. Is the upstream's retention long enough?`,
    });
  }
  notices.push(...nodeMetricNotices(definition.id, joins, hasMap), ...lostLabelNotices(definition.id, lost));
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
