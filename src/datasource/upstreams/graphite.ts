import type { DataQuery } from '@grafana/schema';
import { type DelegatedUpstream, detectionRefId } from './upstream';

interface GraphiteTarget extends DataQuery {
  readonly target: string;
  readonly textEditor: boolean;
  readonly rawQuery: boolean;
}

/**
 * Graphite. Its answers do not say which target a series came from, so that each expression is a sub-request of its
 * own, and what comes back belongs to it.
 */
export const GRAPHITE: DelegatedUpstream = {
  kind: 'graphite',
  label: 'Graphite',
  pluginIds: ['graphite'],
  takesAdHocFilters: false,
  defaultInterval: '10s',
  subRequests: (expressions, dataSource, prefix) =>
    expressions.map(([name, text]) => {
      const target: GraphiteTarget = {
        refId: `${prefix}-${name}`,
        datasource: dataSource,
        target: text,
        textEditor: true,
        rawQuery: true,
      };
      return { targets: [target], expressionOf: { [target.refId]: name } };
    }),
  probe: 'constantLine(1)',
  detection: (selectors, dataSource) =>
    selectors.map((selector, index): readonly GraphiteTarget[] => [
      { refId: detectionRefId(index), datasource: dataSource, target: selector, textEditor: true, rawQuery: true },
    ]),
  countOf: (frames) => frames.length,
};
