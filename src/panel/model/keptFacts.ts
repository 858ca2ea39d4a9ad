import type { TrafficHistory } from '../../core/model/history';
import { type KeptLabel, MOST_KEPT_VALUES } from '../../core/model/keptLabel';
import type { TrafficView } from '../../core/model/view';
import { createSubjectLabels } from '../../core/thresholds';
import { valuesText } from '../../frames/keptLabels';
import type { ScenePick } from '../../scene/types';
import { memberMask } from './members';
import { shownText } from './shownText';
import { subjectEdges } from './subjectSeries';

/** What a kept label holds, for people. */
export interface KeptFact {
  readonly name: string;
  readonly text: string;
}

const NOTHING: readonly KeptFact[] = Object.freeze([]);

function factsOf(
  names: Iterable<string>,
  rows: readonly number[],
  valuesOf: (name: string, row: number) => readonly string[],
  moreOf: (name: string, row: number) => number
): readonly KeptFact[] {
  return [...names].flatMap((name) => {
    const values = [...new Set(rows.flatMap((row) => valuesOf(name, row)))].sort();
    const more = rows.reduce((sum, row) => sum + moreOf(name, row), 0);
    const left = more + Math.max(0, values.length - MOST_KEPT_VALUES);
    return values.length === 0 ? [] : [{ name, text: shownText(valuesText(values.slice(0, MOST_KEPT_VALUES), left)) }];
  });
}

function moreIn(labels: readonly KeptLabel[] | undefined): (name: string, row: number) => number {
  return (name, row) => labels?.find((label) => label.name === name)?.more?.[row] ?? 0;
}

/**
 * The kept labels of an edge of a view, its own ones; or of a service or group, as rules on them see them. Labels without
 * a value are left out.
 */
export function keptFacts(history: TrafficHistory, view: TrafficView, pick: ScenePick): readonly KeptFact[] {
  const { nodes, edges } = history;
  if (nodes.labels === undefined && edges.labels === undefined) {
    return NOTHING;
  }
  const ofEdges = (edges.labels ?? []).map(({ name }) => name);
  if (pick.kind === 'edge') {
    const valuesOf = (name: string, row: number) => edges.labels?.find((each) => each.name === name)?.values[row] ?? [];
    return factsOf(ofEdges, subjectEdges(history, view, pick), valuesOf, moreIn(edges.labels));
  }
  const inside = memberMask(nodes, view, pick.row);
  const members = nodes.ids.flatMap((_, row) => (inside[row] === 1 ? [row] : []));
  const names = new Set([...(nodes.labels ?? []).map(({ name }) => name), ...ofEdges]);
  return factsOf(names, members, createSubjectLabels(history).ofNode, moreIn(nodes.labels));
}
