import type { DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';
import { setDataSourceSrv, setTemplateSrv } from '@grafana/runtime';

class StillObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** jsdom has no IntersectionObserver, and the menus of newer Grafana watch their scrolling with one. */
export function installIntersectionObserver(): void {
  Object.assign(globalThis, { IntersectionObserver: StillObserver });
}

/** Stands for Grafana's list of data sources; those without an API can be chosen, but not asked. */
export function installDataSources(
  existing: readonly DataSourceInstanceSettings[],
  apis: readonly DataSourceApi[] = []
): void {
  const uidOf = (ref: unknown) => (typeof ref === 'object' && ref !== null ? Reflect.get(ref, 'uid') : ref);
  setDataSourceSrv({
    get: async (ref) => {
      const api = apis.find(({ uid }) => uid === uidOf(ref));
      if (!api) {
        throw new Error(`Datasource ${String(uidOf(ref))} was not found`);
      }
      return api;
    },
    getList: ({ type, filter } = {}) =>
      existing.filter((each) => (!type || type.includes(each.type)) && (!filter || filter(each))),
    getInstanceSettings: (ref) => existing.find(({ uid, name }) => uid === uidOf(ref) || name === ref),
    reload: () => undefined,
    registerRuntimeDataSource: () => undefined,
  });
}

/** Stands for Grafana's templates: what becomes of a text. */
export function installTemplates(replace: (text: string) => string): void {
  setTemplateSrv({
    replace: (text = '') => replace(text),
    getVariables: () => [],
    containsTemplate: (text = '') => replace(text) !== text,
    updateTimeRange: () => undefined,
  });
}
