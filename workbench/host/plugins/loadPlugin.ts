import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import 'systemjs/dist/extras/named-exports.js';
import type { DataSourcePlugin, PanelPlugin, PanelPluginMeta } from '@grafana/data';
import { sharedModules } from './sharedModules';

/** A plugin as Grafana loads it: what its plugin.json says, and the `plugin` that its module exports. */
export interface LoadedPlugin<T> {
  readonly meta: PanelPluginMeta;
  readonly plugin: T;
}

export type AnyDataSourcePlugin = DataSourcePlugin<never>;

/** Hands SystemJS the modules that plugins do not bring themselves. */
async function shareModules(): Promise<void> {
  const modules = await sharedModules();
  const names = Object.keys(modules);
  for (const name of names) {
    System.set(`package:${name}`, modules[name]);
  }
  System.addImportMap({ imports: Object.fromEntries(names.map((name) => [name, `package:${name}`])) });
}

let shared: Promise<void> | undefined;

/** Loads a built plugin from the server. Throws when the server has none, or it exports no plugin. */
async function loadPlugin<T extends { meta: PanelPluginMeta }>(id: string): Promise<LoadedPlugin<T>> {
  shared ??= shareModules();
  await shared;
  const baseUrl = `/public/plugins/${id}`;
  const response = await fetch(`${baseUrl}/plugin.json`);
  if (!response.ok) {
    throw new Error(`The plugin ${id} has no plugin.json (status ${response.status}): run npm run build`);
  }
  const json = (await response.json()) as PanelPluginMeta;
  const { small, large } = json.info.logos;
  const meta: PanelPluginMeta = {
    ...json,
    module: `${baseUrl}/module.js`,
    baseUrl,
    info: { ...json.info, logos: { small: `${baseUrl}/${small}`, large: `${baseUrl}/${large}` } },
  };
  const module = (await System.import(new URL(meta.module, window.location.origin).href)) as { plugin?: T };
  if (module.plugin === undefined) {
    throw new Error(`The plugin ${id} exports no plugin`);
  }
  module.plugin.meta = meta;
  return { meta, plugin: module.plugin };
}

export const loadPanelPlugin = (id: string): Promise<LoadedPlugin<PanelPlugin>> => loadPlugin<PanelPlugin>(id);

export const loadDataSourcePlugin = (
  id: string
): Promise<LoadedPlugin<AnyDataSourcePlugin & { meta: PanelPluginMeta }>> => loadPlugin(id);
