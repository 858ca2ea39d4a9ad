import { useEffect, useMemo, useState } from 'react';
import { layoutInput } from '../../core/layout/layoutInput';
import type { LayoutName, LayoutResult } from '../../core/model/layout';
import type { TrafficView } from '../../core/model/view';
import { isSuperseded } from '../../workers/layoutClient';
import { samePlace, type Place } from '../model/navigation';
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
  /** Width by height. */
  readonly aspect: number;
}

interface Done {
  readonly request: LayoutRequest;
  readonly layout: LayoutResult;
}

/**
 * Lays out a view off the main thread. New rates alone keep the layout; new nodes keep the old ones where they
 * were, but another place is laid out afresh. Until a new layout is there, the last placed view stays. The request must keep its identity between renders.
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
    const { view, name, entry, aspect } = current;
    const stays =
      done !== undefined && sameArrangement(done.request, current) && samePlace(done.request.place, current.place);
    const previous = stays ? positionsById(done) : undefined;
    client()
      .layout(name, layoutInput(view), { aspect, entry, previous })
      .then(
        (layout) => {
          setDone({ request: current, layout });
          setProblem(undefined);
        },
        (error: unknown) => {
          if (!isSuperseded(error)) {
            setProblem(error instanceof Error ? error.message : String(error));
          }
        }
      );
  }, [client, current, done]);

  const placed = useMemo(
    () =>
      request !== undefined && done !== undefined && done.request === current
        ? { view: request.view, place: request.place, layout: done.layout }
        : undefined,
    [request, done, current]
  );
  if (placed !== undefined && placed !== last) {
    setLast(placed);
  }
  return { placed: request === undefined ? undefined : (placed ?? last), problem };
}

function sameLayout(a: LayoutRequest, b: LayoutRequest): boolean {
  return sameArrangement(a, b) && samePlace(a.place, b.place) && sameStructure(a.view, b.view);
}

function sameArrangement(a: LayoutRequest, b: LayoutRequest): boolean {
  return a.name === b.name && a.entry === b.entry && a.aspect === b.aspect;
}

function positionsById({ request, layout }: Done): ReadonlyMap<string, readonly [number, number]> {
  return new Map(
    request.view.nodes.ids.map((id, row) => [id, [layout.positions[2 * row], layout.positions[2 * row + 1]]])
  );
}
