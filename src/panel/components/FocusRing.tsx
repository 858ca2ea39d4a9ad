import React, { forwardRef } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { TEST_IDS } from '../testIds';

/** Marks where the keyboard's cursor is. Its place is written by the frame loop, past React. */
export const FocusRing = forwardRef<HTMLDivElement>(function FocusRing(_, ref) {
  const styles = useStyles2(getStyles);
  return <div ref={ref} className={styles.ring} aria-hidden hidden data-testid={TEST_IDS.focusRing} />;
});

const RING_GAP = 5;

/** Puts the ring around a circle in CSS pixels, or hides it. */
export function placeFocusRing(
  ring: HTMLElement | null,
  circle: { readonly x: number; readonly y: number; readonly radius: number } | undefined
): void {
  if (ring === null) {
    return;
  }
  ring.hidden = circle === undefined;
  if (circle !== undefined) {
    const size = 2 * (circle.radius + RING_GAP);
    ring.style.width = `${size}px`;
    ring.style.height = `${size}px`;
    ring.style.transform = `translate(${circle.x - size / 2}px, ${circle.y - size / 2}px)`;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  ring: css({
    position: 'absolute',
    top: 0,
    left: 0,
    borderRadius: '50%',
    border: `2px solid ${theme.colors.primary.text}`,
    boxShadow: `0 0 0 2px ${theme.colors.background.primary}`,
    pointerEvents: 'none',
  }),
});
