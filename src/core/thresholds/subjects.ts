import type { TrafficHistory } from '../model/history';
import { groupKey } from '../model/ids';

/** The subjects that edges speak for: those of edge `e` stand at `start[e]` to before `start[e + 1]`. */
export interface SpeakingEdges {
  readonly start: Int32Array;
  readonly subjects: Int32Array;
}

/** All groups of a history, every ancestor included, in order of their keys. */
export interface GroupSubjects {
  readonly keys: readonly string[];
  readonly paths: ReadonlyArray<readonly string[]>;
  /** Per node: rows of its groups, outermost first. */
  readonly ofNode: ReadonlyArray<readonly number[]>;
}

/** A group while groups are found: its path, and the groups right below it. */
interface Branch {
  readonly path: readonly string[];
  readonly below: Map<string, Branch>;
}

export function groupSubjects({ nodes }: TrafficHistory): GroupSubjects {
  const root: Branch = { path: [], below: new Map() };
  const found: Branch[] = [];
  const branchOf = nodes.groups.map((path) => {
    let branch = root;
    for (const part of path) {
      let next = branch.below.get(part);
      if (next === undefined) {
        next = { path: [...branch.path, part], below: new Map() };
        branch.below.set(part, next);
        found.push(next);
      }
      branch = next;
    }
    return branch;
  });
  const keyed = found.map((branch) => ({ branch, key: groupKey(branch.path) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const rowOf = new Map(keyed.map(({ branch }, row) => [branch, row]));
  const rowsOf = new Map<Branch, readonly number[]>([[root, []]]);
  const addRows = (branch: Branch, rows: readonly number[]): void => {
    for (const next of branch.below.values()) {
      const own = [...rows, rowOf.get(next) ?? 0];
      rowsOf.set(next, own);
      addRows(next, own);
    }
  };
  addRows(root, []);
  return {
    keys: keyed.map(({ key }) => key),
    paths: keyed.map(({ branch }) => branch.path),
    ofNode: branchOf.map((branch) => rowsOf.get(branch) ?? []),
  };
}

/**
 * Which subjects each edge speaks for: those it comes in to, and those it goes out of that nobody else calls.
 * A service that only calls itself is not called by anybody else.
 *
 * @param count of subjects
 * @param subjectsOf the subjects that a node belongs to
 */
export function speakingEdges(
  { edges: { source, target } }: TrafficHistory,
  count: number,
  subjectsOf: (node: number) => readonly number[]
): SpeakingEdges {
  const called = new Uint8Array(count);
  let most = 0;
  for (let edge = 0; edge < source.length; edge++) {
    const callees = subjectsOf(target[edge]);
    most += callees.length + subjectsOf(source[edge]).length;
    if (source[edge] !== target[edge]) {
      for (const subject of callees) {
        called[subject] = 1;
      }
    }
  }
  const start = new Int32Array(source.length + 1);
  const subjects = new Int32Array(most);
  let next = 0;
  for (let edge = 0; edge < source.length; edge++) {
    for (const subject of subjectsOf(target[edge])) {
      if (called[subject] === 1) {
        subjects[next++] = subject;
      }
    }
    for (const subject of subjectsOf(source[edge])) {
      if (called[subject] === 0) {
        subjects[next++] = subject;
      }
    }
    start[edge + 1] = next;
  }
  return { start, subjects: subjects.subarray(0, next) };
}
