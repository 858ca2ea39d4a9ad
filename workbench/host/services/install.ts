import { EventBusSrv, type PanelPlugin } from '@grafana/data';
import * as runtime from '@grafana/runtime';
import { runRequest } from './runRequest';

/** Services that Grafana's libraries look up in one place; what a version does not know is left out. */
interface Optional {
  readonly setCurrentUser?: (user: { login: string; orgRole: string }) => void;
  readonly setReturnToPreviousHook?: (hook: () => () => void) => void;
  readonly setPluginLinksHook?: (hook: () => { isLoading: boolean; links: never[] }) => void;
  readonly setPluginComponentsHook?: (hook: () => { isLoading: boolean; components: never[] }) => void;
  readonly setPluginFunctionsHook?: (hook: () => { isLoading: boolean; functions: never[] }) => void;
  readonly setPluginExtensionsHook?: (hook: () => { isLoading: boolean; extensions: never[] }) => void;
}

export interface Services {
  readonly backendSrv: runtime.BackendSrv;
  readonly templateSrv: runtime.TemplateSrv;
  readonly dataSourceSrv: runtime.DataSourceSrv;
  readonly panelPlugins: Readonly<Record<string, PanelPlugin>>;
}

/** Sets the singletons that Grafana sets when it starts. */
export function installServices({ backendSrv, templateSrv, dataSourceSrv, panelPlugins }: Services): void {
  runtime.setBackendSrv(backendSrv);
  runtime.setTemplateSrv(templateSrv);
  runtime.setDataSourceSrv(dataSourceSrv);
  runtime.setRunRequest(runRequest);
  runtime.setEchoSrv({ flush: () => undefined, addBackend: () => undefined, addEvent: () => undefined });
  runtime.setAppEvents(new EventBusSrv());
  runtime.setLocationSrv(runtime.locationService);
  runtime.setPluginImportUtils({
    importPanelPlugin: (id) => {
      const plugin = panelPlugins[id];
      return plugin === undefined
        ? Promise.reject(new Error(`The workbench has no panel "${id}"`))
        : Promise.resolve(plugin);
    },
    getPanelPluginFromCache: (id) => panelPlugins[id],
  });
  const optional = runtime as unknown as Optional;
  optional.setCurrentUser?.({ login: 'admin', orgRole: 'Admin' });
  optional.setReturnToPreviousHook?.(() => () => undefined);
  optional.setPluginLinksHook?.(() => ({ isLoading: false, links: [] }));
  optional.setPluginComponentsHook?.(() => ({ isLoading: false, components: [] }));
  optional.setPluginFunctionsHook?.(() => ({ isLoading: false, functions: [] }));
  optional.setPluginExtensionsHook?.(() => ({ isLoading: false, extensions: [] }));
}
