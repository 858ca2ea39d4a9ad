import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { DEFAULT_OPTIONS as DEFAULTS } from './defaults';
import { addDataOptions } from './dataOptions';
import { addLookOptions } from './lookOptions';
import { addMapOptions } from './mapOptions';
import { LazyRulesEditor, LazyScopeEditor } from './lazyEditors';
import type { ScopeSettings } from './editorProps';
import { addVariableOptions } from './variableOptions';
import type { PanelOptions } from './types';

const THRESHOLDS = ['Alert thresholds'];

/** The panel's options in the order of the options pane: what hurts first, then the map, its look, and the data. */
export function buildOptions(builder: PanelOptionsEditorBuilder<PanelOptions>): void {
  builder
    .addCustomEditor<ScopeSettings, PanelOptions['thresholds']['nodes']>({
      id: 'thresholds.nodes',
      path: 'thresholds.nodes',
      name: 'Nodes',
      description: 'When a service or group is in warning or danger',
      category: THRESHOLDS,
      defaultValue: DEFAULTS.thresholds.nodes,
      editor: LazyScopeEditor,
      settings: { scope: 'node' },
    })
    .addCustomEditor<ScopeSettings, PanelOptions['thresholds']['edges']>({
      id: 'thresholds.edges',
      path: 'thresholds.edges',
      name: 'Edges',
      description: 'When the traffic from one service to another is in warning or danger',
      category: THRESHOLDS,
      defaultValue: DEFAULTS.thresholds.edges,
      editor: LazyScopeEditor,
      settings: { scope: 'edge' },
    })
    .addCustomEditor<undefined, PanelOptions['thresholds']['rules']>({
      id: 'thresholds.rules',
      path: 'thresholds.rules',
      name: 'Rules',
      description: 'For some services only, other metrics, hold times. The first rule that matches a metric holds.',
      category: THRESHOLDS,
      defaultValue: DEFAULTS.thresholds.rules,
      editor: LazyRulesEditor,
    });
  addMapOptions(builder);
  addLookOptions(builder);
  addVariableOptions(builder);
  addDataOptions(builder);
}
