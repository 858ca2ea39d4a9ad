import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Insets } from '../../scene/camera';
import type { FlowScene, SceneTheme } from '../../scene/types';
import { placeFocusRing } from '../components/FocusRing';
import type { PanelFormat } from '../format';
import type { PanelOptions } from '../options/types';
import { useCanvasRenewal } from './useCanvasRenewal';
import { useFrameLoop } from './useFrameLoop';
import type { PlacedView } from './useLayout';
import { useNodeDrag, type NodeDrag } from './useNodeDrag';
import { useOnScreen } from './useOnScreen';
import type { Picks } from './usePicks';
import type { PinBoard } from './usePins';
import type { OnShown } from './useShownView';
import { useScene, type SceneStatus } from './useScene';
import { useSceneSettings } from './useSceneSettings';
import { useSceneView } from './useSceneView';

export interface MapSceneInput {
  readonly placed: PlacedView | undefined;
  /** Whether the scene draws it from afar, where nodes cannot be moved. */
  readonly isFar: boolean;
  readonly picks: Picks;
  readonly onShown: OnShown;
  /** Ids that a search found. */
  readonly matches: ReadonlySet<string>;
  readonly pins: PinBoard;
  readonly options: PanelOptions;
  readonly format: PanelFormat;
  readonly transparent: boolean;
  readonly width: number;
  readonly height: number;
  readonly insets: Insets;
  /** Of the panel: off screen, the map gives its WebGL context back. */
  readonly root: RefObject<HTMLElement | null>;
  readonly ring: RefObject<HTMLElement | null>;
}

export interface MapScene {
  readonly scene?: FlowScene;
  readonly status: SceneStatus;
  readonly theme: SceneTheme;
  /** Whether there is to be a canvas at all. */
  readonly near: boolean;
  /** A new key is a new canvas: one whose context is lost for good stays dark. */
  readonly canvasKey: number;
  readonly setCanvas: (canvas: HTMLCanvasElement | null) => void;
  /** Asks for a frame. */
  readonly redraw: () => void;
  /** Hands the next frame over, as PNG. */
  readonly takePicture: (take: (picture: Blob) => void) => void;
  /** Takes hold of the node under a point in CSS pixels. */
  readonly startDrag: NodeDrag['start'];
}

/** Everything between React's state and the scene: what is drawn, what stands out, and when. */
export function useMapScene(input: MapSceneInput): MapScene {
  const { placed, isFar, picks, onShown, matches, pins, options, format, transparent, root, ring } = input;
  const { width, height, insets } = input;
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const { visible, near } = useOnScreen(root);
  const settings = useSceneSettings(options, transparent);
  const { scene, status } = useScene(canvas, { ...settings, width, height, insets, format, onShown });
  const canvasKey = useCanvasRenewal(status, visible);
  const { hovered, cursor, selected } = picks;
  const takes = useRef<(picture: Blob) => void>(undefined);
  const onFrame = () => {
    placeFocusRing(ring.current, cursor === undefined ? undefined : scene?.nodeOnScreen(cursor.row));
    const take = takes.current;
    if (take !== undefined) {
      takes.current = undefined;
      // Now, for WebGL keeps what it has drawn no longer than the frame lasts.
      canvas?.toBlob((picture) => picture !== null && take(picture));
    }
  };
  const redraw = useFrameLoop({ scene, visible, frameRateLimit: settings.options.frameRateLimit, onFrame });
  const takePicture = (take: (picture: Blob) => void) => {
    takes.current = take;
    redraw();
  };
  const drag = useNodeDrag({ scene, placed: isFar ? undefined : placed, redraw, onDrop: pins.pin });
  useSceneView(scene, placed, drag.afterView);
  const pinned = pins.ids;
  useEffect(() => {
    scene?.setEmphasis({
      hovered: hovered ?? cursor,
      selected,
      matches: matches.size > 0 ? matches : undefined,
      pinned: pinned.size > 0 ? pinned : undefined,
    });
  }, [scene, placed, hovered, cursor, selected, matches, pinned]);
  return {
    scene,
    status,
    theme: settings.theme,
    near,
    canvasKey,
    setCanvas,
    redraw,
    takePicture,
    startDrag: drag.start,
  };
}
