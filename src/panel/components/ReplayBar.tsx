import React, { useMemo } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import type { ThresholdStates } from '../../core/model/result';
import type { SceneTheme } from '../../scene/types';
import { countOf, type PanelFormat } from '../format';
import type { Replay } from '../hooks/useReplay';
import { troubleOverTime } from '../model/replay';
import { TEST_IDS } from '../testIds';
import { TroubleStrip } from './TroubleStrip';

interface Props {
  readonly replay: Replay;
  readonly times: Float64Array;
  readonly states: ThresholdStates;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
}

/** The time line under the map: where trouble was, and a way to go there. */
export function ReplayBar({ replay, times, states, format, theme }: Props) {
  const styles = useStyles2(getStyles);
  const trouble = useMemo(() => troubleOverTime(times, states), [times, states]);
  const last = times.length - 1;
  const index = replay.timeIndex ?? last;
  const isLive = replay.timeIndex === undefined;
  const { warning, danger } = trouble[index];
  const words = `${format.clock(times[index])}${isLive ? ', now' : ''}: ${danger} in danger, ${warning} in warning`;
  return (
    <div className={styles.root} role="group" aria-label="Replay" data-testid={TEST_IDS.replay}>
      <IconButton
        name={replay.playing ? 'pause' : 'play'}
        tooltip={replay.playing ? 'Pause' : 'Replay the time range'}
        onClick={replay.toggle}
      />
      <button
        type="button"
        className={styles.button}
        title="Speed of the replay"
        aria-label={`Speed: ${replay.speed} times faster than life`}
        onClick={replay.faster}
      >
        {replay.speed}×
      </button>
      <span className={styles.edge}>{format.clock(times[0])}</span>
      <div className={styles.line}>
        <TroubleStrip trouble={trouble} theme={theme} />
        <input
          type="range"
          className={styles.range}
          min={0}
          max={last}
          step={1}
          value={index}
          aria-label="Time shown"
          aria-valuetext={words}
          title={`${countOf(danger, 'service')} in danger, ${warning} in warning`}
          onChange={(event) => replay.seek(Number(event.currentTarget.value))}
        />
      </div>
      <span className={styles.time}>{format.clock(times[index])}</span>
      <button
        type="button"
        className={cx(styles.button, isLive ? styles.live : styles.past)}
        aria-pressed={isLive}
        title={isLive ? 'Shows the newest data' : 'Back to the newest data'}
        onClick={replay.goLive}
      >
        Now
      </button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: '100%',
    padding: theme.spacing(0, 0.5),
    fontSize: theme.typography.bodySmall.fontSize,
    '& > button': { margin: 0, flex: 'none' },
  }),
  edge: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
  line: css({ position: 'relative', flex: 1, height: 28, minWidth: 0 }),
  range: css({
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    margin: 0,
    background: 'transparent',
    appearance: 'none',
    cursor: 'pointer',
    '&::-webkit-slider-thumb': {
      appearance: 'none',
      width: 4,
      height: 26,
      borderRadius: 2,
      background: theme.colors.text.maxContrast,
    },
    '&::-moz-range-thumb': {
      width: 4,
      height: 26,
      border: 'none',
      borderRadius: 2,
      background: theme.colors.text.maxContrast,
    },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
  button: css({
    minWidth: 40,
    padding: theme.spacing(0.25, 0.75),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    color: theme.colors.text.primary,
    fontVariantNumeric: 'tabular-nums',
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
  time: css({ fontVariantNumeric: 'tabular-nums' }),
  past: css({
    color: theme.colors.primary.contrastText,
    background: theme.colors.primary.main,
    borderColor: 'transparent',
    '&:hover': { background: theme.colors.primary.shade },
  }),
  live: css({ color: theme.colors.success.text, borderColor: theme.colors.success.border }),
});
