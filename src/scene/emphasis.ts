import type { EdgeRows } from './edgeRows';
import type { NodeRows } from './nodeRows';
import type { SceneEmphasis } from './types';

/** Opacity of what is not meant while something is hovered or matched. */
export const DIMMED_NODE = 0.2;
export const DIMMED_EDGE = 0.05;

/** Marks of a node, as `programs/nodes` reads them. */
export const MARK_HOVERED = 1;
export const MARK_SELECTED = 2;
export const MARK_MATCHED = 4;
/** Of edges at a node that is hovered, selected or was found: they are drawn whole, however many there are. */
export const MARK_MEANT = 8;

/** 0–1 a row: how much of it is seen, and marks. */
export interface Standing {
  readonly nodes: Float32Array;
  readonly nodeMarks: Uint8Array;
  readonly edges: Float32Array;
  readonly edgeMarks: Uint8Array;
}

/** Everything as bright as it can be, nothing marked. */
export function plainStanding(nodeCount: number, edgeCount: number): Standing {
  return {
    nodes: new Float32Array(nodeCount).fill(1),
    nodeMarks: new Uint8Array(nodeCount),
    edges: new Float32Array(edgeCount).fill(1),
    edgeMarks: new Uint8Array(edgeCount),
  };
}

const isSamePick = (one: SceneEmphasis['hovered'], other: SceneEmphasis['hovered']): boolean =>
  one?.kind === other?.kind && one?.id === other?.id && one?.row === other?.row;

function isSameSet(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  return one === other || (one?.size === other?.size && [...(one ?? [])].every((id) => other?.has(id)));
}

/** Whether the same stands out: owners tell it again with each view. */
export function isSameEmphasis(one: SceneEmphasis, other: SceneEmphasis): boolean {
  return (
    isSamePick(one.hovered, other.hovered) &&
    isSamePick(one.selected, other.selected) &&
    isSameSet(one.matches, other.matches) &&
    isSameSet(one.pinned, other.pinned)
  );
}

/** Hovering shows a node with its callers and callees, or an edge with its ends; a search shows what it found. */
export function standingOf(nodes: NodeRows, edges: EdgeRows, emphasis: SceneEmphasis): Standing {
  const { hovered, selected, matches } = emphasis;
  const standing = plainStanding(nodes.ids.length, edges.ids.length);
  const nodeOf = (id: string | undefined) => (id === undefined ? -1 : nodes.ids.indexOf(id));
  const edgeOf = (id: string | undefined) => (id === undefined ? -1 : edges.ids.indexOf(id));
  const hoveredNode = hovered?.kind === 'node' ? nodeOf(hovered.id) : -1;
  const hoveredEdge = hovered?.kind === 'edge' ? edgeOf(hovered.id) : -1;
  const searching = matches !== undefined && matches.size > 0;
  if (hoveredNode >= 0 || hoveredEdge >= 0 || searching) {
    standing.nodes.fill(DIMMED_NODE);
    standing.edges.fill(DIMMED_EDGE);
    for (let row = 0; searching && row < nodes.ids.length; row++) {
      if (matches.has(nodes.ids[row])) {
        standing.nodes[row] = 1;
        standing.nodeMarks[row] |= MARK_MATCHED;
      }
    }
    for (let row = 0; row < edges.ids.length; row++) {
      const source = edges.source[row];
      const target = edges.target[row];
      const meant = row === hoveredEdge || (hoveredNode >= 0 && (source === hoveredNode || target === hoveredNode));
      if (meant) {
        standing.edges[row] = 1;
        standing.edgeMarks[row] = MARK_MEANT;
        standing.nodes[source] = 1;
        standing.nodes[target] = 1;
      } else if (searching && (standing.nodeMarks[source] | standing.nodeMarks[target]) & MARK_MATCHED) {
        standing.edges[row] = 0.4;
        standing.edgeMarks[row] = MARK_MEANT;
      }
    }
  }
  if (hoveredNode >= 0) {
    standing.nodes[hoveredNode] = 1;
    standing.nodeMarks[hoveredNode] |= MARK_HOVERED;
  }
  if (hoveredEdge >= 0) {
    standing.edgeMarks[hoveredEdge] |= MARK_HOVERED;
  }
  const selectedNode = selected?.kind === 'node' ? nodeOf(selected.id) : -1;
  const selectedEdge = selected?.kind === 'edge' ? edgeOf(selected.id) : -1;
  if (selectedNode >= 0) {
    standing.nodeMarks[selectedNode] |= MARK_SELECTED;
    for (let row = 0; row < edges.ids.length; row++) {
      if (edges.source[row] === selectedNode || edges.target[row] === selectedNode) {
        standing.edgeMarks[row] |= MARK_MEANT;
      }
    }
  }
  if (selectedEdge >= 0) {
    standing.edgeMarks[selectedEdge] |= MARK_SELECTED;
  }
  return standing;
}

/** Bytes for the shader: what was, what is, marks. `was` may be of fewer rows: new ones come as they are. */
export function writeStanding(cells: Uint8Array, was: Float32Array, is: Float32Array, marks: Uint8Array): void {
  for (let row = 0; row < is.length; row++) {
    const before = row < was.length ? was[row] : is[row];
    cells[row * 4] = Math.round(before * 255);
    cells[row * 4 + 1] = Math.round(is[row] * 255);
    cells[row * 4 + 2] = marks[row] === 0 ? 0 : marks[row];
    cells[row * 4 + 3] = 255;
  }
}
