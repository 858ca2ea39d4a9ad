import type { DataQuery } from '@grafana/schema';
import { edgeLabelsOf } from '../presets/preset';
import { type DelegatedUpstream, detectionRefId } from './upstream';

interface PrometheusTarget extends DataQuery {
  readonly expr: string;
  readonly range: boolean;
  readonly instant: boolean;
  readonly exemplar: boolean;
  readonly format: 'time_series';
  readonly legendFormat: string;
  readonly editorMode: 'code';
}

/** Prometheus, and what answers PromQL as it does. One sub-request: its frames name the refId they belong to. */
export const PROMETHEUS: DelegatedUpstream = {
  kind: 'prometheus',
  label: 'Prometheus',
  pluginIds: ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'],
  takesAdHocFilters: true,
  expressionField: 'expr',
  defaultInterval: '15s',
  subRequests: (expressions, dataSource, prefix, instant = false) => [
    {
      targets: expressions.map(([name, text]): PrometheusTarget => ({
        refId: `${prefix}-${name}`,
        datasource: dataSource,
        expr: text,
        range: !instant,
        instant,
        exemplar: false,
        format: 'time_series',
        legendFormat: '',
        editorMode: 'code',
      })),
      expressionOf: Object.fromEntries(expressions.map(([name]) => [`${prefix}-${name}`, name])),
    },
  ],
  withExemplars: (target) => ({ ...target, exemplar: true }),
  probe: 'vector(1)',
  detection: (presets, dataSource) => [
    presets.map((preset, index): PrometheusTarget => ({
      refId: detectionRefId(index),
      datasource: dataSource,
      expr: `count(count by (${edgeLabelsOf(preset).join(', ')}) (${preset.detect}))`,
      range: false,
      instant: true,
      exemplar: false,
      format: 'time_series',
      legendFormat: '',
      editorMode: 'code',
    })),
  ],
  edgesOf: (frames) => {
    const counts = frames.flatMap((frame) => frame.fields.filter((field) => field.type === 'number'));
    const last: unknown = counts[0]?.values[counts[0].values.length - 1];
    return typeof last === 'number' && last > 0 ? last : 0;
  },
};
