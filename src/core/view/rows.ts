import type { NodeKind, TrafficHistory } from '../model/history';
import { groupId } from '../model/ids';
import type { ViewNodes, ViewRequest } from '../model/view';

/** What a history looks like from a level: services, and groups that stand for theirs, in order of id. */
export interface LevelRows extends Pick<ViewNodes, 'ids' | 'names' | 'kinds' | 'paths' | 'members' | 'outside'> {
  readonly isGroup: Uint8Array;
  /** Row of each node of the history. */
  readonly rowOf: Int32Array;
}

interface Place {
  readonly outside: boolean;
  /** Path of the group a node collapses into; absent for one that stays itself. */
  readonly group?: readonly string[];
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) {
    length++;
  }
  return length;
}

/** Where the nodes of a group stand, seen from the open path. */
function placeOf(group: readonly string[], { path, detail }: ViewRequest): Place {
  const common = commonLength(group, path);
  const outside = common < path.length;
  const staysItself = group.length === common || (!outside && detail === 'services');
  return staysItself ? { outside } : { outside, group: group.slice(0, common + 1) };
}

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly kind: NodeKind;
  readonly path: readonly string[];
  readonly outside: boolean;
  readonly isGroup: boolean;
  members: number;
}

/** Collapses the nodes of a history to the rows of a level. */
export function levelRows(history: TrafficHistory, request: ViewRequest): LevelRows {
  const { nodes } = history;
  const places = new Map<readonly string[], { readonly place: Place; readonly draft?: number }>();
  const draftOfGroup = new Map<string, number>();
  const drafts: Draft[] = [];
  const draftOf = new Int32Array(nodes.ids.length);

  const place = (group: readonly string[]): { readonly place: Place; readonly draft?: number } => {
    const found = placeOf(group, request);
    if (found.group === undefined) {
      return { place: found };
    }
    const id = groupId(found.group);
    let draft = draftOfGroup.get(id);
    if (draft === undefined) {
      draft = drafts.length;
      draftOfGroup.set(id, draft);
      drafts.push({
        id,
        name: found.group[found.group.length - 1],
        kind: 'group',
        path: found.group,
        outside: found.outside,
        isGroup: true,
        members: 0,
      });
    }
    return { place: found, draft };
  };
  for (let node = 0; node < nodes.ids.length; node++) {
    const group = nodes.groups[node];
    let known = places.get(group);
    if (known === undefined) {
      known = place(group);
      places.set(group, known);
    }
    if (known.draft === undefined) {
      draftOf[node] = drafts.length;
      drafts.push({
        id: nodes.ids[node],
        name: nodes.names[node],
        kind: nodes.kinds[node],
        path: group,
        outside: known.place.outside,
        isGroup: false,
        members: 1,
      });
    } else {
      draftOf[node] = known.draft;
      drafts[known.draft].members++;
    }
  }
  const order = drafts.map((_, draft) => draft).sort((a, b) => (drafts[a].id < drafts[b].id ? -1 : 1));
  const rowOfDraft = new Int32Array(drafts.length);
  order.forEach((draft, row) => {
    rowOfDraft[draft] = row;
  });
  const sorted = order.map((draft) => drafts[draft]);
  return {
    ids: sorted.map(({ id }) => id),
    names: sorted.map(({ name }) => name),
    kinds: sorted.map(({ kind }) => kind),
    paths: sorted.map(({ path }) => path),
    members: Int32Array.from(sorted, ({ members }) => members),
    outside: Uint8Array.from(sorted, ({ outside }) => (outside ? 1 : 0)),
    isGroup: Uint8Array.from(sorted, ({ isGroup }) => (isGroup ? 1 : 0)),
    rowOf: draftOf.map((draft) => rowOfDraft[draft]),
  };
}
