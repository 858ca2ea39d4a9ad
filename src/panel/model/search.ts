import type { NodeKind, NodeTable } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';
import { shownText } from './shownText';

/** What a search found: ids in the view, the best first, and services that are elsewhere, with their group paths. */
export interface SearchResult {
  readonly matches: ReadonlySet<string>;
  readonly elsewhere: ReadonlyArray<{ readonly id: string; readonly name: string; readonly path: readonly string[] }>;
}

const NOTHING: SearchResult = Object.freeze({ matches: new Set<string>(), elsewhere: Object.freeze([]) });

/** What stands for a kind in a search: its name, or that of many. A word for every service would find nothing. */
const KIND_WORDS: Readonly<Record<string, NodeKind>> = {
  gateway: 'gateway',
  gateways: 'gateway',
  database: 'database',
  databases: 'database',
  cache: 'cache',
  caches: 'cache',
  queue: 'queue',
  queues: 'queue',
  external: 'external',
  user: 'user',
  users: 'user',
};

/**
 * Services and groups whose name or path contains the text, in any case, and services of the kind that it names. A group
 * matches for the services within.
 */
export function searchTraffic(text: string, view: TrafficView, nodes: NodeTable): SearchResult {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') {
    return NOTHING;
  }
  const contains = (name: string) => name.toLowerCase().includes(wanted);
  const kind = KIND_WORDS[wanted];
  const shown = new Set(view.nodes.ids);
  const distance = (row: number) => {
    const name = view.nodes.names[row].toLowerCase();
    return name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2;
  };
  const rows = view.nodes.ids
    .map((_, row) => row)
    .filter((row) => contains(view.nodes.names[row]) || view.nodes.kinds[row] === kind)
    .sort((a, b) => distance(a) - distance(b) || a - b);
  const matches = new Set(rows.map((row) => view.nodes.ids[row]));
  const elsewhere: Array<SearchResult['elsewhere'][number]> = [];
  nodes.ids.forEach((id, row) => {
    const path = nodes.groups[row];
    if (!shown.has(id) && (contains(nodes.names[row]) || nodes.kinds[row] === kind || path.some(contains))) {
      elsewhere.push({ id, name: shownText(nodes.names[row]), path });
      groupsAround(view, path).forEach((group) => matches.add(group));
    }
  });
  return { matches, elsewhere };
}

/** Ids of the groups in a view that a path lies within. */
function groupsAround({ nodes }: TrafficView, path: readonly string[]): readonly string[] {
  return nodes.ids.filter(
    (_, row) => nodes.kinds[row] === 'group' && nodes.paths[row].every((part, depth) => path[depth] === part)
  );
}
