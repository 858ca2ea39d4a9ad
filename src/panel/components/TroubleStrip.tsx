import React from 'react';
import { STATE_DANGER, STATE_NORMAL } from '../../core/model/state';
import type { SceneTheme } from '../../scene/types';
import type { BucketTrouble } from '../model/replay';

interface Props {
  readonly trouble: readonly BucketTrouble[];
  readonly theme: SceneTheme;
}

const HEIGHT = 28;
const BASE = 20;
const TALLEST = 16;

/** Services in danger (below) and in warning (above) as bars over time, and a mark where states turned. */
export function TroubleStrip({ trouble, theme }: Props) {
  const most = Math.max(1, ...trouble.map(({ warning, danger }) => warning + danger));
  const scale = (count: number) => (count > 0 ? Math.max(1.5, (count / most) * TALLEST) : 0);
  return (
    <svg
      width="100%"
      height={HEIGHT}
      viewBox={`0 0 ${Math.max(1, trouble.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      style={{ position: 'absolute', inset: 0 }}
    >
      <rect x={0} y={BASE} width={trouble.length} height={1} fill={theme.textMuted} opacity={0.5} />
      {trouble.map(({ warning, danger, turned }, index) => {
        const dangerHeight = scale(danger);
        const warningHeight = scale(warning);
        return (
          <React.Fragment key={index}>
            {danger > 0 && (
              <rect x={index + 0.08} y={BASE - dangerHeight} width={0.84} height={dangerHeight} fill={theme.danger} />
            )}
            {warning > 0 && (
              <rect
                x={index + 0.08}
                y={BASE - dangerHeight - warningHeight}
                width={0.84}
                height={warningHeight}
                fill={theme.warning}
              />
            )}
            {turned !== STATE_NORMAL && (
              <rect
                x={index + 0.25}
                y={BASE + 3}
                width={0.5}
                height={turned === STATE_DANGER ? 4 : 2.5}
                fill={turned === STATE_DANGER ? theme.danger : theme.warning}
              />
            )}
          </React.Fragment>
        );
      })}
    </svg>
  );
}
