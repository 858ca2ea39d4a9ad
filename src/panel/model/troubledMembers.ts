import type { NodeTable } from '../../core/model/history';
import type { ThresholdStates } from '../../core/model/result';
import { STATE_DANGER, STATE_WARNING } from '../../core/model/state';
import { shownText } from './shownText';

/** A service of a group that is in warning or danger. */
export interface TroubledMember {
  readonly id: string;
  readonly name: string;
  /** Its own group path. */
  readonly path: readonly string[];
  readonly state: number;
}

/** What hurts among some nodes (a mask) at one bucket of the history: danger first, then by name. */
export function troubledMembers(
  nodes: NodeTable,
  states: ThresholdStates,
  members: Uint8Array,
  timeIndex: number
): readonly TroubledMember[] {
  const buckets = nodes.ids.length === 0 ? 0 : states.nodes.length / nodes.ids.length;
  return nodes.ids
    .flatMap((id, row): TroubledMember[] => {
      const state = states.nodes[row * buckets + timeIndex];
      const hurts = members[row] === 1 && (state === STATE_WARNING || state === STATE_DANGER);
      return hurts ? [{ id, name: shownText(nodes.names[row]), path: nodes.groups[row], state }] : [];
    })
    .sort((a, b) => b.state - a.state || a.name.localeCompare(b.name));
}
