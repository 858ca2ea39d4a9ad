import type { DataQuery } from '@grafana/schema';
import { tableFromFrames } from '../../upstream/frames/tableFromFrames';
import { graphiteLookback } from '../../upstream/instant';
import { type DelegatedUpstream, detectionRefId } from './upstream';

interface GraphiteTarget extends DataQuery {
  readonly target: string;
  readonly textEditor: boolean;
  readonly rawQuery: boolean;
}

/** For reading labels alone. */
const ANY_TIME = Object.freeze({ from: 0, to: 60_000, stepMs: 60_000 });

/**
 * Graphite. Its answers do not say which target a series came from, so that each expression is a sub-request of its
 * own, and what comes back belongs to it.
 */
export const GRAPHITE: DelegatedUpstream = {
  kind: 'graphite',
  label: 'Graphite',
  pluginIds: ['graphite'],
  takesAdHocFilters: false,
  expressionField: 'target',
  defaultInterval: '10s',
  lookback: graphiteLookback,
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
  detection: (presets, dataSource) =>
    presets.map(({ detect }, index): readonly GraphiteTarget[] => [
      { refId: detectionRefId(index), datasource: dataSource, target: detect, textEditor: true, rawQuery: true },
    ]),
  edgesOf: (frames, { mapping, pathPattern }) => {
    const { table } = tableFromFrames(frames, ANY_TIME, { kind: 'graphite', pathPattern });
    const ends = [mapping.source, mapping.target].flatMap(({ label }) => label ?? []);
    const edges = table.labels.flatMap((labels) =>
      ends.every((label) => labels[label]) ? [JSON.stringify(ends.map((label) => labels[label]))] : []
    );
    return new Set(edges).size;
  },
};
