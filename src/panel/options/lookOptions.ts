import { LazyKindsEditor } from './lazyEditors';
import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { DEFAULT_OPTIONS as DEFAULTS } from './defaults';
import type { PanelOptions } from './types';

const PARTICLES = ['Particles'];
const LABELS = ['Labels'];
const LOOK = ['Look'];

/** How the map is drawn. */
export function addLookOptions(builder: PanelOptionsEditorBuilder<PanelOptions>): void {
  builder
    .addRadio({
      path: 'particles.density',
      name: 'Density',
      description: 'How the number of particles follows the rate',
      category: PARTICLES,
      defaultValue: DEFAULTS.particles.density,
      settings: {
        options: [
          { value: 'log', label: 'Logarithmic', description: 'Small rates stay visible' },
          { value: 'linear', label: 'Linear', description: 'Twice the rate, twice the particles' },
        ],
      },
    })
    .addRadio({
      path: 'particles.speed',
      name: 'Speed',
      category: PARTICLES,
      defaultValue: DEFAULTS.particles.speed,
      settings: {
        options: [
          { value: 'latency', label: 'By latency', description: 'Slow requests travel slowly' },
          { value: 'constant', label: 'Constant' },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'particles.responses',
      name: 'Responses',
      description: 'Answers travel back beside their requests: smaller, hollow, in the class of the request',
      category: PARTICLES,
      defaultValue: DEFAULTS.particles.responses,
    })
    .addSliderInput({
      path: 'particles.size',
      name: 'Size',
      description: 'Pixels',
      category: PARTICLES,
      defaultValue: DEFAULTS.particles.size,
      settings: { min: 2, max: 12, step: 0.5 },
    })
    .addNumberInput({
      path: 'particles.maximum',
      name: 'At most',
      description: 'Particles on the whole map; 0 for none',
      category: PARTICLES,
      defaultValue: DEFAULTS.particles.maximum,
      settings: { min: 0, max: 1_000_000, integer: true },
    })
    .addSelect({
      path: 'particles.frameRateLimit',
      name: 'Frame rate',
      category: PARTICLES,
      defaultValue: DEFAULTS.particles.frameRateLimit,
      settings: {
        options: [
          { value: 0, label: 'As the display' },
          { value: 30, label: '30 a second' },
          { value: 15, label: '15 a second' },
          { value: 5, label: '5 a second' },
        ],
      },
    })
    .addRadio({
      path: 'motion',
      name: 'Motion',
      description: 'Readers who asked their system for less motion always get a still picture.',
      category: PARTICLES,
      defaultValue: DEFAULTS.motion,
      settings: {
        options: [
          { value: 'system', label: 'Flowing' },
          { value: 'still', label: 'Still', description: 'Density marks and arrows instead of motion' },
        ],
      },
    })
    .addBooleanSwitch({ path: 'labels.show', name: 'Names', category: LABELS, defaultValue: DEFAULTS.labels.show })
    .addSelect({
      path: 'labels.edge',
      name: 'On edges',
      category: LABELS,
      defaultValue: DEFAULTS.labels.edge,
      settings: {
        options: [
          { value: 'none', label: 'Nothing' },
          { value: 'rate', label: 'Request rate', description: 'Bytes, where no requests are known' },
          { value: 'errorRatio', label: 'Error ratio' },
          { value: 'p95', label: 'p95 latency' },
          { value: 'change', label: 'Rate against usual', description: 'What is usual, the query says' },
        ],
      },
    })
    .addRadio({
      path: 'labels.scale',
      name: 'Text size',
      description: 'Wallboard: legible from 4 m on a 55-inch screen',
      category: LABELS,
      defaultValue: DEFAULTS.labels.scale,
      settings: {
        options: [
          { value: 1, label: 'Desk' },
          { value: 1.4, label: 'Large' },
          { value: 2, label: 'Wallboard' },
        ],
      },
    })
    .addUnitPicker({
      path: 'labels.rateUnit',
      name: 'Unit of rates',
      category: LABELS,
      defaultValue: DEFAULTS.labels.rateUnit,
    })
    .addBooleanSwitch({
      path: 'sizeByTraffic',
      name: 'Size nodes by traffic',
      category: LOOK,
      defaultValue: DEFAULTS.sizeByTraffic,
    })
    .addSelect({
      path: 'palette',
      name: 'Colours',
      category: LOOK,
      defaultValue: DEFAULTS.palette,
      settings: {
        options: [
          { value: 'theme', label: "Grafana's" },
          { value: 'colourBlind', label: 'Colour-blind safe' },
          { value: 'highContrast', label: 'High contrast' },
        ],
      },
    })
    .addCustomEditor<undefined, PanelOptions['kinds']>({
      id: 'kinds',
      path: 'kinds',
      name: 'Kinds of services',
      description: 'Expressions that match the whole name, or the group path and name. The first that matches holds.',
      category: LOOK,
      defaultValue: DEFAULTS.kinds,
      editor: LazyKindsEditor,
    })
    .addBooleanSwitch({
      path: 'showStatistics',
      name: 'Statistics',
      description: 'Frames a second, script time, draw calls, particles',
      category: LOOK,
      defaultValue: DEFAULTS.showStatistics,
    });
}
