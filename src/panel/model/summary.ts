import { STATE_DANGER, STATE_NO_DATA, STATE_WARNING } from '../../core/model/state';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { countOf, UNKNOWN, type PanelFormat } from '../format';
import { pickName, stateWords, sumOfRow } from './describe';
import { isNeighbours } from './members';
import { type MetricFact, metricFacts } from './nodeMetrics';
import { shownText } from './shownText';
import { isBytesOnly, volumeWords } from './volume';

/** The numbers of one node or edge that a tooltip shows and a screen reader says. */
export interface PickFacts {
  readonly name: string;
  /** "group of 12 services", "database", "connection". */
  readonly kind: string;
  /** Group path, such as "in eu-west / shop", or those of a connection's ends: names alone may repeat. Empty at the top. */
  readonly where: string;
  readonly state: number;
  readonly rate: number;
  /** Bytes per second; NaN where unknown. */
  readonly bytes: number;
  readonly errorRatio: number;
  /** Seconds. */
  readonly p95: number;
  /** Of a connection whose upstream fails: milliseconds of the last answer, whose numbers these are; else NaN. */
  readonly staleSince: number;
  /** Metrics of a service itself. */
  readonly metrics: readonly MetricFact[];
}

export function pickFacts(view: TrafficView, pick: ScenePick): PickFacts {
  const rows = pick.kind === 'node' ? view.nodes : view.edges;
  return {
    name: pickName(view, pick),
    kind: kindWords(view, pick),
    where: whereWords(view, pick),
    state: rows.states[pick.row],
    rate: sumOfRow(rows.rates, pick.row, view.classes.length),
    bytes: rows.bytes?.[pick.row] ?? NaN,
    errorRatio: rows.errorRatio[pick.row],
    p95: rows.p95[pick.row],
    staleSince: (pick.kind === 'edge' ? view.edges.staleSince?.[pick.row] : undefined) ?? NaN,
    metrics: metricFacts(view, pick),
  };
}

function kindWords(view: TrafficView, pick: ScenePick): string {
  if (pick.kind === 'edge') {
    const members = view.edges.members[pick.row];
    return members > 1 ? countOf(members, 'connection') : 'connection';
  }
  const kind = view.nodes.kinds[pick.row];
  if (kind !== 'group') {
    return kind;
  }
  const services = countOf(view.nodes.members[pick.row], 'service');
  return isNeighbours(view, pick.row) ? `${services} near each other` : `group of ${services}`;
}

function placeOf(view: TrafficView, row: number): string {
  const { nodes } = view;
  const path =
    nodes.kinds[row] === 'group' && !isNeighbours(view, row) ? nodes.paths[row].slice(0, -1) : nodes.paths[row];
  return shownText(path.join(' / '));
}

function whereWords(view: TrafficView, { kind, row }: ScenePick): string {
  const from = placeOf(view, kind === 'edge' ? view.edges.source[row] : row);
  const to = placeOf(view, kind === 'edge' ? view.edges.target[row] : row);
  if (from === to) {
    return from === '' ? '' : `in ${from}`;
  }
  return [from === '' ? '' : `from ${from}`, to === '' ? '' : `to ${to}`].filter((words) => words !== '').join(' ');
}

/** "service in eu-west / shop", "connection from eu-west / edge to eu-west / shop". */
export function kindAndPlace({ kind, where }: PickFacts): string {
  return where === '' ? kind : `${kind} ${where}`;
}

/** "stale: as of 12:03:10"; undefined for what is fresh. */
export function staleWords({ staleSince }: PickFacts, format: PanelFormat): string | undefined {
  return Number.isNaN(staleSince) ? undefined : `stale: as of ${format.clock(staleSince)}`;
}

/** One sentence about a node or edge. */
export function factsSentence(facts: PickFacts, format: PanelFormat): string {
  const latency = Number.isFinite(facts.p95) ? `, p95 ${format.seconds(facts.p95)}` : '';
  const errors = `, ${Number.isFinite(facts.errorRatio) ? format.ratio(facts.errorRatio) : UNKNOWN} errors`;
  const stale = staleWords(facts, format);
  const own = facts.metrics.map(({ label, value, unit }) => `, ${label} ${format.inUnit(value, unit)}`).join('');
  return `${facts.name}, ${kindAndPlace(facts)}: ${stateWords(facts.state)}, ${volumeWords(facts, format)}${isBytesOnly(facts) ? '' : errors}${latency}${own}${stale === undefined ? '' : `, ${stale}`}`;
}

/** One sentence about the whole view: how much there is, and what hurts. */
export function viewSentence(view: TrafficView): string {
  const hurting = view.nodes.ids.map((_, row) => row).filter((row) => isTrouble(view.nodes.states[row]));
  const counts = `${countOf(view.nodes.count, 'node')}, ${countOf(view.edges.count, 'connection')}.`;
  if (hurting.length === 0) {
    return `${counts} All normal.`;
  }
  const named = hurting
    .sort((a, b) => view.nodes.states[b] - view.nodes.states[a])
    .slice(0, 5)
    .map((row) => `${view.nodes.names[row]} (${stateWords(view.nodes.states[row])})`);
  const more = hurting.length > named.length ? ` and ${hurting.length - named.length} more` : '';
  return `${counts} In trouble: ${named.join(', ')}${more}.`;
}

/** What changed between two views of one place, for a live announcement; empty when no state did. */
export function changeSentence(before: TrafficView, after: TrafficView): string {
  const states = new Map(before.nodes.ids.map((id, row) => [id, before.nodes.states[row]]));
  const changed = after.nodes.ids.flatMap((id, row) => {
    const was = states.get(id);
    const is = after.nodes.states[row];
    return was === undefined || was === is || (is === STATE_NO_DATA && was === STATE_NO_DATA)
      ? []
      : [`${after.nodes.names[row]} is now ${stateWords(is)}`];
  });
  const more = changed.length > 5 ? ` and ${changed.length - 5} more changes` : '';
  return changed.slice(0, 5).join('. ') + more;
}

/** Which nodes were pinned or let go, for a live announcement. */
export function pinSentence(view: TrafficView, before: ReadonlySet<string>, after: ReadonlySet<string>): string {
  const named = (ids: ReadonlySet<string>, without: ReadonlySet<string>, word: string) => {
    const names = [...ids]
      .filter((id) => !without.has(id))
      .flatMap((id) => {
        const row = view.nodes.ids.indexOf(id);
        return row < 0 ? [] : [view.nodes.names[row]];
      });
    return names.length === 0 ? [] : [`${names.length > 5 ? countOf(names.length, 'node') : names.join(', ')} ${word}`];
  };
  return [...named(after, before, 'pinned'), ...named(before, after, 'unpinned')].join('. ');
}

function isTrouble(state: number): boolean {
  return state === STATE_WARNING || state === STATE_DANGER;
}
