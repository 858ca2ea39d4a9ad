import { groupKey } from '../../core/model/ids';
import type { Place } from './navigation';

/** x, y in world units of a layout. */
export type Pin = readonly [x: number, y: number];

/** Where one node was put by hand, on one level: it stands elsewhere among other neighbours. */
export interface StoredPin {
  /** `levelKey` of the place. */
  readonly level: string;
  /** Node id. */
  readonly node: string;
  readonly at: Pin;
}

/** As a dashboard stores them: a list, since Grafana merges objects of options and so never takes a key away. */
export type Pins = readonly StoredPin[];

const NO_PINS: Pins = Object.freeze([]);

/** Pins are told apart closely enough by hundredths of a node's radius. */
const ROUNDING = 100;

/** The name under which the pins of a place are kept. */
export function levelKey({ path, focus }: Place): string {
  return focus === undefined ? `${groupKey(path)}/` : focus;
}

/** The pins of a place by node id. */
export function pinsAt(pins: Pins, place: Place): ReadonlyMap<string, Pin> {
  const key = levelKey(place);
  return new Map(pins.filter(({ level }) => level === key).map(({ node, at }) => [node, at]));
}

export function withPin(pins: Pins, place: Place, node: string, [x, y]: Pin): Pins {
  const round = (value: number) => Math.round(value * ROUNDING) / ROUNDING;
  return [...withoutPin(pins, place, node), { level: levelKey(place), node, at: [round(x), round(y)] }];
}

export function withoutPin(pins: Pins, place: Place, node: string): Pins {
  const key = levelKey(place);
  return pins.filter((pin) => pin.level !== key || pin.node !== node);
}

/** Without the pins of one place. */
export function withoutPins(pins: Pins, place: Place): Pins {
  const key = levelKey(place);
  return pins.filter(({ level }) => level !== key);
}

/** Stored pins; what is none, as a dashboard written by hand may hold, is left out. */
export function readPins(stored: unknown): Pins {
  if (!Array.isArray(stored)) {
    return NO_PINS;
  }
  const sound = stored.filter(isPin);
  return sound.length === stored.length ? (stored as Pins) : sound;
}

function isPin(value: unknown): value is StoredPin {
  const { level, node, at } = (value ?? {}) as Partial<StoredPin>;
  return (
    typeof level === 'string' &&
    typeof node === 'string' &&
    Array.isArray(at) &&
    at.length === 2 &&
    at.every((part) => Number.isFinite(part))
  );
}
