/** Collects, per row, the definitions it was seen in; rows seen alike share one list. */
export interface Provenance {
  readonly add: (row: number, definition: number) => void;
  readonly lists: () => ReadonlyArray<readonly string[]>;
}

/** Definitions must be added in ascending order. */
export function createProvenance(rows: number, definitionIds: readonly string[]): Provenance {
  const setOf = new Int32Array(rows);
  const sets: Array<readonly number[]> = [[]];
  const larger: Array<Map<number, number>> = [new Map()];

  const add = (row: number, definition: number): void => {
    const current = setOf[row];
    const members = sets[current];
    if (members[members.length - 1] === definition) {
      return;
    }
    let next = larger[current].get(definition);
    if (next === undefined) {
      next = sets.length;
      sets.push([...members, definition]);
      larger.push(new Map());
      larger[current].set(definition, next);
    }
    setOf[row] = next;
  };
  const lists = (): ReadonlyArray<readonly string[]> => {
    const named = sets.map((members) => Object.freeze(members.map((definition) => definitionIds[definition])));
    return Array.from(setOf, (set) => named[set]);
  };
  return { add, lists };
}
