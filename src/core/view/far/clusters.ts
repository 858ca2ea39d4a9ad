import { groupId } from '../../model/ids';
import type { ViewNodes } from '../../model/view';

/** Nodes of a view put together. Clusters are in order of id; one with a single member has that node's id. */
export interface Clusters {
  readonly ids: readonly string[];
  /** Cluster of each node. */
  readonly of: Int32Array;
  /** First member of each cluster. */
  readonly first: Int32Array;
  readonly sizes: Int32Array;
  /** The group that holds all members. */
  readonly paths: ReadonlyArray<readonly string[]>;
  /** 1 for all of a group, 0 for a single node, or for neighbours. */
  readonly isGroup: Uint8Array;
}

/** Cells are wider than high, as names are. */
const CELL_ASPECT = 1.6;

/** All nodes by themselves. A collapsed group is in its parent. */
export function ownClusters({ ids, count, kinds, paths }: ViewNodes): Clusters {
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  return {
    ids,
    of: rows,
    first: rows,
    sizes: new Int32Array(count).fill(1),
    paths: paths.map((path, row) => (kinds[row] === 'group' ? path.slice(0, -1) : path)),
    isGroup: new Uint8Array(count),
  };
}

/** One cluster a group of this depth. Nodes that are in none so deep stay by themselves. */
export function groupClusters(own: Clusters, depth: number): Clusters {
  const groups = new Map<readonly string[], string>();
  const keys = own.paths.map((path) => {
    let key = groups.get(path);
    if (key === undefined) {
      key = path.length < depth ? '' : groupId(path.slice(0, depth));
      groups.set(path, key);
    }
    return key;
  });
  return merge(own, keys, (index) => own.paths[index].slice(0, depth));
}

/**
 * One cluster a cell of a grid of the world, about this many units wide and high. The grid never moves, so that
 * clusters stay as nodes come and go.
 *
 * @param places x, y of each cluster of the base
 */
export function cellClusters(base: Clusters, places: Float32Array, cell: number): Clusters {
  const width = cell * Math.sqrt(CELL_ASPECT);
  const height = cell / Math.sqrt(CELL_ASPECT);
  const keys = base.ids.map((_, index) => {
    const column = Math.floor(places[index * 2] / width);
    const line = Math.floor(places[index * 2 + 1] / height);
    // No group's id has an arrow.
    return `→${column}:${line}:${Math.round(cell)}/`;
  });
  return merge(base, keys, undefined);
}

/** Clusters of equal keys become one; '' stays by itself, and so does what shares its key with none. */
function merge(base: Clusters, keys: readonly string[], groupOf: ((index: number) => readonly string[]) | undefined) {
  const drafts = new Map<string, number>();
  const parts: number[][] = [];
  keys.forEach((key, index) => {
    const draft = key === '' ? undefined : drafts.get(key);
    if (draft !== undefined) {
      parts[draft].push(index);
      return;
    }
    drafts.set(key, parts.length);
    parts.push([index]);
  });
  const idOf = ([index, ...others]: readonly number[]) => (others.length === 0 ? base.ids[index] : keys[index]);
  const pathOf = ([index, ...others]: readonly number[]) =>
    others.length === 0
      ? base.paths[index]
      : (groupOf?.(index) ?? others.reduce((path, other) => commonPath(path, base.paths[other]), base.paths[index]));
  const ids = parts.map(idOf);
  const order = ids.map((_, draft) => draft).sort((a, b) => (ids[a] < ids[b] ? -1 : 1));
  const place = new Int32Array(base.ids.length);
  order.forEach((draft, cluster) => parts[draft].forEach((index) => (place[index] = cluster)));
  const sorted = order.map((draft) => parts[draft]);
  return {
    ids: order.map((draft) => ids[draft]),
    of: base.of.map((index) => place[index]),
    first: Int32Array.from(sorted, ([index]) => base.first[index]),
    sizes: Int32Array.from(sorted, (members) => members.reduce((sum, index) => sum + base.sizes[index], 0)),
    paths: sorted.map(pathOf),
    isGroup: Uint8Array.from(sorted, (members) =>
      members.length === 1 ? base.isGroup[members[0]] : groupOf === undefined ? 0 : 1
    ),
  };
}

function commonPath(a: readonly string[], b: readonly string[]): readonly string[] {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) {
    length++;
  }
  return length === a.length ? a : a.slice(0, length);
}
