import { useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { SceneOptions, SceneTheme } from '../../scene/types';
import type { PanelOptions } from '../options/types';
import { sceneTheme } from '../theme';
import { useReducedMotion } from './useReducedMotion';

/** The scene's colours and options from Grafana's theme, the panel's options, and the reader's wish for less motion. */
export function useSceneSettings(
  options: PanelOptions,
  transparent: boolean
): { readonly theme: SceneTheme; readonly options: SceneOptions } {
  const grafanaTheme = useTheme2();
  const prefersReduced = useReducedMotion();
  const { palette, particles, labels, sizeByTraffic, motion } = options;
  const theme = useMemo(() => sceneTheme(grafanaTheme, palette, transparent), [grafanaTheme, palette, transparent]);
  const reducedMotion = prefersReduced || motion === 'still';
  const scene = useMemo(
    (): SceneOptions => ({
      maximumParticles: particles.maximum,
      particleSize: particles.size,
      density: particles.density,
      speed: particles.speed,
      responses: particles.responses,
      frameRateLimit: particles.frameRateLimit,
      edgeLabel: labels.edge,
      showLabels: labels.show,
      textScale: labels.scale,
      sizeByTraffic,
      reducedMotion,
    }),
    [particles, labels.edge, labels.show, labels.scale, sizeByTraffic, reducedMotion]
  );
  return { theme, options: scene };
}
