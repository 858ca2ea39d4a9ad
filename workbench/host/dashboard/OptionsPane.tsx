import React, { useMemo, type ComponentType, type ReactElement } from 'react';
import { css } from '@emotion/css';
import {
  EventBusSrv,
  type FieldConfigSource,
  type GrafanaTheme2,
  type PanelPlugin,
  type StandardEditorContext,
  type StandardEditorProps,
} from '@grafana/data';
import { Field, useStyles2 } from '@grafana/ui';
import { sceneGraph, type VizPanel } from '@grafana/scenes';
import { byCategory, fieldItems, panelItems, type OptionItem } from './optionItems';
import { readPath, writePath } from './paths';
import { StoredJson } from './StoredJson';

const eventBus = new EventBusSrv();

function valueOf(panel: VizPanel, item: OptionItem): unknown {
  const { options, fieldConfig } = panel.state;
  const roots = { options, defaults: fieldConfig.defaults, custom: fieldConfig.defaults.custom };
  return readPath(roots[item.part], item.path);
}

function change(panel: VizPanel, item: OptionItem, value: unknown): void {
  const { options, fieldConfig } = panel.state;
  if (item.part === 'options') {
    panel.onOptionsChange(writePath(options, item.path, value), true);
    return;
  }
  const { defaults } = fieldConfig;
  const changed =
    item.part === 'custom'
      ? { ...defaults, custom: writePath(defaults.custom, item.path, value) }
      : writePath(defaults, item.path, value);
  panel.onFieldConfigChange({ ...fieldConfig, defaults: changed } as FieldConfigSource, true);
}

/** The editors of a panel's options and field options, by category, as beside a panel in Grafana. */
export function OptionsPane({ panel, plugin }: { panel: VizPanel; plugin: PanelPlugin }): ReactElement {
  const styles = useStyles2(getStyles);
  const { options, fieldConfig } = panel.useState();
  const { data } = panel.state.$data!.useState();
  const context = useMemo(
    (): StandardEditorContext<Record<string, unknown>> => ({
      data: data?.series ?? [],
      annotations: data?.annotations,
      options: options as Record<string, unknown>,
      eventBus,
      replaceVariables: (text, scopedVars, format) =>
        sceneGraph.interpolate(panel, text, scopedVars, format as string | undefined),
    }),
    [panel, data, options]
  );
  // The panel's model has the plugin's defaults only once it has loaded the plugin.
  const loaded = panel.getPlugin() !== undefined;
  const items = useMemo(
    () => (loaded ? [...panelItems(plugin, context), ...fieldItems(plugin)] : []),
    [loaded, plugin, context]
  );
  return (
    <aside className={styles.pane} aria-label="Panel options" data-field-overrides={fieldConfig.overrides.length}>
      {byCategory(items).map(([category, members]) => (
        <section key={category} aria-label={category}>
          <h2 className={styles.category}>{category}</h2>
          {members.map((item) => {
            const Editor = item.item.editor as ComponentType<StandardEditorProps>;
            return (
              <Field key={item.id} label={item.name} description={item.description} htmlFor={item.id}>
                <Editor
                  id={item.id}
                  value={valueOf(panel, item)}
                  item={item.item}
                  context={context}
                  onChange={(value: unknown) => change(panel, item, value)}
                />
              </Field>
            );
          })}
        </section>
      ))}
      <StoredJson title="Panel JSON" testId="panel-json" value={{ options, fieldConfig }} />
    </aside>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({
    background: theme.colors.background.primary,
    borderLeft: `1px solid ${theme.colors.border.weak}`,
    overflowY: 'auto',
    padding: theme.spacing(2),
  }),
  category: css({
    ...theme.typography.h6,
    borderTop: `1px solid ${theme.colors.border.weak}`,
    margin: theme.spacing(2, 0, 1),
    paddingTop: theme.spacing(1),
  }),
});
