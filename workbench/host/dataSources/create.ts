import type { DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';
import type { AnyDataSourcePlugin } from '../plugins/loadPlugin';
import { GraphiteDataSource } from './graphite';
import { createPrometheus } from './prometheusPlugin';
import { STATIC_TYPE, TRAFFIC_TYPE } from './settings';
import { StaticFramesDataSource } from './staticFrames';

type Constructor = new (settings: DataSourceInstanceSettings) => DataSourceApi;

function instantiate(settings: DataSourceInstanceSettings, traffic: AnyDataSourcePlugin): DataSourceApi {
  switch (settings.type) {
    case TRAFFIC_TYPE: {
      const instance = new (traffic.DataSourceClass as unknown as Constructor)(settings);
      instance.components = traffic.components as unknown as DataSourceApi['components'];
      return instance;
    }
    case 'prometheus':
      return createPrometheus(settings);
    case 'graphite':
      return new GraphiteDataSource(settings) as unknown as DataSourceApi;
    case STATIC_TYPE:
      return new StaticFramesDataSource(settings) as unknown as DataSourceApi;
    default:
      throw new Error(`The workbench has no data source plugin "${settings.type}"`);
  }
}

/** Makes a data source, with its settings' meta as Grafana sets it. */
export function createDataSource(
  settings: DataSourceInstanceSettings,
  traffic: AnyDataSourcePlugin
): Promise<DataSourceApi> {
  const instance = instantiate(settings, traffic);
  instance.meta = settings.meta;
  return Promise.resolve(instance);
}
