import { useMemo } from 'react';
import type { ThresholdStates, TrafficResult } from '../../core/model/result';
import type { TrafficView } from '../../core/model/view';
import { buildView } from '../../core/view/buildView';
import { fitAspect } from '../../scene/camera';
import { detailAt } from '../model/detail';
import type { Place } from '../model/navigation';
import type { PanelOptions } from '../options/types';
import { useLayout, type LayoutRequest, type PlacedView } from './useLayout';

/** Layouts are made for one of a few shapes of panel, so that dragging a panel's corner does not redo them at each step. */
const ASPECT_STEP = 1.12;

const FOCUS_LAYOUT: PanelOptions['layout'] = Object.freeze({ name: 'layered' });

export interface PlacedViewRequest {
  readonly result: TrafficResult;
  readonly states: ThresholdStates;
  readonly place: Place;
  /** Bucket of the history; absent: now. */
  readonly timeIndex?: number;
  readonly options: PanelOptions;
  readonly pinned: LayoutRequest['pinned'];
  readonly width: number;
  readonly height: number;
}

/** The graph at a place and time, and where its nodes go. The view may be a step ahead of what is placed. */
export function usePlacedView({
  result,
  states,
  place,
  timeIndex,
  options,
  pinned,
  width,
  height,
}: PlacedViewRequest): {
  readonly view: TrafficView;
  readonly placed?: PlacedView;
  readonly problem?: string;
} {
  const { history } = result;
  const { detail, minimumRate } = options;
  // Callers on one side, callees on the other, whatever is chosen for maps.
  const { name, entry, order } = place.focus === undefined ? options.layout : FOCUS_LAYOUT;
  const view = useMemo(
    () =>
      buildView(history, states, {
        timeIndex,
        // Callers and callees are shown themselves, wherever they live, not as the groups they are in.
        path: place.focus === undefined ? place.path : [],
        focus: place.focus,
        detail: detailAt(detail, place, history.nodes),
        minimumRate: minimumRate > 0 ? minimumRate : undefined,
      }),
    [history, states, timeIndex, place, detail, minimumRate]
  );
  const aspect = ASPECT_STEP ** Math.round(Math.log(fitAspect(width, height)) / Math.log(ASPECT_STEP));
  const request = useMemo(
    (): LayoutRequest => ({ view, place, name, entry: entry === '' ? undefined : entry, order, aspect, pinned }),
    [view, place, name, entry, order, aspect, pinned]
  );
  const { placed, problem } = useLayout(request);
  return { view, placed, problem };
}
