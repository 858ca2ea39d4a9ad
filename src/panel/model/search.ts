import type { NodeTable } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';

/** What a search found: ids in the view, and services that are elsewhere, with their group paths. */
export interface SearchResult {
  readonly matches: ReadonlySet<string>;
  readonly elsewhere: ReadonlyArray<{ readonly id: string; readonly name: string; readonly path: readonly string[] }>;
}

const NOTHING: SearchResult = Object.freeze({ matches: new Set<string>(), elsewhere: Object.freeze([]) });

/** Services and groups whose name or path contains the text, in any case. A group matches for the services within. */
export function searchTraffic(text: string, view: TrafficView, nodes: NodeTable): SearchResult {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') {
    return NOTHING;
  }
  const contains = (name: string) => name.toLowerCase().includes(wanted);
  const shown = new Set(view.nodes.ids);
  const matches = new Set(view.nodes.ids.filter((_, row) => contains(view.nodes.names[row])));
  const elsewhere: Array<SearchResult['elsewhere'][number]> = [];
  nodes.ids.forEach((id, row) => {
    const path = nodes.groups[row];
    if (!shown.has(id) && (contains(nodes.names[row]) || path.some(contains))) {
      elsewhere.push({ id, name: nodes.names[row], path });
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
