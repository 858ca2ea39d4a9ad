import type { SceneTheme } from '../scene/types';

export type Palette = Pick<SceneTheme, 'normal' | 'warning' | 'danger' | 'noData'>;

/** After Okabe and Ito: told apart with every common colour vision deficiency, by lightness where hue does not. */
export const COLOUR_BLIND: Readonly<Record<'dark' | 'light', Palette>> = {
  dark: { normal: '#56b4e9', warning: '#f0e442', danger: '#ff7f2a', noData: '#8a8a94' },
  light: { normal: '#0072b2', warning: '#bb8400', danger: '#8f1d00', noData: '#75757f' },
};

export const HIGH_CONTRAST: Readonly<Record<'dark' | 'light', Palette>> = {
  dark: { normal: '#9fd3ff', warning: '#ffd700', danger: '#ff6b81', noData: '#b8b8c0' },
  light: { normal: '#003f8a', warning: '#966400', danger: '#74000f', noData: '#5c5c64' },
};
