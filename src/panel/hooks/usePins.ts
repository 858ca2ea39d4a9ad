import { useCallback, useMemo, useState } from 'react';
import type { Place } from '../model/navigation';
import { pinsAt, withoutPin, withoutPins, withPin, type Pin, type Pins } from '../model/pins';

/** The nodes of a level that were put where they are by hand. */
export interface PinBoard {
  readonly pinned: ReadonlyMap<string, Pin>;
  /** Their ids; the same set until a node is pinned or unpinned. */
  readonly ids: ReadonlySet<string>;
  readonly pin: (id: string, at: Pin) => void;
  readonly unpin: (id: string) => void;
  readonly unpinAll: () => void;
}

/**
 * Pins of a place: those that the dashboard stores, changed by the reader. Changes are handed to `save`; where nobody
 * keeps them, as for a reader who may not edit, they hold until the panel goes.
 */
export function usePins(stored: Pins, save: (pins: Pins) => void, place: Place): PinBoard {
  const [held, setHeld] = useState({ stored, pins: stored });
  const current = held.stored === stored ? held : { stored, pins: stored };
  if (current !== held) {
    setHeld(current);
  }
  const { pins } = current;
  const pinned = useMemo(() => pinsAt(pins, place), [pins, place]);
  const key = [...pinned.keys()].sort().join('\n');
  const ids = useMemo((): ReadonlySet<string> => new Set(key === '' ? [] : key.split('\n')), [key]);
  const change = useCallback(
    (next: Pins) => {
      setHeld({ stored, pins: next });
      save(next);
    },
    [stored, save]
  );
  const pin = useCallback((id: string, at: Pin) => change(withPin(pins, place, id, at)), [change, pins, place]);
  const unpin = useCallback((id: string) => change(withoutPin(pins, place, id)), [change, pins, place]);
  const unpinAll = useCallback(() => change(withoutPins(pins, place)), [change, pins, place]);
  return useMemo(() => ({ pinned, ids, pin, unpin, unpinAll }), [pinned, ids, pin, unpin, unpinAll]);
}
