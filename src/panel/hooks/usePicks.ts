import { useMemo, useState } from 'react';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { findPick } from '../model/describe';

/**
 * What stands out in a map: under the pointer, under the keyboard's cursor, and chosen. Rows are of the view that is
 * drawn; those of what is selected are of `selectedIn`.
 */
export interface Picks {
  readonly hovered?: ScenePick;
  readonly cursor?: ScenePick;
  readonly selected?: ScenePick;
  /** The view that is drawn, or the one that it was made of, where what is selected is not seen by itself. */
  readonly selectedIn?: TrafficView;
  readonly setHovered: (pick: ScenePick | undefined) => void;
  readonly setCursor: (pick: ScenePick | undefined) => void;
  readonly setSelected: (pick: ScenePick | undefined) => void;
}

/** Keeps picks by id from view to view; what is not in the view is not picked. */
export function usePicks(view: TrafficView | undefined): Picks {
  const whole = view?.aggregated?.view;
  const [hoveredId, setHovered] = useState<ScenePick>();
  const [cursorId, setCursor] = useState<ScenePick>();
  const [selectedId, setSelected] = useState<ScenePick>();
  const hovered = useFound(view, hoveredId);
  const cursor = useFound(view, cursorId);
  const seen = useFound(view, selectedId);
  const hidden = useFound(whole, selectedId);
  const selected = seen ?? hidden;
  const selectedIn = seen === undefined && hidden !== undefined ? whole : view;
  return { hovered, cursor, selected, selectedIn, setHovered, setCursor, setSelected };
}

function useFound(view: TrafficView | undefined, pick: ScenePick | undefined): ScenePick | undefined {
  return useMemo(() => (view === undefined ? undefined : findPick(view, pick)), [view, pick]);
}
