/** Told of each place that is left out: where it is, such as `definitions[0].keepLabels`, and what should be there. */
export type Tell = (place: string, wanted: string) => void;

/**
 * Reads a part of a value that anybody may have written. What is malformed is told and left out; a value that is sound
 * comes back as it is, and not as a copy. Undefined: the value itself is malformed.
 */
export type Reader<T> = (value: unknown, place: string, tell: Tell) => T | undefined;

/** A reader for each field of an object. */
export type FieldReaders<T> = { readonly [Name in keyof T]-?: Reader<Exclude<T[Name], undefined>> };

function simple<T>(wanted: string, isSound: (value: unknown) => value is T): Reader<T> {
  return (value, place, tell) => {
    if (isSound(value)) {
      return value;
    }
    tell(place, wanted);
    return undefined;
  };
}

export const text = simple('a text', (value): value is string => typeof value === 'string');
export const flag = simple('true or false', (value): value is boolean => typeof value === 'boolean');
export const number = simple('a number', (value): value is number => Number.isFinite(value));
export const numberOrText = simple(
  'a number or a text',
  (value): value is number | string => typeof value === 'string' || Number.isFinite(value)
);

/** One of some words; the keys of a record, so that no word of the type can be forgotten. */
export function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): Reader<Word> {
  return simple(
    `one of ${Object.keys(words).join(', ')}`,
    (value): value is Word => typeof value === 'string' && Object.hasOwn(words, value)
  );
}

/** A list; items that are malformed are left out. */
export function listOf<T>(item: Reader<T>): Reader<readonly T[]> {
  return (value, place, tell) => {
    if (!Array.isArray(value)) {
      tell(place, 'a list');
      return undefined;
    }
    const read = value.map((each: unknown, index) => item(each, `${place}[${index}]`, tell));
    return read.every((each, index) => each === value[index] && each !== undefined)
      ? (value as readonly T[])
      : read.filter((each) => each !== undefined);
  };
}

/**
 * An object. Fields that are malformed are left out, as are those that are null, which generators of dashboards write
 * for what is absent. Fields of other names stay: a newer version may have written them.
 *
 * @param missing what to take for fields that are absent or malformed
 * @param needed fields without which there is no object
 */
export function object<T extends object>(
  fields: FieldReaders<T>,
  { missing, needed = [] }: { missing?: (place: string) => Partial<T>; needed?: ReadonlyArray<keyof T & string> } = {}
): Reader<T> {
  const readers = new Map<string, Reader<unknown>>(Object.entries(fields));
  return (value, place, tell) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      tell(place, 'an object');
      return undefined;
    }
    const entries: ReadonlyArray<readonly [string, unknown]> = Object.entries(value);
    const read = entries.flatMap(([name, field]) => {
      const reader = readers.get(name);
      const sound =
        field === null || field === undefined
          ? undefined
          : reader
            ? reader(field, place === '' ? name : `${place}.${name}`, tell)
            : field;
      return sound === undefined ? [] : [[name, sound] as const];
    });
    const isSame = read.length === entries.length && read.every(([, field], index) => field === entries[index][1]);
    const present = isSame ? value : Object.fromEntries(read);
    const absent = Object.entries(missing?.(place) ?? {}).filter(([name]) => !Object.hasOwn(present, name));
    const lost = needed.find((name) => !Object.hasOwn(present, name));
    if (lost !== undefined) {
      if (!Object.hasOwn(value, lost)) {
        tell(place, `an object with “${lost}”`);
      }
      return undefined;
    }
    return (absent.length === 0 ? present : { ...present, ...Object.fromEntries(absent) }) as T;
  };
}

/** Leaves a value out whole where any part of it is malformed: half of a rule is another rule. */
export function whole<T>(reader: Reader<T>): Reader<T> {
  return (value, place, tell) => {
    let isSound = true;
    const read = reader(value, place, (...told) => {
      isSound = false;
      tell(...told);
    });
    return isSound ? read : undefined;
  };
}
