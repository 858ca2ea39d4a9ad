import {
  PluginType,
  type DataSourceInstanceSettings,
  type DataSourceJsonData,
  type DataSourcePluginMeta,
} from '@grafana/data';

/** Uids of the host's data sources, as scenarios name them. */
export const UID = Object.freeze({
  traffic: 'traffic',
  prometheus: 'prometheus',
  prometheusDown: 'prometheus-down',
  graphite: 'graphite',
  static: 'static',
});

export const TRAFFIC_TYPE = 'intuition-traffic-datasource';
export const STATIC_TYPE = 'workbench-static-datasource';

const metaOf = (id: string): DataSourcePluginMeta => ({
  id,
  name: id,
  type: PluginType.datasource,
  metrics: true,
  module: '',
  baseUrl: '',
  info: {
    author: { name: '' },
    description: '',
    links: [],
    logos: { small: '', large: '' },
    screenshots: [],
    updated: '',
    version: '',
  },
});

function settingsOf(
  id: number,
  uid: string,
  name: string,
  meta: DataSourcePluginMeta,
  jsonData: DataSourceJsonData & Readonly<Record<string, unknown>>
): DataSourceInstanceSettings {
  return {
    id,
    uid,
    name,
    type: meta.id,
    url: `/api/datasources/proxy/uid/${uid}`,
    access: 'proxy',
    readOnly: true,
    jsonData,
    meta,
  };
}

/** The data sources of the host page; ours with the meta that its plugin brought, and the settings of the page's boot data. */
export function dataSourceSettings(
  trafficMeta: DataSourcePluginMeta,
  trafficSettings: DataSourceJsonData = {}
): readonly DataSourceInstanceSettings[] {
  const prometheus = { httpMethod: 'POST', timeInterval: '15s' };
  return [
    { ...settingsOf(1, UID.traffic, 'Traffic Intuition', trafficMeta, { ...trafficSettings }), isDefault: true },
    settingsOf(2, UID.prometheus, 'Prometheus', metaOf('prometheus'), prometheus),
    settingsOf(3, UID.prometheusDown, 'Prometheus (down)', metaOf('prometheus'), prometheus),
    settingsOf(4, UID.graphite, 'Graphite', metaOf('graphite'), { graphiteVersion: '1.1' }),
    settingsOf(5, UID.static, 'Static frames', metaOf(STATIC_TYPE), {}),
  ];
}
