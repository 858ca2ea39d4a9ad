import type { GrafanaTheme2 } from '@grafana/data';
import type { SceneTheme } from '../scene/types';
import type { PanelOptions } from './options/types';
import { COLOUR_BLIND, HIGH_CONTRAST, type Palette } from './palettes';

function grafanaPalette(theme: GrafanaTheme2): Palette {
  const colour = (dark: string, light: string) => theme.visualization.getColorByName(theme.isDark ? dark : light);
  return {
    normal: colour('light-blue', 'semi-dark-blue'),
    warning: colour('orange', 'dark-orange'),
    danger: colour('red', 'dark-red'),
    noData: theme.isDark ? '#7b7b88' : '#8a8a94',
  };
}

function paletteOf(theme: GrafanaTheme2, name: PanelOptions['palette']): Palette {
  const mode = theme.isDark ? 'dark' : 'light';
  if (name === 'colourBlind') {
    return COLOUR_BLIND[mode];
  }
  return name === 'highContrast' ? HIGH_CONTRAST[mode] : grafanaPalette(theme);
}

/** The scene's colours from Grafana's theme. A transparent panel lies on the dashboard's canvas. */
export function sceneTheme(theme: GrafanaTheme2, palette: PanelOptions['palette'], transparent: boolean): SceneTheme {
  const contrast = palette === 'highContrast';
  return {
    ...paletteOf(theme, palette),
    background: transparent ? theme.colors.background.canvas : theme.colors.background.primary,
    text: contrast ? theme.colors.text.maxContrast : theme.colors.text.primary,
    textMuted: contrast ? theme.colors.text.primary : theme.colors.text.secondary,
    nodeFill: theme.colors.background.secondary,
    nodeBorder: contrast ? theme.colors.text.primary : theme.colors.border.strong,
    edge: contrast ? theme.colors.text.secondary : theme.colors.border.strong,
    group: theme.colors.background.secondary,
    focus: theme.colors.primary.border,
    fontFamily: theme.typography.fontFamily,
  };
}
