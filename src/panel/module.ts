import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { LazyPanel } from './LazyPanel';
import { buildOptions } from './options/panelOptions';
import type { PanelOptions } from './options/types';

/** Field options that make sense for a map: its numbers have units of their own, its colours come from thresholds. */
const KEPT: readonly string[] = [FieldConfigProperty.Links, FieldConfigProperty.Decimals];

export const plugin = new PanelPlugin<PanelOptions>(LazyPanel).setPanelOptions(buildOptions).useFieldConfig({
  disableStandardOptions: Object.values(FieldConfigProperty).filter((property) => !KEPT.includes(property)),
});
