import {
  PanelOptionsEditorBuilder,
  type PanelPlugin,
  type StandardEditorContext,
  type StandardEditorsRegistryItem,
} from '@grafana/data';

/** One editor of the options pane, already bound to where its value is kept. */
export interface OptionItem {
  readonly id: string;
  readonly category: string;
  readonly name: string;
  readonly description?: string;
  readonly item: StandardEditorsRegistryItem;
  /** Which part of the panel's model the value is in. */
  readonly part: 'options' | 'defaults' | 'custom';
  readonly path: string;
}

type Context = StandardEditorContext<Record<string, unknown>>;

/** The panel's own options that apply now. */
export function panelItems(plugin: PanelPlugin, context: Context): readonly OptionItem[] {
  const builder = new PanelOptionsEditorBuilder<Record<string, unknown>>();
  plugin.getPanelOptionsSupplier()(builder as never, context as never);
  return builder
    .getItems()
    .filter(
      (item) =>
        item.showIf === undefined ||
        item.showIf((context.options ?? {}) as never, context.data, context.annotations) === true
    )
    .map((item) => ({
      id: `options-${item.id}`,
      category: item.category?.join(' / ') ?? plugin.meta.name,
      name: item.name,
      description: item.description,
      item: item as unknown as StandardEditorsRegistryItem,
      part: 'options',
      path: item.path,
    }));
}

/** The field options that the panel registered. */
export function fieldItems(plugin: PanelPlugin): readonly OptionItem[] {
  return plugin.fieldConfigRegistry
    .list()
    .filter((item) => item.hideFromDefaults !== true)
    .map((item) => ({
      id: `field-${item.id}`,
      category: item.category?.join(' / ') ?? 'Field options',
      name: item.name,
      description: item.description,
      item: item as unknown as StandardEditorsRegistryItem,
      part: item.isCustom === true ? 'custom' : 'defaults',
      path: item.path,
    }));
}

/** Items by category, in the order in which categories first appear. */
export function byCategory(items: readonly OptionItem[]): ReadonlyArray<readonly [string, readonly OptionItem[]]> {
  const categories = [...new Set(items.map((item) => item.category))];
  return categories.map((category) => [category, items.filter((item) => item.category === category)]);
}
