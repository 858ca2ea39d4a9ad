import { useEffect, useMemo, useState } from 'react';
import { layoutInput } from '../../core/layout/layoutInput';
import type { LayoutName, LayoutOrder, LayoutResult } from '../../core/model/layout';
import type { TrafficView } from '../../core/model/view';
import { isSuperseded } from '../../workers/layoutClient';
import { samePlace, type Place } from '../model/navigation';
import { pinnedLayout } from '../model/pinnedLayout';
import type { Pin } from '../model/pins';
import { sameStructure } from '../model/structure';
import { useLayoutClient } from './useLayoutClient';

/** A view with the places of its nodes: what the scene draws, and what the rows of a pick mean. */
export interface PlacedView {
  readonly view: TrafficView;
  readonly layout: LayoutResult;
  readonly place: Place;
}

export interface LayoutRequest {
  readonly view: TrafficView;
  readonly place: Place;
  readonly name: LayoutName;
  readonly entry?: string;
  readonly order?: LayoutOrder;
  /** Width by height. */
  readonly aspect: number;
  /** Where nodes were put by hand. */
  readonly pinned: ReadonlyMap<string, Pin>;
}

interface Done {
  readonly request: LayoutRequest;
  readonly layout: LayoutResult;
  /** Rough places, for the time until the layout is there. */
  readonly quick: boolean;
}

/**
 * Lays out a view off the main thread. New rates alone keep the layout; new nodes keep the old ones where they
 * were, but another place is laid out afresh. A node that is pinned moves alone; one that is let go finds a place among
 * the others. Until a new layout is there, the last placed view stays; a large graph that was not there before is shown
 * in rough places meanwhile. The request must keep its identity between renders.
 */
export function useLayout(request: LayoutRequest | undefined): {
  readonly placed?: PlacedView;
  readonly problem?: string;
} {
  const client = useLayoutClient();
  const [wanted, setWanted] = useState(request);
  const [done, setDone] = useState<Done>();
  const [problem, setProblem] = useState<string>();
  const [last, setLast] = useState<PlacedView>();

  const current = request !== undefined && wanted !== undefined && sameLayout(wanted, request) ? wanted : request;
  if (current !== wanted) {
    setWanted(current);
  }

  useEffect(() => {
    if (current === undefined || done?.request === current) {
      return;
    }
    const { view, name, entry, order, aspect, pinned } = current;
    const stays =
      done !== undefined &&
      !done.quick &&
      sameArrangement(done.request, current) &&
      samePlace(done.request.place, current.place);
    const previous = stays ? positionsById(done, pinned) : undefined;
    client()
      .layout(
        name,
        layoutInput(view),
        { aspect, entry, order, previous, pinned },
        previous === undefined ? (layout) => setDone({ request: current, layout, quick: true }) : undefined
      )
      .then(
        (layout) => {
          setDone({ request: current, layout, quick: false });
          setProblem(undefined);
        },
        (error: unknown) => {
          if (!isSuperseded(error)) {
            setProblem(error instanceof Error ? error.message : String(error));
          }
        }
      );
  }, [client, current, done]);

  const pins = request?.pinned;
  const layout = useMemo(
    () =>
      done === undefined || pins === undefined
        ? undefined
        : pinnedLayout(done.layout, done.request.view.nodes.ids, pins),
    [done, pins]
  );
  const placed = useMemo(
    () =>
      request !== undefined && layout !== undefined && done?.request === current
        ? { view: request.view, place: request.place, layout }
        : undefined,
    [request, layout, done, current]
  );
  if (placed !== undefined && placed !== last) {
    setLast(placed);
  }
  return { placed: request === undefined ? undefined : (placed ?? last), problem };
}

function sameLayout(a: LayoutRequest, b: LayoutRequest): boolean {
  return sameArrangement(a, b) && samePlace(a.place, b.place) && keepsPins(a, b) && sameStructure(a.view, b.view);
}

/** A node that a layout was made around, and that is pinned no more, needs a place of its own. */
function keepsPins(made: LayoutRequest, now: LayoutRequest): boolean {
  return [...made.pinned.keys()].every((id) => now.pinned.has(id));
}

function sameArrangement(a: LayoutRequest, b: LayoutRequest): boolean {
  return a.name === b.name && a.entry === b.entry && a.order === b.order && a.aspect === b.aspect;
}

/** Places of the last layout, without those of nodes that were pinned in it and are not now. */
function positionsById({ request, layout }: Done, pinned: LayoutRequest['pinned']): ReadonlyMap<string, Pin> {
  return new Map(
    request.view.nodes.ids.flatMap((id, row): Array<[string, Pin]> => {
      const letGo = request.pinned.has(id) && !pinned.has(id);
      return letGo ? [] : [[id, [layout.positions[2 * row], layout.positions[2 * row + 1]]]];
    })
  );
}
