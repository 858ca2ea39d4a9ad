import { useCallback, useState } from 'react';
import type { NodeTable } from '../../core/model/history';
import { nearestPlace, parentPlace, WORLD, type Place } from '../model/navigation';

export interface Navigation {
  readonly place: Place;
  /** What was open and has gone from the data, until the reader moves on. */
  readonly vanished?: string;
  readonly go: (place: Place) => void;
  /** One level up; false at the top. */
  readonly back: () => boolean;
  readonly dismissVanished: () => void;
}

interface Wanted {
  readonly place: Place;
  readonly vanished?: string;
}

/**
 * Where the reader is in the levels of the map. A place that vanishes falls back to its nearest ancestor.
 *
 * @param start where the reader begins: later ones change nothing
 */
export function useNavigation(nodes: NodeTable | undefined, start = WORLD): Navigation {
  const [wanted, setWanted] = useState<Wanted>({ place: start });
  const nearest = nodes === undefined ? undefined : nearestPlace(wanted.place, nodes);
  const fallen = nearest?.vanished === undefined ? wanted : nearest;
  if (fallen !== wanted) {
    setWanted(fallen);
  }
  const { place, vanished } = fallen;
  const go = useCallback((next: Place) => setWanted({ place: next }), []);
  const back = useCallback(() => {
    const parent = parentPlace(place);
    if (parent === undefined) {
      return false;
    }
    setWanted({ place: parent });
    return true;
  }, [place]);
  const dismissVanished = useCallback(() => setWanted({ place }), [place]);
  return { place, vanished, go, back, dismissVanished };
}
