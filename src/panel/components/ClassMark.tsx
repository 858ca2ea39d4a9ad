import React from 'react';
import type { ClassSeverity } from '../../core/model/definition';
import type { SceneTheme } from '../../scene/types';

interface Props {
  readonly severity: ClassSeverity;
  readonly theme: SceneTheme;
  /** CSS pixels. */
  readonly size?: number;
}

/** A class of requests as its particles look: round, triangle, diamond. Its name stands beside it. */
export function ClassMark({ severity, theme, size = 9 }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden style={{ flex: 'none' }}>
      {severity === 'normal' && <circle cx="6" cy="6" r="5" fill={theme.normal} />}
      {severity === 'warning' && <path d="M11.5 6 L1 11.5 V0.5 Z" fill={theme.warning} />}
      {severity === 'danger' && <path d="M6 0.5 L11.5 6 L6 11.5 L0.5 6 Z" fill={theme.danger} />}
    </svg>
  );
}
