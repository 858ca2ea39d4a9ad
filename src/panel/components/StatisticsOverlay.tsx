import React, { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { describeQuality } from '../../scene/quality';
import type { FlowScene, SceneStatistics } from '../../scene/types';
import { TEST_IDS } from '../testIds';

/** Milliseconds between readings. */
const READ_EVERY = 500;

interface Props {
  readonly scene: FlowScene;
}

/** What drawing costs. */
export function StatisticsOverlay({ scene }: Props) {
  const styles = useStyles2(getStyles);
  const [statistics, setStatistics] = useState<SceneStatistics>(() => scene.statistics());
  useEffect(() => {
    const timer = window.setInterval(() => setStatistics(scene.statistics()), READ_EVERY);
    return () => window.clearInterval(timer);
  }, [scene]);
  const rows: ReadonlyArray<readonly [string, string]> = [
    ['frames/s', statistics.framesPerSecond.toFixed(0)],
    ['script ms', statistics.scriptMs.toFixed(2)],
    ['draw calls', String(statistics.drawCalls)],
    ['particles', statistics.particles.toLocaleString('en-US')],
    ['nodes', String(statistics.nodes)],
    ['edges', String(statistics.edges)],
    ['quality', describeQuality(statistics.qualityStep, statistics.particles)],
  ];
  return (
    <dl className={styles.root} data-testid={TEST_IDS.statistics} aria-label="Statistics of the drawing">
      {rows.map(([label, value]) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    margin: 0,
    maxWidth: 260,
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    pointerEvents: 'none',
  }),
  row: css({
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    '& > dt': { color: theme.colors.text.secondary, fontWeight: 'inherit' },
    '& > dd': { margin: 0, textAlign: 'right' },
  }),
});
