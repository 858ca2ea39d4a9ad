import { groupKey } from '../../core/model/ids';
import type { Place } from './navigation';

/** x, y in world units of a layout. */
export type Pin = readonly [x: number, y: number];

/** Where nodes were put by hand: by level, then by node id. As a dashboard stores it. */
export type Pins = Readonly<Record<string, Readonly<Record<string, Pin>>>>;

/** Pins are told apart closely enough by hundredths of a node's radius. */
const ROUNDING = 100;

/** The name under which the pins of a place are kept: a node stands elsewhere among other neighbours. */
export function levelKey({ path, focus }: Place): string {
  return focus === undefined ? `${groupKey(path)}/` : focus;
}

/** The pins of a place by node id. What is no pair of numbers, as a dashboard written by hand may hold, is left out. */
export function pinsAt(pins: Pins, place: Place): ReadonlyMap<string, Pin> {
  const level: unknown = Object.hasOwn(pins, levelKey(place)) ? pins[levelKey(place)] : undefined;
  const entries: ReadonlyArray<[string, unknown]> =
    typeof level === 'object' && level !== null ? Object.entries(level) : [];
  return new Map(entries.flatMap(([id, pin]) => (isPin(pin) ? [[id, pin] as const] : [])));
}

export function withPin(pins: Pins, place: Place, id: string, [x, y]: Pin): Pins {
  const round = (value: number) => Math.round(value * ROUNDING) / ROUNDING;
  return withLevel(pins, place, [...pinsAt(pins, place), [id, [round(x), round(y)]]]);
}

export function withoutPin(pins: Pins, place: Place, id: string): Pins {
  return withLevel(
    pins,
    place,
    [...pinsAt(pins, place)].filter(([other]) => other !== id)
  );
}

/** Without the pins of one place. */
export function withoutPins(pins: Pins, place: Place): Pins {
  return withLevel(pins, place, []);
}

/** Pins of all levels. */
export function countPins(pins: Pins): number {
  return Object.values(pins).reduce((count, level) => count + Object.keys(level ?? {}).length, 0);
}

function withLevel(pins: Pins, place: Place, entries: ReadonlyArray<readonly [string, Pin]>): Pins {
  const key = levelKey(place);
  const others = Object.entries(pins).filter(([other]) => other !== key);
  return Object.fromEntries(entries.length === 0 ? others : [...others, [key, Object.fromEntries(entries)]]);
}

function isPin(value: unknown): value is Pin {
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isFinite(part));
}
