import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { DEFAULT_OPTIONS as DEFAULTS } from './defaults';
import { LazyPinsEditor } from './lazyEditors';
import type { PanelOptions } from './types';

const MAP = ['Map'];

/** What is drawn, and where it stands. */
export function addMapOptions(builder: PanelOptionsEditorBuilder<PanelOptions>): void {
  builder
    .addSelect({
      path: 'layout.name',
      name: 'Layout',
      category: MAP,
      defaultValue: DEFAULTS.layout.name,
      settings: {
        options: [
          { value: 'layered', label: 'Layered', description: 'Left to right from the entry' },
          { value: 'ring', label: 'Ring', description: 'The entry in the middle' },
          { value: 'force', label: 'Force', description: 'What talks together stands together' },
          { value: 'grid', label: 'Grid', description: 'Rows, worst first or by name' },
          { value: 'grouped', label: 'Grouped', description: 'By group' },
        ],
      },
    })
    .addRadio({
      path: 'layout.order',
      name: 'Order of the grid',
      category: MAP,
      defaultValue: DEFAULTS.layout.order,
      showIf: ({ layout }) => layout?.name === 'grid',
      settings: {
        options: [
          { value: 'worst', label: 'Worst first', description: 'Danger, warning, normal, no data' },
          { value: 'name', label: 'By name' },
        ],
      },
    })
    .addSelect({
      path: 'layout.entry',
      name: 'Entry',
      description: 'Where traffic comes in: leftmost, or in the middle of a ring. Empty: found from the edges.',
      category: MAP,
      settings: {
        options: [],
        isClearable: true,
        allowCustomValue: true,
        getOptions: async ({ data, options }) => {
          const { entryOptions } = await import(/* webpackChunkName: "editors" */ './entryOptions');
          return entryOptions(data, options?.mapping ?? {});
        },
      },
    })
    .addRadio({
      path: 'detail',
      name: 'Detail',
      description: 'Groups can be opened with a double click or Enter.',
      category: MAP,
      defaultValue: DEFAULTS.detail,
      settings: {
        options: [
          { value: 'auto', label: 'Auto', description: 'Groups while there are many services' },
          { value: 'groups', label: 'Groups' },
          { value: 'services', label: 'Services' },
        ],
      },
    })
    .addNumberInput({
      path: 'minimumRate',
      name: 'Hide edges below',
      description: 'Requests per second',
      category: MAP,
      defaultValue: DEFAULTS.minimumRate,
      settings: { min: 0, placeholder: '0' },
    })
    .addRadio({
      path: 'zoomMode',
      name: 'Mouse wheel',
      category: MAP,
      defaultValue: DEFAULTS.zoomMode,
      settings: {
        options: [
          { value: 'cooperative', label: 'Scrolls the page', description: 'Ctrl or Cmd with the wheel zooms' },
          { value: 'greedy', label: 'Zooms' },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'moveNodes',
      name: 'Drag nodes',
      description: 'A node that was dragged is pinned: no layout moves it. The dashboard keeps pins when it is saved.',
      category: MAP,
      defaultValue: DEFAULTS.moveNodes,
    })
    .addCustomEditor<undefined, PanelOptions['pins']>({
      id: 'pins',
      path: 'pins',
      name: 'Pinned nodes',
      category: MAP,
      defaultValue: DEFAULTS.pins,
      editor: LazyPinsEditor,
    })
    .addBooleanSwitch({ path: 'showToolbar', name: 'Toolbar', category: MAP, defaultValue: DEFAULTS.showToolbar })
    .addBooleanSwitch({ path: 'showLegend', name: 'Legend', category: MAP, defaultValue: DEFAULTS.showLegend })
    .addBooleanSwitch({
      path: 'showReplay',
      name: 'Replay',
      description: 'A time line over the data, with its changes of state',
      category: MAP,
      defaultValue: DEFAULTS.showReplay,
    });
}
