import React from 'react';
import type { SceneTheme } from '../../scene/types';

/** An answer on its way back, as its particles look: small and hollow. Its name stands beside it. */
export function ResponseMark({ theme }: { readonly theme: SceneTheme }) {
  return (
    <svg width={9} height={9} viewBox="0 0 12 12" aria-hidden style={{ flex: 'none' }}>
      <circle cx="6" cy="6" r="3.2" fill="none" stroke={theme.normal} strokeWidth="2" />
    </svg>
  );
}
