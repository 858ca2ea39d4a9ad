import { useCallback, useEffect, useRef } from 'react';
import { createLayoutClient, type LayoutClient } from '../../workers/layoutClient';

/** One client a panel, made when first needed, and disposed with the panel. */
export function useLayoutClient(): () => LayoutClient {
  const held = useRef<LayoutClient | undefined>(undefined);
  useEffect(
    () => () => {
      held.current?.dispose();
      held.current = undefined;
    },
    []
  );
  return useCallback(() => {
    held.current ??= createLayoutClient();
    return held.current;
  }, []);
}
