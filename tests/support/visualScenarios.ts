import type { PageSetup } from './scenePage';

export interface VisualScenario {
  readonly name: string;
  readonly setup: PageSetup;
  /** Then zoomed by this factor about the middle of this row's node, or hovering it. */
  readonly zoom?: { readonly factor: number; readonly row: number };
  readonly hover?: number;
}

const scenario = (name: string, setup: PageSetup, then: Pick<VisualScenario, 'zoom' | 'hover'> = {}) => ({
  name,
  setup,
  ...then,
});

/** The pictures that are stored in tests/visual/references. */
export const VISUAL_SCENARIOS: readonly VisualScenario[] = [
  scenario('five services', { view: { size: [5, 6], seed: 2 } }),
  scenario('S dark grouped', { view: { size: 'S', seed: 1 } }),
  scenario('S light rates', {
    view: { size: 'S', seed: 1, flat: true },
    theme: 'light',
    options: { edgeLabel: 'rate' },
  }),
  scenario('M dark', { view: { size: 'M', seed: 1 } }),
  scenario('M zoomed', { view: { size: 'M', seed: 1 } }, { zoom: { factor: 5, row: 30 } }),
  scenario('L dark', { view: { size: 'L', seed: 1 } }),
  scenario('L in boxes', { view: { size: 'L', seed: 1 }, width: 960, height: 540 }, { zoom: { factor: 1.5, row: 0 } }),
  scenario('XXL from afar', { view: { size: 'XXL', seed: 1 }, width: 720, height: 405 }),
  scenario('XL from afar light', { view: { size: 'XL', seed: 1 }, theme: 'light' }),
  scenario('tiny', { view: { scenario: 'regions' }, width: 234, height: 160 }),
  scenario('tiny crowd', { view: { size: 'M', seed: 1 }, width: 160, height: 90 }),
  scenario('wallboard', { view: { scenario: 'loads' }, width: 960, height: 540, options: { textScale: 2 } }),
  scenario('states dark', { view: { scenario: 'states' }, options: { edgeLabel: 'errorRatio' } }),
  scenario('states light', { view: { scenario: 'states' }, theme: 'light' }),
  scenario('states colour-blind safe dark', { view: { scenario: 'states' }, theme: 'colourBlindDark' }),
  scenario('states colour-blind safe light', { view: { scenario: 'states' }, theme: 'colourBlindLight' }),
  scenario('states high contrast', { view: { scenario: 'states' }, theme: 'highContrastDark' }),
  scenario('states reduced motion', { view: { scenario: 'states' }, options: { reducedMotion: true } }),
  scenario('states zoomed', { view: { scenario: 'states' } }, { zoom: { factor: 4, row: 2 } }),
  scenario('states hovered', { view: { scenario: 'states' } }, { hover: 2 }),
  scenario('loads', { view: { scenario: 'loads' } }),
  scenario('groups', { view: { scenario: 'regions' } }),
  scenario('names', { view: { scenario: 'names' }, options: { textScale: 1.4 } }),
  scenario('no data', { view: { scenario: 'silent' } }),
];
