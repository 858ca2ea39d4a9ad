export function removeAt<Item>(items: readonly Item[], index: number): readonly Item[] {
  return items.filter((_, each) => each !== index);
}

export function replaceAt<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return items.map((before, each) => (each === index ? item : before));
}

/** Moves an item by one place; at the end of the list it stays where it is. */
export function moveBy<Item>(items: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const to = index + by;
  if (to < 0 || to >= items.length) {
    return items;
  }
  return replaceAt(replaceAt(items, index, items[to]), to, items[index]);
}
