import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick, SceneTheme } from '../../scene/types';
import { UNKNOWN, type PanelFormat } from '../format';
import { sumOfRow, usualWords } from '../model/describe';
import { metricFacts } from '../model/nodeMetrics';
import { shownText } from '../model/shownText';
import { isBytesOnly } from '../model/volume';
import { ClassMark } from './ClassMark';

interface Props {
  readonly view: TrafficView;
  readonly pick: ScenePick;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
}

/**
 * Rate by class, error ratio, latency and bytes of one node or edge, and what a service tells of itself. Of flows whose
 * bytes alone are known, no more than these.
 */
export function Metrics({ view, pick, format, theme }: Props) {
  const styles = useStyles2(getStyles);
  const rows = pick.kind === 'node' ? view.nodes : view.edges;
  const total = sumOfRow(rows.rates, pick.row, view.classes.length);
  const bytes = rows.bytes?.[pick.row] ?? NaN;
  const own = metricFacts(view, pick).map(({ label, value, unit }, index) => (
    <Line key={index} label={label} value={format.inUnit(value, unit)} />
  ));
  const ofBytes = Number.isFinite(bytes) && <Line label="Bytes" value={format.bytes(bytes)} />;
  if (isBytesOnly({ rate: total, bytes })) {
    return (
      <dl className={styles.list}>
        {ofBytes}
        {own}
      </dl>
    );
  }
  return (
    <dl className={styles.list}>
      <Line label="Requests" value={format.rate(total)} />
      {rows.baseline && <Line label="Usually" value={usualWords(total, rows.baseline[pick.row], format)} />}
      {view.classes.map(({ name, severity }, index) => {
        const rate = rows.rates[pick.row * view.classes.length + index];
        const share = rate > 0 && total > 0 ? rate / total : 0;
        return (
          <div key={name} className={styles.class}>
            <dt className={styles.className}>
              <ClassMark severity={severity} theme={theme} />
              {shownText(name)}
            </dt>
            <dd className={styles.bar} aria-hidden>
              <span style={{ width: `${share * 100}%`, background: theme[severity] }} />
            </dd>
            <dd className={styles.value}>{Number.isFinite(rate) ? format.rate(rate) : UNKNOWN}</dd>
          </div>
        );
      })}
      <Line label="Errors" value={format.ratio(rows.errorRatio[pick.row])} />
      {pick.kind === 'edge' && <Line label="p50" value={format.seconds(view.edges.p50[pick.row])} />}
      <Line label="p95" value={format.seconds(rows.p95[pick.row])} />
      {pick.kind === 'edge' && <Line label="p99" value={format.seconds(view.edges.p99[pick.row])} />}
      {ofBytes}
      {own}
    </dl>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.line}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0, display: 'flex', flexDirection: 'column', gap: theme.spacing(0.25), '& dd': { margin: 0 } }),
  line: css({ display: 'flex', justifyContent: 'space-between' }),
  label: css({ fontWeight: 'inherit', color: theme.colors.text.secondary }),
  value: css({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', textAlign: 'right' }),
  class: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(64px, 30%) 1fr auto',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  className: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    paddingLeft: theme.spacing(1),
    fontWeight: 'inherit',
    overflow: 'hidden',
  }),
  bar: css({
    height: 4,
    borderRadius: 2,
    background: theme.colors.background.canvas,
    overflow: 'hidden',
    '& > span': { display: 'block', height: '100%', borderRadius: 2 },
  }),
});
