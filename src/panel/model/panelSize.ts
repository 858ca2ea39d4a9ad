import type { Insets } from '../../scene/camera';

/** Below this, a panel holds the map alone: no toolbar, legend or replay. */
const SMALLEST_WITH_CONTROLS = { width: 300, height: 200 };
/** Below this, the toolbar would cover part of the map: it shows when the pointer or the keyboard is in the panel. */
const SMALLEST_WITH_STANDING_TOOLBAR = { width: 560, height: 320 };
/** The legend takes one line of about this many CSS pixels. */
const NARROWEST_WITH_LEGEND = 600;
const LEGEND_HEIGHT = 28;
/** With the space beside it. */
const TOOLBAR_WIDTH = 40;
const HEADER_HEIGHT = 28;
const REPLAY_HEIGHT = 40;
const DETAILS_WIDTH = 320;
/** Beside narrower maps, the details would leave nothing of the map: they cover it instead. */
const NARROWEST_BESIDE_DETAILS = 480;

/** What a panel of a size has room for, in CSS pixels. */
export interface PanelRoom {
  readonly compact: boolean;
  /** The toolbar shows only while it is wanted. */
  readonly quietToolbar: boolean;
  readonly legendHeight: number;
  readonly replayHeight: number;
  readonly mapHeight: number;
  readonly detailsWidth: number;
  /** What lies over the map's sides. */
  readonly insets: Insets;
}

export function panelRoom(
  size: { readonly width: number; readonly height: number },
  shows: {
    readonly legend: boolean;
    readonly replay: boolean;
    readonly toolbar: boolean;
    /** Something stands in the line over the map. */
    readonly header: boolean;
  }
): PanelRoom {
  const compact = size.width < SMALLEST_WITH_CONTROLS.width || size.height < SMALLEST_WITH_CONTROLS.height;
  const legendHeight = shows.legend && !compact && size.width >= NARROWEST_WITH_LEGEND ? LEGEND_HEIGHT : 0;
  const replayHeight = shows.replay && !compact ? REPLAY_HEIGHT : 0;
  const quietToolbar =
    size.width < SMALLEST_WITH_STANDING_TOOLBAR.width || size.height < SMALLEST_WITH_STANDING_TOOLBAR.height;
  return {
    compact,
    quietToolbar,
    legendHeight,
    replayHeight,
    mapHeight: Math.max(1, size.height - legendHeight - replayHeight),
    detailsWidth: size.width < NARROWEST_BESIDE_DETAILS ? size.width : DETAILS_WIDTH,
    insets: {
      top: shows.header && !compact ? HEADER_HEIGHT : 0,
      right: shows.toolbar && !quietToolbar ? TOOLBAR_WIDTH : 0,
      bottom: 0,
      left: 0,
    },
  };
}
