import { useEffect, useRef } from 'react';
import { moveBy, removeAt, replaceAt } from './lists';

/** What is done with a row; the buttons' ids are `<row>-<action>`. */
type RowAction = 'up' | 'down' | 'remove';

export interface EditedRow<Item> {
  /** `<list>-<index>`, which the ids of its fields and buttons begin with. */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly isLast: boolean;
  readonly item: Item;
  readonly replace: (item: Item) => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

export interface EditedList<Item> {
  readonly rows: ReadonlyArray<EditedRow<Item>>;
  /** Id of what adds a row. */
  readonly addId: string;
  readonly add: (item: Item) => void;
}

const isUsable = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && !(element instanceof HTMLButtonElement && element.disabled);

/**
 * A list that is edited row by row. Rows are known by their place, so that the focus would stay on the place where a row
 * was, or be lost with the last one: it goes with a row that moves, and stays in the list when one goes.
 */
export function useEditedList<Item>(
  id: string,
  items: readonly Item[],
  onChange: (items: readonly Item[]) => void
): EditedList<Item> {
  const wanted = useRef<{ readonly before: readonly Item[]; readonly ids: readonly string[] }>(undefined);
  useEffect(() => {
    if (wanted.current === undefined || wanted.current.before === items) {
      return;
    }
    wanted.current.ids
      .map((each) => document.getElementById(each))
      .find(isUsable)
      ?.focus();
    wanted.current = undefined;
  }, [items]);
  const buttonId = (index: number, action: RowAction) => `${id}-${index}-${action}`;
  const addId = `${id}-add`;
  const rows = items.map((item, index) => ({
    id: `${id}-${index}`,
    number: index + 1,
    isLast: index === items.length - 1,
    item,
    replace: (changed: Item) => onChange(replaceAt(items, index, changed)),
    move: (by: -1 | 1) => {
      const actions = by < 0 ? (['up', 'down', 'remove'] as const) : (['down', 'up', 'remove'] as const);
      wanted.current = { before: items, ids: actions.map((action) => buttonId(index + by, action)) };
      onChange(moveBy(items, index, by));
    },
    remove: () => {
      // What follows has moved up; of a row that was the last, the one before is left.
      const left = index < items.length - 1 ? index : index - 1;
      wanted.current = { before: items, ids: [buttonId(left, 'remove'), addId] };
      onChange(removeAt(items, index));
    },
  }));
  return { rows, addId, add: (item) => onChange([...items, item]) };
}
