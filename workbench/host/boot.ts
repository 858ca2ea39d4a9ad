import {
  createTheme,
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type GrafanaTheme2,
  type PanelPlugin,
} from '@grafana/data';
import { config, type GrafanaBootConfig } from '@grafana/runtime';
import { createDataSource } from './dataSources/create';
import { dataSourceSettings, TRAFFIC_TYPE } from './dataSources/settings';
import { installEditors } from './editors/registries';
import { loadDataSourcePlugin, loadPanelPlugin, type AnyDataSourcePlugin } from './plugins/loadPlugin';
import { createBackendSrv } from './services/backendSrv';
import { createDataSourceSrv } from './services/dataSourceSrv';
import { installServices } from './services/install';
import { createTemplateSrv, type HostTemplateSrv } from './services/templateSrv';
import { bridge } from './versions/current';

export const PANEL_ID = 'intuition-traffic-panel';

export interface Booted {
  readonly theme: GrafanaTheme2;
  readonly panel: PanelPlugin;
  readonly traffic: AnyDataSourcePlugin;
  readonly settings: readonly DataSourceInstanceSettings[];
  readonly templateSrv: HostTemplateSrv;
  readonly getDataSource: (uid: string) => Promise<DataSourceApi>;
}

/** Does what Grafana does when it starts: theme, editors, services, and the two plugins. */
export async function boot(themeName: 'dark' | 'light'): Promise<Booted> {
  const theme = createTheme({ colors: { mode: themeName } });
  config.theme2 = theme;
  config.bootData.user.lightTheme = themeName === 'light';
  document.body.classList.add(`theme-${themeName}`);
  await bridge.initialize();
  installEditors();
  const [traffic, panel] = await Promise.all([loadDataSourcePlugin(TRAFFIC_TYPE), loadPanelPlugin(PANEL_ID)]);
  const settings = dataSourceSettings(
    traffic.meta as unknown as DataSourceInstanceSettings['meta'],
    config.datasources['Traffic Intuition']?.jsonData
  );
  config.datasources = Object.fromEntries(settings.map((each) => [each.name, each]));
  config.defaultDatasource = settings[0].name;
  config.panels = { [PANEL_ID]: panel.meta } as GrafanaBootConfig['panels'];
  const templateSrv = createTemplateSrv();
  const dataSourceSrv = createDataSourceSrv(settings, (each) => createDataSource(each, traffic.plugin));
  installServices({
    backendSrv: createBackendSrv(),
    templateSrv,
    dataSourceSrv,
    panelPlugins: { [PANEL_ID]: panel.plugin },
  });
  return {
    theme,
    panel: panel.plugin,
    traffic: traffic.plugin,
    settings,
    templateSrv,
    getDataSource: (uid) => dataSourceSrv.get({ uid }),
  };
}
