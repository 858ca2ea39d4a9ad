import { seededRandom } from './random';

/** Damages values as networks, proxies and bugs do; equal seeds damage equally. */
export interface Mutator {
  readonly text: (text: string) => string;
  /** A damaged copy of a JSON value. */
  readonly value: (value: unknown) => unknown;
  readonly list: (values: readonly unknown[]) => unknown[];
}

const ODD_VALUES: readonly unknown[] = [
  null,
  undefined,
  true,
  NaN,
  Infinity,
  -Infinity,
  -1,
  0,
  1e308,
  1e-308,
  2 ** 53,
  -(2 ** 53),
  '',
  ' ',
  'NaN',
  '+Inf',
  '1e9999',
  '0x10',
  '١٢',
  '<script>',
  '__proto__',
  'constructor',
  '*',
  '{a,b}',
  'f(',
  '))',
  ';',
  ';=',
  '\u0000',
  '\ud800',
  [],
  {},
  [[]],
  [null, null],
  { values: [] },
  { metric: { source: 'x', target: 'y' }, values: [[1, '1']] },
];
const ODD_TEXTS: readonly string[] = [
  'null',
  'NaN',
  'Infinity',
  '1e9999',
  '"',
  '\\',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '<html>',
  '-',
  '\u0000',
  'e',
  '"__proto__":{},',
];

export function createMutator(seed: number): Mutator {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)];

  const damageText = (text: string): string => {
    const at = below(text.length + 1);
    const length = below(20);
    switch (below(5)) {
      case 0:
        return text.slice(0, at);
      case 1:
        return text.slice(0, at) + text.slice(at + length);
      case 2:
        return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
      case 3:
        return text.slice(0, at) + String.fromCharCode(below(0x10000)) + text.slice(at + 1);
      default:
        return text.slice(0, at) + pick(ODD_TEXTS) + text.slice(at + (below(2) === 0 ? 0 : length));
    }
  };

  const damageValue = (value: unknown, chance: number): unknown => {
    if (random() < chance) {
      return pick(ODD_VALUES);
    }
    if (Array.isArray(value)) {
      const items = value.map((item) => damageValue(item, chance));
      return random() < chance ? [...items, pick(ODD_VALUES), ...items.slice(0, below(3))] : items;
    }
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([name, item]) => [
        random() < chance ? String(pick(ODD_VALUES)) : name,
        damageValue(item, chance),
      ]);
      return Object.fromEntries(random() < chance ? entries.slice(1) : entries);
    }
    return value;
  };

  return {
    text: (text) => Array.from({ length: 1 + below(4) }).reduce<string>(damageText, text),
    value: (value) => damageValue(value, 0.02),
    list: (values) =>
      random() < 0.1 ? values.slice(0, below(values.length)) : values.map((item) => damageValue(item, 0.2)),
  };
}
