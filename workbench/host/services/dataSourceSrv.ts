import type { DataSourceApi, DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import { getTemplateSrv, type DataSourceSrv, type GetDataSourceListFilters } from '@grafana/runtime';

type Reference = DataSourceRef | string | null | undefined;

/** Makes the instance behind a data source's settings. */
export type DataSourceFactory = (settings: DataSourceInstanceSettings) => Promise<DataSourceApi>;

const asList = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

function fits(settings: DataSourceInstanceSettings, filters: GetDataSourceListFilters): boolean {
  return (
    (filters.type === undefined || asList(filters.type).includes(settings.type)) &&
    (filters.pluginId === undefined || settings.type === filters.pluginId) &&
    (filters.metrics !== true || settings.meta.metrics === true) &&
    (filters.filter === undefined || filters.filter(settings))
  );
}

/** Grafana's registry of data sources over a fixed list; one instance each, made when it is first asked for. */
export function createDataSourceSrv(
  all: readonly DataSourceInstanceSettings[],
  create: DataSourceFactory
): DataSourceSrv {
  const instances = new Map<string, Promise<DataSourceApi>>();
  const runtime = new Map<string, DataSourceApi>();

  const find = (reference: Reference, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined => {
    const name = typeof reference === 'string' ? reference : reference?.uid;
    if (name === undefined || name === '' || name === 'default') {
      const type = typeof reference === 'string' ? undefined : reference?.type;
      return type === undefined
        ? all.find((settings) => settings.isDefault)
        : all.find((settings) => settings.type === type);
    }
    const wanted = getTemplateSrv().replace(name, scopedVars);
    return all.find((settings) => settings.uid === wanted || settings.name === wanted);
  };

  const get = async (reference?: Reference, scopedVars?: ScopedVars): Promise<DataSourceApi> => {
    const uid = typeof reference === 'string' ? reference : reference?.uid;
    const registered = uid === undefined ? undefined : runtime.get(uid);
    if (registered !== undefined) {
      return registered;
    }
    const settings = find(reference, scopedVars);
    if (settings === undefined) {
      throw new Error(`Datasource ${JSON.stringify(reference)} was not found`);
    }
    const instance = instances.get(settings.uid) ?? create(settings);
    instances.set(settings.uid, instance);
    return instance;
  };

  return {
    get,
    getList: (filters = {}) => all.filter((settings) => fits(settings, filters)),
    getInstanceSettings: find,
    reload: () => undefined,
    registerRuntimeDataSource: ({ dataSource }) => void runtime.set(dataSource.uid, dataSource),
  };
}
