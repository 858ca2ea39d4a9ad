import React from 'react';
import { STATE_DANGER, STATE_NO_DATA, STATE_WARNING } from '../../core/model/state';
import type { SceneTheme } from '../../scene/types';
import { stateWords } from '../model/describe';

interface Props {
  readonly state: number;
  readonly theme: SceneTheme;
  /** CSS pixels. */
  readonly size?: number;
}

/** A state as a shape and a colour, as on the map: circle, triangle, octagon, and a dashed circle for no data. */
export function StateMark({ state, theme, size = 12 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      role="img"
      aria-label={stateWords(state)}
      style={{ flex: 'none' }}
    >
      {shapeOf(state, theme)}
    </svg>
  );
}

function shapeOf(state: number, theme: SceneTheme) {
  switch (state) {
    case STATE_DANGER:
      return <path d="M3.7 0.5 H8.3 L11.5 3.7 V8.3 L8.3 11.5 H3.7 L0.5 8.3 V3.7 Z" fill={theme.danger} />;
    case STATE_WARNING:
      return <path d="M6 1 L11.5 11 H0.5 Z" fill={theme.warning} />;
    case STATE_NO_DATA:
      return (
        <circle cx="6" cy="6" r="4.5" fill="none" stroke={theme.noData} strokeWidth="1.5" strokeDasharray="2.4 1.6" />
      );
    default:
      return <circle cx="6" cy="6" r="5" fill={theme.normal} />;
  }
}
