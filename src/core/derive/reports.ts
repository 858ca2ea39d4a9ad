import type { Notice } from '../model/notice';
import type { DeriveCounts } from '../model/result';

import type { SampleTally } from './addSamples';
import type { CommonGrid } from './grid';
import type { LinkedDefinition } from './linkSeries';

/** What became of one definition's series. */
export interface DefinitionReport {
  readonly linked: LinkedDefinition;
  readonly tally: Readonly<SampleTally>;
  readonly edges: number;
  /** Latency series whose pair has no requests. */
  readonly unjoined: number;
}

/** Names quoted in a notice at most. */
const QUOTED = 3;

export function countsOf({ linked, tally, edges }: DefinitionReport): DeriveCounts {
  return {
    definitionId: linked.definition.id,
    series: linked.series,
    samples: tally.samples,
    missingLabel: Object.fromEntries(linked.missingLabel),
    badSamples: tally.bad,
    edges,
  };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function missingNotices({ definition, missingLabel }: LinkedDefinition): Notice[] {
  return [...missingLabel].map(([label, count]) => ({
    severity: 'warning',
    text: `"${definition.id}": ${plural(count, 'series has', 'series have')} no "${label}" and made no edge. Map another label, or give a fixed name.`,
  }));
}

/** What to tell the reader about one definition. */
export function noticesOf(report: DefinitionReport): Notice[] {
  const { linked, tally, unjoined } = report;
  const { definition, matcher, tables } = linked;
  const notices: Notice[] = [...matcher.notices, ...missingNotices(linked)];
  for (const name of ['requests', 'errors', 'p50', 'p95', 'p99', 'bytes'] as const) {
    if (tables.get(name)?.table.labels.length === 0 && name !== 'errors') {
      notices.push({
        severity: name === 'requests' ? 'warning' : 'info',
        text: `"${definition.id}": the ${name} expression answered with no series. Check its metric names and the time range.`,
      });
    }
  }
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
