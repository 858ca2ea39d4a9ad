import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { WrittenNumber } from '../../core/model/threshold';
import { decodeTraffic } from '../../frames/decode';
import { completeOptions } from './defaults';
import { frameMapping } from './frameMapping';
import type { ScopeEditorProps } from './editorProps';
import { LimitInput } from './LimitInput';
import { METRIC_KEYS, METRIC_OF_KEY, queryLimits } from './thresholdRules';
import type { ThresholdMetricKey, ThresholdSetting, ThresholdSource } from './types';

const METRIC_LABELS: Readonly<Record<ThresholdMetricKey, string>> = {
  errorRatio: 'Error ratio above',
  p95: 'p95 latency above',
  lowRate: 'Request rate below',
};

const SOURCES: Array<{ label: string; value: ThresholdSource; description: string }> = [
  { label: 'Query', value: 'query', description: 'The limits that came with the data' },
  { label: 'Here', value: 'here', description: 'The limits typed here' },
  { label: 'Off', value: 'off', description: 'This metric never decides the state' },
];

/** Warning and danger limits of nodes or of edges. Typing a limit sets it here; "Query" goes back to the query's own. */
export function ScopeThresholdsEditor({ value, onChange, item, context, id }: ScopeEditorProps) {
  const styles = useStyles2(getStyles);
  const scope = item.settings?.scope ?? 'node';
  const noun = scope === 'node' ? 'Nodes' : 'Edges';
  const settings = completeOptions({ thresholds: { nodes: value } }).thresholds.nodes;
  const mapping = context.options?.mapping;
  const inherited = useMemo(
    () => decodeTraffic(context.data, frameMapping(mapping ?? {})).result?.thresholds ?? [],
    [context.data, mapping]
  );
  const change = (key: ThresholdMetricKey, setting: ThresholdSetting) => onChange({ ...settings, [key]: setting });

  return (
    <div className={styles.root} id={id}>
      {METRIC_KEYS.map((key) => {
        const setting = settings[key];
        const fromQuery = queryLimits(inherited, scope, key);
        const typed = (level: 'warning' | 'danger') => (limit: WrittenNumber | undefined) => {
          const base = setting.source === 'here' ? setting : { ...fromQuery, source: 'here' as const };
          change(key, { warning: base.warning, danger: base.danger, source: 'here', [level]: limit });
        };
        const limits = { metric: METRIC_OF_KEY[key].metric, disabled: setting.source === 'off' };
        const shows = setting.source === 'here' ? setting : undefined;
        return (
          <div key={key} className={styles.metric} role="group" aria-label={`${noun}: ${METRIC_LABELS[key]}`}>
            <div className={styles.head}>
              <span>{METRIC_LABELS[key]}</span>
              <RadioButtonGroup
                size="sm"
                options={SOURCES}
                value={setting.source}
                aria-label={`${noun}: ${METRIC_LABELS[key]}, source`}
                onChange={(source) =>
                  change(
                    key,
                    source === 'here' ? { ...fromQuery, ...limitsOf(setting), source } : { ...setting, source }
                  )
                }
              />
            </div>
            <div className={styles.limits}>
              <LimitInput
                {...limits}
                level="warning"
                label={`${noun}: ${METRIC_LABELS[key]}, warning`}
                value={shows?.warning}
                inherited={fromQuery?.warning}
                onChange={typed('warning')}
              />
              <LimitInput
                {...limits}
                level="danger"
                label={`${noun}: ${METRIC_LABELS[key]}, danger`}
                value={shows?.danger}
                inherited={fromQuery?.danger}
                onChange={typed('danger')}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function limitsOf({ warning, danger }: ThresholdSetting): Omit<ThresholdSetting, 'source'> {
  return { ...(warning === undefined ? {} : { warning }), ...(danger === undefined ? {} : { danger }) };
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5) }),
  metric: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  limits: css({ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: theme.spacing(0.5) }),
});
