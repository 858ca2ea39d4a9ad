import { COLOUR_BLIND, HIGH_CONTRAST } from '../../src/panel/palettes';
import type { SceneTheme } from '../../src/scene/types';

export const DARK: SceneTheme = {
  background: '#181b1f',
  text: '#ccccdc',
  textMuted: 'rgba(204, 204, 220, 0.65)',
  nodeFill: '#22252b',
  nodeBorder: 'rgba(204, 204, 220, 0.20)',
  edge: 'rgba(204, 204, 220, 0.20)',
  group: '#22252b',
  normal: '#8ab8ff',
  warning: '#ff9830',
  danger: '#f2495c',
  noData: '#7b7b88',
  focus: '#6e9fff',
  fontFamily: "'Inter', 'Helvetica', 'Arial', sans-serif",
};

export const LIGHT: SceneTheme = {
  ...DARK,
  background: '#ffffff',
  text: '#24292e',
  textMuted: 'rgba(36, 41, 46, 0.75)',
  nodeFill: '#f4f5f5',
  nodeBorder: 'rgba(36, 41, 46, 0.40)',
  edge: 'rgba(36, 41, 46, 0.40)',
  group: '#f4f5f5',
  normal: '#3274d9',
  warning: '#fa6400',
  danger: '#c4162a',
  noData: '#8a8a94',
  focus: '#1f62e0',
};

export const THEMES = {
  dark: DARK,
  light: LIGHT,
  colourBlindDark: { ...DARK, ...COLOUR_BLIND.dark },
  colourBlindLight: { ...LIGHT, ...COLOUR_BLIND.light },
  highContrastDark: { ...DARK, ...HIGH_CONTRAST.dark, text: '#ffffff', textMuted: '#ccccdc', nodeBorder: '#ccccdc' },
} as const satisfies Readonly<Record<string, SceneTheme>>;
export type ThemeName = keyof typeof THEMES;
