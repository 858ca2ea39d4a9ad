/** A group, or the whole: its own nodes, and the groups in it. */
export interface GroupTree {
  /** "/"-joined; empty for the whole. */
  readonly path: string;
  /** Rows of nodes that are in no group of this one. */
  readonly rows: readonly number[];
  readonly groups: readonly GroupTree[];
}

interface Growing {
  readonly path: string;
  readonly rows: number[];
  readonly groups: Map<string, Growing>;
}

/** The tree of "/"-joined group paths, groups in the order in which they are first named. */
export function groupTree(paths: readonly string[]): GroupTree {
  const root: Growing = { path: '', rows: [], groups: new Map() };
  paths.forEach((path, row) => {
    let at = root;
    for (const part of path === '' ? [] : path.split('/')) {
      let next = at.groups.get(part);
      if (!next) {
        next = { path: at === root ? part : `${at.path}/${part}`, rows: [], groups: new Map() };
        at.groups.set(part, next);
      }
      at = next;
    }
    at.rows.push(row);
  });
  return finished(root);
}

/** A group that holds nothing but one group is left out: a box in a box says nothing. */
function finished({ path, rows, groups }: Growing): GroupTree {
  const [only] = groups.values();
  if (rows.length === 0 && groups.size === 1) {
    return finished(only);
  }
  return { path, rows, groups: [...groups.values()].map(finished) };
}
