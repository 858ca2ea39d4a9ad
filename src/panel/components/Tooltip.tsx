import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import type { AttachedAlert } from '../../core/model/alert';
import type { SceneTheme } from '../../scene/types';
import { UNKNOWN, type PanelFormat } from '../format';
import { stateWords } from '../model/describe';
import { shownText } from '../model/shownText';
import { kindAndPlace, staleWords, type PickFacts } from '../model/summary';
import { isBytesOnly, volumeLabel, volumeWords } from '../model/volume';
import { TEST_IDS } from '../testIds';
import { SEVERITY_STATES } from './FiringAlerts';
import { StateMark } from './StateMark';

interface Props {
  readonly facts: PickFacts;
  /** Why the state is what it is, where a rule decided. */
  readonly reason?: string;
  /** Of others, that fire on it; the most severe first. */
  readonly alerts: readonly AttachedAlert[];
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  /** CSS pixels from the window's top left. */
  readonly at: { readonly x: number; readonly y: number };
}

/** A tooltip is read at a glance; the details show all. */
const MOST_METRICS = 4;
const MOST_ALERTS = 3;

/** The numbers of what is under the pointer. */
export function Tooltip({ facts, reason, alerts, format, theme, at }: Props) {
  const styles = useStyles2(getStyles);
  const stale = staleWords(facts, format);
  const rows: ReadonlyArray<readonly [string, string]> = [
    [volumeLabel(facts), volumeWords(facts, format)],
    // Of a flow of bytes there are no failed requests to know.
    ...(isBytesOnly(facts)
      ? []
      : [
          ['Errors', format.ratio(facts.errorRatio)] as const,
          ['p95', Number.isFinite(facts.p95) ? format.seconds(facts.p95) : UNKNOWN] as const,
        ]),
    ...facts.metrics
      .slice(0, MOST_METRICS)
      .map(({ label, value, unit }) => [label, format.inUnit(value, unit)] as const),
  ];
  return (
    <Portal>
      <VizTooltipContainer position={{ x: at.x, y: at.y }} offset={{ x: 14, y: 14 }} className={styles.box}>
        <div data-testid={TEST_IDS.tooltip}>
          <div className={styles.name}>{facts.name}</div>
          <div className={styles.kind}>{kindAndPlace(facts)}</div>
          <div className={styles.state}>
            <StateMark state={facts.state} theme={theme} />
            {stateWords(facts.state)}
            {reason !== undefined && <span className={styles.kind}>{reason}</span>}
          </div>
          {alerts.slice(0, MOST_ALERTS).map((alert, index) => (
            <div key={index} className={styles.alert}>
              <StateMark state={SEVERITY_STATES[alert.severity]} theme={theme} size={11} />
              {shownText(alert.name)} fires
            </div>
          ))}
          {alerts.length > MOST_ALERTS && (
            <div className={styles.kind}>and {alerts.length - MOST_ALERTS} more alerts</div>
          )}
          {stale !== undefined && (
            <div className={styles.kind}>
              <Icon name="clock-nine" size="sm" /> {stale}
            </div>
          )}
          <dl className={styles.rows}>
            {rows.map(([label, value]) => (
              <div key={label} className={styles.row}>
                <dt>{label}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ maxWidth: 320, pointerEvents: 'none' }),
  name: css({ fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere' }),
  kind: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  state: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    margin: theme.spacing(0.5, 0),
  }),
  alert: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75), overflowWrap: 'anywhere' }),
  rows: css({ margin: theme.spacing(0.5, 0, 0) }),
  row: css({
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    '& > dt': { color: theme.colors.text.secondary, fontWeight: 'inherit' },
    '& > dd': { margin: 0 },
  }),
  value: css({ fontVariantNumeric: 'tabular-nums' }),
});
