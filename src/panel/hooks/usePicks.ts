import { useMemo, useState } from 'react';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { findPick } from '../model/describe';

/** What stands out in a map: under the pointer, under the keyboard's cursor, and chosen. Rows are of the given view. */
export interface Picks {
  readonly hovered?: ScenePick;
  readonly cursor?: ScenePick;
  readonly selected?: ScenePick;
  readonly setHovered: (pick: ScenePick | undefined) => void;
  readonly setCursor: (pick: ScenePick | undefined) => void;
  readonly setSelected: (pick: ScenePick | undefined) => void;
}

/** Keeps picks by id from view to view; what is not in the view is not picked. */
export function usePicks(view: TrafficView | undefined): Picks {
  const [hoveredId, setHovered] = useState<ScenePick>();
  const [cursorId, setCursor] = useState<ScenePick>();
  const [selectedId, setSelected] = useState<ScenePick>();
  const hovered = useFound(view, hoveredId);
  const cursor = useFound(view, cursorId);
  const selected = useFound(view, selectedId);
  return { hovered, cursor, selected, setHovered, setCursor, setSelected };
}

function useFound(view: TrafficView | undefined, pick: ScenePick | undefined): ScenePick | undefined {
  return useMemo(() => (view === undefined ? undefined : findPick(view, pick)), [view, pick]);
}
