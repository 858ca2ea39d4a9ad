import { useMemo, useState } from 'react';
import type { LayoutResult } from '../../core/model/layout';
import type { TrafficView } from '../../core/model/view';
import type { PlacedView } from './useLayout';

/** Told by the scene when it draws a view from afar instead of the one that it was given, and when it no longer does. */
export type OnShown = (view: TrafficView, layout: LayoutResult) => void;

/** What the scene draws of a placed view: all of it, or what it looks like from afar. */
export function useShownView(placed: PlacedView | undefined): {
  readonly shown: PlacedView | undefined;
  readonly onShown: OnShown;
} {
  const [told, setTold] = useState<{ readonly view: TrafficView; readonly layout: LayoutResult }>();
  const onShown = useMemo((): OnShown => (view, layout) => setTold({ view, layout }), []);
  const shown = useMemo(
    () =>
      placed !== undefined && told?.view.aggregated?.view === placed.view
        ? { ...placed, view: told.view, layout: told.layout }
        : placed,
    [placed, told]
  );
  return { shown, onShown };
}
