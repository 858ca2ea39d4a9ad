import type { TrafficHistory } from '../model/history';
import { keptValues } from '../model/keptLabel';

import { speakingEdges } from './subjects';

/** The values that edges and nodes hold of a label, by its name; none where they have none. */
export interface SubjectLabels {
  readonly ofEdge: (name: string, edge: number) => readonly string[];
  readonly ofNode: (name: string, node: number) => readonly string[];
}

const NONE: readonly string[] = Object.freeze([]);

function united(lists: ReadonlyArray<readonly string[] | undefined>): readonly string[] {
  const filled = lists.filter((list) => list !== undefined && list.length > 0);
  return filled.length < 2 ? (filled[0] ?? NONE) : [...new Set(filled.flatMap((list) => list ?? NONE))];
}

/** The edges that each node is judged by. */
function judgingEdges(history: TrafficHistory): ReadonlyArray<readonly number[]> {
  const { nodes, edges } = history;
  const own = nodes.ids.map((_, node) => [node]);
  const { start, subjects } = speakingEdges(history, nodes.ids.length, (node) => own[node]);
  const found = nodes.ids.map((): number[] => []);
  edges.ids.forEach((_, edge) => {
    for (let index = start[edge]; index < start[edge + 1]; index++) {
      found[subjects[index]].push(edge);
    }
  });
  return found;
}

/** Reads labels for matchers. What takes time is done once it is asked for, and once. */
export function createSubjectLabels(history: TrafficHistory): SubjectLabels {
  const { nodes, edges } = history;
  let judging: ReadonlyArray<readonly number[]> | undefined;
  return {
    ofEdge: (name, edge) =>
      united([
        keptValues(edges.labels, name, edge),
        keptValues(nodes.labels, name, edges.source[edge]),
        keptValues(nodes.labels, name, edges.target[edge]),
      ]),
    ofNode: (name, node) => {
      const own = keptValues(nodes.labels, name, node);
      if ((own && own.length > 0) || edges.labels === undefined) {
        return own ?? NONE;
      }
      judging ??= judgingEdges(history);
      return united(judging[node].map((edge) => keptValues(edges.labels, name, edge)));
    },
  };
}
