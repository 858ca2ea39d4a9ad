import { useCallback, useMemo } from 'react';
import type { TrafficView } from '../../core/model/view';
import type { FlowScene, ScenePick } from '../../scene/types';
import type { KeyCommand } from '../interaction/keyboard';
import { firstCursor, HEADINGS, moveCursor } from '../interaction/moveCursor';
import { isNeighbours, membersInView } from '../model/members';
import type { Navigation } from './useNavigation';
import type { PlacedView } from './useLayout';
import type { Picks } from './usePicks';
import type { PinBoard } from './usePins';

/** World units that a key press moves a node: its radius. */
const KEY_STEP = 1;

export interface MapCommandsInput {
  readonly scene: FlowScene | undefined;
  readonly placed: PlacedView | undefined;
  /** What the scene draws of it. */
  readonly shown: PlacedView | undefined;
  readonly picks: Picks;
  readonly navigation: Navigation;
  readonly pins: PinBoard;
  readonly size: { readonly width: number; readonly height: number };
  /** Asks for a frame, where the picture stood still. */
  readonly redraw: () => void;
  readonly onTable: () => void;
  readonly onSearch: () => void;
}

/** The view that a pick's row is of. */
function viewOf(pick: ScenePick, ...views: ReadonlyArray<TrafficView | undefined>): TrafficView | undefined {
  return views.find((view) => (pick.kind === 'node' ? view?.nodes : view?.edges)?.ids[pick.row] === pick.id);
}

/** What pointer, keyboard and buttons can do with the map. */
export interface MapCommands {
  /** Into a group; to a service and its neighbours; to the details of what is neither. */
  readonly open: (pick: ScenePick) => void;
  readonly zoom: (factor: number, x?: number, y?: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly fit: () => void;
  /** Pins a node where it is, or lets it go. */
  readonly togglePin: (pick: ScenePick) => void;
  /** Selects the next (or previous) of these nodes, in their order. */
  readonly next: (ids: ReadonlySet<string>, by: 1 | -1) => void;
  /** True when the key was the map's. */
  readonly run: (command: KeyCommand) => boolean;
}

export function useMapCommands(input: MapCommandsInput): MapCommands {
  const { scene, placed, shown, picks, navigation, pins, size, redraw, onTable, onSearch } = input;
  const { setCursor, setSelected, setHovered } = picks;

  const open = useCallback(
    (pick: ScenePick) => {
      const view = viewOf(pick, shown?.view, placed?.view);
      if (view === undefined || pick.kind === 'edge') {
        setSelected(pick);
        return;
      }
      if (isNeighbours(view, pick.row)) {
        scene?.reveal(membersInView(view, pick.row));
        redraw();
        return;
      }
      const { nodes } = view;
      const isGroup = nodes.kinds[pick.row] === 'group';
      if (!isGroup && navigation.place.focus === pick.id) {
        setSelected(pick);
        return;
      }
      setHovered(undefined);
      setSelected(undefined);
      navigation.go(isGroup ? { path: nodes.paths[pick.row] } : { path: navigation.place.path, focus: pick.id });
    },
    [scene, placed, shown, navigation, redraw, setHovered, setSelected]
  );
  const zoom = useCallback(
    (factor: number, x = size.width / 2, y = size.height / 2) => {
      scene?.zoomBy(factor, x, y);
      redraw();
    },
    [scene, size, redraw]
  );
  const pan = useCallback(
    (dx: number, dy: number) => {
      scene?.panBy(dx, dy);
      redraw();
    },
    [scene, redraw]
  );
  const fit = useCallback(() => {
    scene?.fit();
    redraw();
  }, [scene, redraw]);

  const moveNode = useCallback(
    (pick: ScenePick, dx: number, dy: number) => {
      // A group seen from afar has no place of its own.
      const row = pick.kind === 'node' ? placed?.view.nodes.ids.indexOf(pick.id) : undefined;
      if (placed !== undefined && row !== undefined && row >= 0) {
        const { positions } = placed.layout;
        pins.pin(pick.id, [positions[2 * row] + dx, positions[2 * row + 1] + dy]);
      }
    },
    [placed, pins]
  );
  const togglePin = useCallback(
    (pick: ScenePick) => {
      if (pins.ids.has(pick.id)) {
        pins.unpin(pick.id);
      } else {
        moveNode(pick, 0, 0);
      }
    },
    [pins, moveNode]
  );

  const next = useCallback(
    (ids: ReadonlySet<string>, by: 1 | -1) => {
      const there = new Set(placed?.view.nodes.ids);
      const found = [...ids].filter((id) => there.has(id));
      if (placed !== undefined && found.length > 0) {
        const at = picks.selected === undefined ? -1 : found.indexOf(picks.selected.id);
        const id = found[at < 0 ? 0 : (at + by + found.length) % found.length];
        setSelected({ kind: 'node', row: placed.view.nodes.ids.indexOf(id), id });
      }
    },
    [placed, picks.selected, setSelected]
  );

  const run = useCallback(
    (command: KeyCommand): boolean => {
      const cursor = picks.cursor ?? (picks.selected?.kind === 'node' ? picks.selected : undefined);
      switch (command.kind) {
        case 'move': {
          if (shown !== undefined) {
            const { view, layout } = shown;
            const row =
              cursor === undefined ? firstCursor(view) : moveCursor(view, layout, cursor.row, command.direction);
            if (row !== undefined) {
              setCursor({ kind: 'node', row, id: view.nodes.ids[row] });
            }
          }
          return true;
        }
        case 'nudge':
          if (cursor !== undefined) {
            const [x, y] = HEADINGS[command.direction];
            moveNode(cursor, x * KEY_STEP, y * KEY_STEP);
          }
          return true;
        case 'pin':
          if (cursor !== undefined) {
            togglePin(cursor);
          }
          return true;
        case 'unpinAll':
          pins.unpinAll();
          return true;
        case 'open':
          if (cursor !== undefined) {
            open(cursor);
          }
          return true;
        case 'select':
          setSelected(cursor);
          return true;
        case 'back':
          if (picks.selected !== undefined) {
            setSelected(undefined);
            return true;
          }
          return navigation.back();
        case 'zoom':
          zoom(command.factor);
          return true;
        case 'fit':
          fit();
          return true;
        case 'table':
          onTable();
          return true;
        case 'search':
          onSearch();
          return true;
      }
    },
    [picks, shown, setCursor, setSelected, open, navigation, pins, moveNode, togglePin, zoom, fit, onTable, onSearch]
  );
  return useMemo(() => ({ open, zoom, pan, fit, togglePin, next, run }), [open, zoom, pan, fit, togglePin, next, run]);
}
