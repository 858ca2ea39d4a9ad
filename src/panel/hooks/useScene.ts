import { useContext, useEffect, useRef, useState } from 'react';
import type { Insets } from '../../scene/camera';
import type { FlowScene, SceneFormat, SceneOptions, SceneTheme } from '../../scene/types';
import { SceneLoader } from '../sceneModule';
import type { OnShown } from './useShownView';

export type SceneStatus = 'loading' | 'ready' | 'lost' | 'noWebgl' | 'notLoaded';

export interface SceneSettings {
  readonly theme: SceneTheme;
  readonly options: SceneOptions;
  readonly format: SceneFormat;
  readonly onShown: OnShown;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Must keep its identity while it is the same. */
  readonly insets: Insets;
}

/**
 * Owns the scene of one canvas: loads its code, makes it, keeps its theme, options and size, and disposes of it with
 * the canvas. Number formats belong to a scene's making: give a new canvas when they change.
 */
export function useScene(
  canvas: HTMLCanvasElement | null,
  settings: SceneSettings
): { readonly scene?: FlowScene; readonly status: SceneStatus } {
  const load = useContext(SceneLoader);
  const [scene, setScene] = useState<FlowScene>();
  const [status, setStatus] = useState<SceneStatus>('loading');
  const initial = useRef(settings);
  useEffect(() => {
    initial.current = settings;
  });

  useEffect(() => {
    if (canvas === null) {
      return undefined;
    }
    let wanted = true;
    let made: FlowScene | undefined;
    const start = async () => {
      const module = await load().catch(() => undefined);
      if (!wanted) {
        return;
      }
      if (module === undefined) {
        setStatus('notLoaded');
        return;
      }
      try {
        const { theme, options, format, onShown, width, height, insets } = initial.current;
        const onContextLost = (lost: boolean) => setStatus(lost ? 'lost' : 'ready');
        made = module.createFlowScene(canvas, { theme, options, format, onContextLost, onShown });
        made.resize(width, height, window.devicePixelRatio, insets);
        await made.prepare();
        if (!wanted) {
          return;
        }
        setScene(made);
        // The context may have been lost meanwhile.
        setStatus((before) => (before === 'lost' ? 'lost' : 'ready'));
      } catch {
        setStatus('noWebgl');
      }
    };
    void start();
    return () => {
      wanted = false;
      made?.dispose();
      setScene(undefined);
      setStatus('loading');
    };
  }, [canvas, load]);

  const { theme, options, width, height, insets } = settings;
  useEffect(() => {
    scene?.setTheme(theme);
  }, [scene, theme]);
  useEffect(() => {
    scene?.setOptions(options);
  }, [scene, options]);
  useEffect(() => {
    scene?.resize(width, height, window.devicePixelRatio, insets);
  }, [scene, width, height, insets]);
  return { scene, status };
}
