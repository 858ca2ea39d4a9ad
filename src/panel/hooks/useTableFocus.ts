import { useRef, useState } from 'react';
import type { ScenePick } from '../../scene/types';
import { type DivRef, useDivRef } from './useDivRef';

export interface TableFocus {
  /** Of the table's region. */
  readonly region: DivRef;
  /** Whether what is selected was chosen in the table: then its details take the keyboard. */
  readonly isChosenIn: (selected: ScenePick) => boolean;
  /** To be called when something is chosen in the table. */
  readonly chosen: (pick: ScenePick) => void;
  /** Gives the keyboard back to the row that was chosen, or else to the table. */
  readonly giveBack: () => void;
}

/** Where the keyboard is about a table: what is chosen in it opens details far behind its rows. */
export function useTableFocus(): TableFocus {
  const region = useDivRef();
  const row = useRef<Element | null>(null);
  const [id, setId] = useState<string>();
  return {
    region,
    isChosenIn: (selected) => selected.id === id,
    chosen: (pick) => {
      row.current = document.activeElement;
      setId(pick.id);
    },
    giveBack: () => {
      setId(undefined);
      const back = region.current?.contains(row.current) ? row.current : region.current;
      if (back instanceof HTMLElement) {
        back.focus({ preventScroll: back === region.current });
      }
    },
  };
}
