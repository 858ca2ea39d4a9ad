import type { ComponentType } from 'react';
import {
  FieldConfigProperty,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  ThresholdsMode,
  type FieldConfigPropertyItem,
  type StandardEditorProps,
  type StandardEditorsRegistryItem,
} from '@grafana/data';
import * as basic from './basicEditors';
import { LinksEditor } from './linksEditor';
import { ThresholdsEditor } from './thresholdsEditor';

type Editor = ComponentType<StandardEditorProps>;

const asEditor = (editor: unknown): Editor => editor as Editor;

/** By the ids that Grafana's option builders use. Its own editors for these are not published. */
const EDITORS: Readonly<Record<string, Editor>> = {
  number: asEditor(basic.NumberEditor),
  slider: asEditor(basic.SliderEditor),
  text: asEditor(basic.TextEditor),
  string: asEditor(basic.TextEditor),
  strings: asEditor(basic.StringsEditor),
  boolean: asEditor(basic.BooleanEditor),
  select: asEditor(basic.SelectEditor),
  'multi-select': asEditor(basic.MultiSelectEditor),
  radio: asEditor(basic.RadioEditor),
  unit: asEditor(basic.UnitEditor),
  color: asEditor(basic.ColorEditor),
  fieldColor: asEditor(basic.FieldColorEditor),
  'stats-picker': asEditor(basic.StatsEditor),
  'field-name': asEditor(basic.FieldNameEditor),
  thresholds: asEditor(ThresholdsEditor),
  links: asEditor(LinksEditor),
  timezone: asEditor(basic.TextEditor),
  'dashboard-uid': asEditor(basic.TextEditor),
};

type Process = FieldConfigPropertyItem['process'];

function property(
  id: FieldConfigProperty,
  name: string,
  editor: string,
  process: unknown,
  defaultValue?: unknown
): FieldConfigPropertyItem {
  return {
    id,
    path: id,
    name,
    editor: EDITORS[editor] as FieldConfigPropertyItem['editor'],
    override: EDITORS[editor] as FieldConfigPropertyItem['override'],
    process: process as Process,
    defaultValue,
    shouldApply: () => true,
    category: ['Standard options'],
  };
}

const absoluteThresholds = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

/** Fills the registries that option builders and field configurations look editors up in. Call once. */
export function installEditors(): void {
  standardEditorsRegistry.setInit(() =>
    Object.entries(EDITORS).map(([id, editor]): StandardEditorsRegistryItem => ({
      id,
      name: id,
      editor: editor as StandardEditorsRegistryItem['editor'],
    }))
  );
  standardFieldConfigEditorRegistry.setInit(() => [
    property(FieldConfigProperty.Unit, 'Unit', 'unit', stringOverrideProcessor),
    property(FieldConfigProperty.Min, 'Min', 'number', numberOverrideProcessor),
    property(FieldConfigProperty.Max, 'Max', 'number', numberOverrideProcessor),
    property(FieldConfigProperty.Decimals, 'Decimals', 'number', numberOverrideProcessor),
    property(FieldConfigProperty.DisplayName, 'Display name', 'text', stringOverrideProcessor),
    property(FieldConfigProperty.NoValue, 'No value', 'text', stringOverrideProcessor),
    property(FieldConfigProperty.Color, 'Color scheme', 'fieldColor', identityOverrideProcessor),
    property(
      FieldConfigProperty.Thresholds,
      'Thresholds',
      'thresholds',
      thresholdsOverrideProcessor,
      absoluteThresholds
    ),
    property(FieldConfigProperty.Links, 'Data links', 'links', identityOverrideProcessor),
    property(FieldConfigProperty.Mappings, 'Value mappings', 'links', identityOverrideProcessor, []),
  ]);
}
