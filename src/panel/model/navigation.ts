import { groupId } from '../../core/model/ids';
import type { NodeTable } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';
import type { SceneTransition } from '../../scene/types';

/** Where the reader is: an open group path, and perhaps one service with its callers and callees. */
export interface Place {
  readonly path: readonly string[];
  /** Node id of the focused service. */
  readonly focus?: string;
}

export interface Crumb {
  readonly label: string;
  readonly place: Place;
}

export const WORLD: Place = Object.freeze({ path: Object.freeze([]) });

/** World / eu-west / shop / checkout. The last crumb is where the reader is. */
export function crumbs(place: Place, nodes: NodeTable | undefined): readonly Crumb[] {
  const groups = place.path.map((part, depth) => ({ label: part, place: { path: place.path.slice(0, depth + 1) } }));
  const trail = [{ label: 'World', place: WORLD }, ...groups];
  if (place.focus === undefined) {
    return trail;
  }
  const row = nodes?.ids.indexOf(place.focus) ?? -1;
  return [...trail, { label: row < 0 ? place.focus : (nodes?.names[row] ?? place.focus), place }];
}

/** One level up; undefined at the top. */
export function parentPlace(place: Place): Place | undefined {
  if (place.focus !== undefined) {
    return { path: place.path };
  }
  return place.path.length > 0 ? { path: place.path.slice(0, -1) } : undefined;
}

/** Where a place leads once its group or service has gone: the nearest ancestor that is still there, and what went. */
export function nearestPlace(place: Place, nodes: NodeTable): { readonly place: Place; readonly vanished?: string } {
  const depth = existingDepth(place.path, nodes);
  if (depth < place.path.length) {
    return { place: { path: place.path.slice(0, depth) }, vanished: place.path.slice(0, depth + 1).join(' / ') };
  }
  if (place.focus !== undefined && !nodes.ids.includes(place.focus)) {
    return { place: { path: place.path }, vanished: place.focus };
  }
  return { place };
}

function existingDepth(path: readonly string[], nodes: NodeTable): number {
  let deepest = 0;
  for (const group of nodes.groups) {
    let depth = 0;
    while (depth < path.length && group[depth] === path[depth]) {
      depth++;
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Row of a group in a view, or -1. */
export function groupRow(view: TrafficView, path: readonly string[]): number {
  return view.nodes.kinds.findIndex((kind, row) => kind === 'group' && samePath(view.nodes.paths[row], path));
}

/** How the picture goes from one place to the next, given the views of both. */
export function transitionBetween(
  from: { readonly place: Place; readonly view: TrafficView } | undefined,
  to: { readonly place: Place; readonly view: TrafficView }
): SceneTransition {
  if (from === undefined) {
    return { kind: 'none' };
  }
  if (samePlace(from.place, to.place)) {
    return { kind: 'ease' };
  }
  const into = anchor(from.view, from.place, to.place);
  if (into !== undefined) {
    return { kind: 'in', nodeId: into };
  }
  const outOf = anchor(to.view, to.place, from.place);
  return outOf === undefined ? { kind: 'ease' } : { kind: 'out', nodeId: outOf };
}

/** The node of an outer view that stands for an inner place, if the inner place is within the outer. */
function anchor(outerView: TrafficView, outer: Place, inner: Place): string | undefined {
  if (inner.focus !== undefined && inner.focus !== outer.focus && outerView.nodes.ids.includes(inner.focus)) {
    return outer.focus === undefined ? inner.focus : undefined;
  }
  if (inner.path.length <= outer.path.length || outer.path.some((part, depth) => part !== inner.path[depth])) {
    return undefined;
  }
  const row = groupRow(outerView, inner.path.slice(0, outer.path.length + 1));
  if (row >= 0) {
    return outerView.nodes.ids[row];
  }
  // A map of services shows the group itself only from afar.
  return outerView.nodes.paths.some((path) => inner.path.every((part, depth) => path[depth] === part))
    ? groupId(inner.path)
    : undefined;
}

export function samePlace(a: Place, b: Place): boolean {
  return a.focus === b.focus && samePath(a.path, b.path);
}

export function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
