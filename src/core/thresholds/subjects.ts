import type { TrafficHistory } from '../model/history';
import { groupKey } from '../model/ids';

/** Lists of edge rows, one list a subject: those of subject `s` stand at `start[s]` to `start[s + 1]`. */
export interface EdgeLists {
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

/** All groups of a history, every ancestor included, in order of their keys. */
export interface GroupSubjects {
  readonly keys: readonly string[];
  readonly paths: ReadonlyArray<readonly string[]>;
  /** Per node: rows of its groups, outermost first. */
  readonly ofNode: ReadonlyArray<readonly number[]>;
}

export function groupSubjects(history: TrafficHistory): GroupSubjects {
  const pathOf = new Map<string, readonly string[]>();
  const keysOf = new Map<readonly string[], readonly string[]>();
  for (const path of history.nodes.groups) {
    if (keysOf.has(path)) {
      continue;
    }
    const ancestors = path.map((_, level) => path.slice(0, level + 1));
    const keys = ancestors.map(groupKey);
    keys.forEach((key, level) => pathOf.set(key, ancestors[level]));
    keysOf.set(path, keys);
  }
  const keys = [...pathOf.keys()].sort((a, b) => (a < b ? -1 : 1));
  const rowOf = new Map(keys.map((key, row) => [key, row]));
  const rowsOf = new Map([...keysOf].map(([path, ancestors]) => [path, ancestors.map((key) => rowOf.get(key) ?? 0)]));
  return {
    keys,
    paths: keys.map((key) => pathOf.get(key) ?? []),
    ofNode: history.nodes.groups.map((path) => rowsOf.get(path) ?? []),
  };
}

/**
 * The edges that speak for each subject: those that come in, or, for one that nobody else calls, those that go out.
 * A service that only calls itself is not called by anybody else.
 *
 * @param subjectsOf the subjects that a node belongs to
 */
export function speakingEdges(
  history: TrafficHistory,
  count: number,
  subjectsOf: (node: number) => readonly number[]
): EdgeLists {
  const { source, target } = history.edges;
  const called = new Uint8Array(count);
  for (let edge = 0; edge < source.length; edge++) {
    if (source[edge] !== target[edge]) {
      for (const subject of subjectsOf(target[edge])) {
        called[subject] = 1;
      }
    }
  }
  const start = new Int32Array(count + 1);
  const visit = (note: (subject: number, edge: number) => void): void => {
    for (let edge = 0; edge < source.length; edge++) {
      for (const subject of subjectsOf(target[edge])) {
        if (called[subject] === 1) {
          note(subject, edge);
        }
      }
      for (const subject of subjectsOf(source[edge])) {
        if (called[subject] === 0) {
          note(subject, edge);
        }
      }
    }
  };
  visit((subject) => {
    start[subject + 1]++;
  });
  for (let subject = 0; subject < count; subject++) {
    start[subject + 1] += start[subject];
  }
  const next = start.slice();
  const edges = new Int32Array(start[count]);
  visit((subject, edge) => {
    edges[next[subject]++] = edge;
  });
  return { start, edges };
}
