import type { PanelOptionsEditorBuilder } from '@grafana/data';
import type { PanelOptions } from './types';

const VARIABLES = ['Dashboard variables'];

/** Names of dashboard variables that the map sets and follows. */
export function addVariableOptions(builder: PanelOptionsEditorBuilder<PanelOptions>): void {
  builder
    .addTextInput({
      path: 'variables.service',
      name: 'Service',
      description: 'Set to the service that is chosen or shown with its neighbours, and to the callee of an edge',
      category: VARIABLES,
      settings: { placeholder: 'such as service' },
    })
    .addTextInput({
      path: 'variables.caller',
      name: 'Caller',
      description: 'Set to the caller of the edge that is chosen',
      category: VARIABLES,
    })
    .addStringArray({
      path: 'variables.groups',
      name: 'Groups',
      description: 'Set to the groups of what is chosen or opened, outermost first',
      category: VARIABLES,
    })
    .addTextInput({
      path: 'variables.level',
      name: 'Level',
      description: 'Set to the level that is open, and read from the address: a link with it leads there',
      category: VARIABLES,
    });
}
