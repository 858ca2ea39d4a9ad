import React, { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ScenePick } from '../../scene/types';
import { keyCommand } from '../interaction/keyboard';
import type { DivRef } from '../hooks/useDivRef';
import { usePointer, type MapPoint, type PointerDrag } from '../interaction/usePointer';
import type { MapCommands } from '../hooks/useMapCommands';
import { TEST_IDS } from '../testIds';
import { FocusRing } from './FocusRing';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly onCanvas: (canvas: HTMLCanvasElement | null) => void;
  /** Off screen there is no canvas, and so no WebGL context. */
  readonly showCanvas: boolean;
  readonly canvasKey: number;
  /** Covered by something else: not for eyes, pointer or keyboard. */
  readonly hidden: boolean;
  readonly dimmed: boolean;
  readonly zoomMode: 'cooperative' | 'greedy';
  readonly descriptionId: string;
  readonly commands: MapCommands;
  readonly pick: (x: number, y: number) => ScenePick | undefined;
  readonly startDrag: (x: number, y: number) => PointerDrag | undefined;
  readonly onHover: (pick: ScenePick | undefined, point: MapPoint | undefined) => void;
  readonly onSelect: (pick: ScenePick | undefined) => void;
  readonly onBlur: () => void;
  readonly mapRef: DivRef;
  readonly ringRef: DivRef;
}

/** Milliseconds that the hint about the wheel stays. */
const HINT_TIME = 1200;

/** The canvas with its pointer and keyboard. Drawing is the scene's; meaning is the commands'. */
export function FlowMap(props: Props) {
  const { width, height, commands, pick, onHover, onSelect, onCanvas, mapRef, ringRef } = props;
  const styles = useStyles2(getStyles);
  const [hint, showHint] = useHint();

  usePointer(mapRef, props.zoomMode, {
    onHover: (point) => onHover(point === undefined ? undefined : pick(point.x, point.y), point),
    onClick: ({ x, y }) => onSelect(pick(x, y)),
    onDoubleClick: ({ x, y }) => {
      const hit = pick(x, y);
      if (hit !== undefined) {
        commands.open(hit);
      }
    },
    onDragStart: ({ x, y }) => props.startDrag(x, y),
    onPan: commands.pan,
    onZoom: commands.zoom,
    onWheelIgnored: showHint,
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const command = keyCommand(event);
    if (command !== undefined && commands.run(command)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <div
      ref={mapRef}
      className={cx(styles.map, props.dimmed && styles.dimmed, props.hidden && styles.hidden)}
      style={{ width, height, touchAction: props.zoomMode === 'greedy' ? 'none' : 'pan-y' }}
      role="application"
      aria-label="Traffic map"
      aria-roledescription="map"
      aria-describedby={props.descriptionId}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={props.onBlur}
      data-testid={TEST_IDS.map}
    >
      {props.showCanvas && (
        <canvas
          key={props.canvasKey}
          ref={onCanvas}
          className={styles.canvas}
          style={{ width, height }}
          data-testid={TEST_IDS.canvas}
        />
      )}
      <FocusRing ref={ringRef} />
      {hint && <div className={styles.hint}>Hold {zoomKey()} and scroll to zoom</div>}
    </div>
  );
}

function useHint(): readonly [boolean, () => void] {
  const [shown, setShown] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const show = useCallback(() => {
    setShown(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(false), HINT_TIME);
  }, []);
  return [shown, show];
}

function zoomKey(): string {
  return /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}

const getStyles = (theme: GrafanaTheme2) => ({
  map: css({
    position: 'relative',
    overflow: 'hidden',
    cursor: 'grab',
    '&:active': { cursor: 'grabbing' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  dimmed: css({ opacity: 0.45 }),
  hidden: css({ visibility: 'hidden' }),
  canvas: css({ display: 'block' }),
  hint: css({
    position: 'absolute',
    left: '50%',
    bottom: theme.spacing(2),
    transform: 'translateX(-50%)',
    padding: theme.spacing(0.5, 1.5),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    boxShadow: theme.shadows.z1,
    pointerEvents: 'none',
    whiteSpace: 'nowrap',
  }),
});
