import type { TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { sceneGraph, type SceneObject } from '@grafana/scenes';

/** Ad-hoc filters are asked for beside the published interface. */
export interface HostTemplateSrv extends TemplateSrv {
  getAdhocFilters(dataSourceName: string): readonly [];
  /** From then on, variables are those of this dashboard. */
  attach(dashboard: SceneObject): void;
}

/** The `value` of a scoped variable, where there is no dashboard yet. */
const REFERENCE = /\$(\w+)|\$\{(\w+)(?::\w+)?\}|\[\[(\w+)\]\]/g;

/** Grafana's variable service over the variables of a scene. */
export function createTemplateSrv(): HostTemplateSrv {
  let dashboard: SceneObject | undefined;
  const variables = (): TypedVariableModel[] => {
    const states = dashboard?.state.$variables?.state.variables.map((variable) => variable.state) ?? [];
    return states.map((state) => ({ ...state, id: state.name }) as unknown as TypedVariableModel);
  };
  return {
    attach: (scene) => {
      dashboard = scene;
    },
    getVariables: variables,
    replace: (target = '', scopedVars, format, interpolations) =>
      dashboard === undefined
        ? target
        : sceneGraph.interpolate(dashboard, target, scopedVars, format as string | undefined, interpolations),
    containsTemplate: (target = '') => {
      const names = new Set(variables().map((variable) => variable.name));
      return [...target.matchAll(REFERENCE)].some((match) => names.has(match[1] ?? match[2] ?? match[3]));
    },
    updateTimeRange: () => undefined,
    getAdhocFilters: () => [],
  };
}
