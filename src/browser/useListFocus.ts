import { useEffect, useRef } from 'react';

/** What the buttons of a row do; their ids are `<list>-<row>-<action>`, and the list's own button is `<list>-add`. */
export type RowAction = 'up' | 'down' | 'remove';

export interface ListFocus {
  /** Id of the button of a row. */
  readonly idOf: (row: number, action: RowAction) => string;
  /** Of the button that adds a row. */
  readonly addId: string;
  /** To be called when a row is taken away. */
  readonly removing: (row: number) => void;
  /** To be called when a row is moved by one place. */
  readonly moving: (row: number, by: -1 | 1) => void;
}

const isUsable = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && !(element instanceof HTMLButtonElement && element.disabled);

/**
 * Keeps the keyboard in a list whose rows go and move. Rows are known by their place, so that the focus would stay on
 * the place where a row was, or be lost with the last one.
 */
export function useListFocus(listId: string, items: readonly unknown[]): ListFocus {
  const wanted = useRef<{ readonly before: readonly unknown[]; readonly ids: readonly string[] }>(undefined);
  const idOf = (row: number, action: RowAction) => `${listId}-${row}-${action}`;
  const addId = `${listId}-add`;
  useEffect(() => {
    if (wanted.current === undefined || wanted.current.before === items) {
      return;
    }
    wanted.current.ids
      .map((id) => document.getElementById(id))
      .find(isUsable)
      ?.focus();
    wanted.current = undefined;
  }, [items]);
  return {
    idOf,
    addId,
    removing: (row) => {
      // What follows has moved up; of a row that was the last, the one before is left.
      const left = row < items.length - 1 ? row : row - 1;
      wanted.current = { before: items, ids: [idOf(left, 'remove'), addId] };
    },
    moving: (row, by) => {
      const onwards: RowAction = by < 0 ? 'up' : 'down';
      const back: RowAction = by < 0 ? 'down' : 'up';
      const ids = [onwards, back, 'remove' as const].map((action) => idOf(row + by, action));
      wanted.current = { before: items, ids };
    },
  };
}
