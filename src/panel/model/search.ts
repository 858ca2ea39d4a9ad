import type { NodeTable } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';
import type { Place } from './navigation';

/** What a search found: ids in the view, and services that are elsewhere with the place where they can be seen. */
export interface SearchResult {
  readonly matches: ReadonlySet<string>;
  readonly elsewhere: ReadonlyArray<{ readonly id: string; readonly name: string; readonly place: Place }>;
}

const NOTHING: SearchResult = Object.freeze({ matches: new Set<string>(), elsewhere: Object.freeze([]) });

/** Services and groups whose name or path contains the text, in any case. A group matches for the services within. */
export function searchTraffic(text: string, view: TrafficView, nodes: NodeTable): SearchResult {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') {
    return NOTHING;
  }
  const shown = new Set(view.nodes.ids);
  const matches = new Set<string>();
  view.nodes.names.forEach((name, row) => {
    if (name.toLowerCase().includes(wanted)) {
      matches.add(view.nodes.ids[row]);
    }
  });
  const elsewhere: Array<SearchResult['elsewhere'][number]> = [];
  nodes.names.forEach((name, row) => {
    const found =
      name.toLowerCase().includes(wanted) || nodes.groups[row].some((part) => part.toLowerCase().includes(wanted));
    if (found && !shown.has(nodes.ids[row])) {
      elsewhere.push({ id: nodes.ids[row], name, place: { path: nodes.groups[row] } });
    }
  });
  return { matches, elsewhere };
}
