import type { DataFrame, Field } from '@grafana/data';

import { START_SECONDS } from '../../tests/fixtures/dataset';
import { recorded, recordedNames } from '../../tests/fixtures/recorded';
import { createMutator } from '../../tests/support/mutate';
import { forSeeds } from '../../tests/support/seeds';
import { tableFromFrames } from './frames/tableFromFrames';
import { parseGraphiteAnswer } from './graphite/parseGraphiteAnswer';
import { parsePrometheusAnswer } from './prometheus/parsePrometheusAnswer';
import type { ParsedAnswer } from './tableNotices';

const MUTATIONS = 60;
const grid = { from: START_SECONDS * 1000, to: (START_SECONDS + 1200) * 1000, stepMs: 60_000 };
const pathPattern = 'stats.counters.{source}.upstream.{target}.{class}.rate';

/** Every text in a value, at any depth, names of properties too. */
function textsOf(value: unknown, texts: string[] = []): string[] {
  if (typeof value === 'string') {
    texts.push(value);
  } else if (Array.isArray(value)) {
    value.forEach((item) => textsOf(item, texts));
  } else if (typeof value === 'object' && value !== null) {
    Object.entries(value).forEach(([name, item]) => textsOf(item, texts).push(name));
  }
  return texts;
}

/** A label must be in the answer, as a whole or as a part of a path or target. */
function expectNothingInvented({ table, notices }: ParsedAnswer, texts: readonly string[]): void {
  expect(table.values).toHaveLength(table.labels.length * table.times.length);
  const labels = table.labels.flatMap((own) => Object.values<unknown>(own));
  const invented = labels.filter((label) => typeof label !== 'string' || !texts.some((text) => text.includes(label)));
  expect(invented).toEqual([]);
  expect(notices.filter((notice) => notice.text === '')).toEqual([]);
}

/** Seeds that once failed go here, by what failed. */
const PINNED: readonly number[] = [];
const eachSeed = (check: (seed: number) => void): void => forSeeds(MUTATIONS, check, PINNED);

function parsedTexts(body: string): string[] {
  try {
    return textsOf(JSON.parse(body));
  } catch {
    return tolerantTexts(body);
  }
}

/** Texts of a body that only a tolerant reader takes. */
function tolerantTexts(body: string): string[] {
  return [...body.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([whole]) => {
    try {
      return String(JSON.parse(whole));
    } catch {
      return whole;
    }
  });
}

describe.each(['prometheus', 'graphite'] as const)('mutated answers of %s', (kind) => {
  const parse = (body: unknown): ParsedAnswer =>
    kind === 'prometheus' ? parsePrometheusAnswer(body, grid) : parseGraphiteAnswer(body, grid, { pathPattern });

  it.each(recordedNames(kind))('U50, U52: never throw and never invent a label: text of %s', (name) => {
    const { body } = recorded(kind, name);
    eachSeed((seed) => {
      const mutated = createMutator(seed).text(body);
      expectNothingInvented(parse(mutated), parsedTexts(mutated));
    });
  });

  it.each(recordedNames(kind))('U50, U52: never throw and never invent a label: values of %s', (name) => {
    const text = recorded(kind, name).body;
    const body: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
    eachSeed((seed) => {
      const mutated = createMutator(seed).value(body);
      expectNothingInvented(parse(mutated), textsOf(mutated));
    });
  });
});

describe('mutated frames', () => {
  const field = (name: string, type: string, values: unknown[], labels?: Record<string, string>): Field => ({
    name,
    type: type as Field['type'],
    config: {},
    values,
    labels,
  });
  const times = [1, 2, 3].map((minute) => (START_SECONDS + minute * 60) * 1000);
  const frames: readonly DataFrame[] = [
    {
      name: 'a.b',
      fields: [field('Time', 'time', times), field('Value', 'number', [1, null, 3], { source: 'a', target: 'b' })],
      length: 3,
    },
    {
      fields: [
        field('Time', 'time', times),
        field('source', 'string', ['a', 'b', 'c']),
        field('Value', 'number', [1, 2, 3]),
      ],
      length: 3,
    },
  ];

  it.each(['prometheus', 'graphite'] as const)('U50, U52: never throw and never invent a label (%s)', (kind) => {
    eachSeed((seed) => {
      const mutator = createMutator(seed);
      const mutated = frames.map((frame) => ({
        ...frame,
        fields: frame.fields.map((own) => ({
          ...own,
          values: mutator.list(own.values),
          labels: own.labels && { ...own.labels },
        })),
      }));
      expectNothingInvented(tableFromFrames(mutated, grid, { kind, pathPattern }), textsOf(mutated));
    });
  });
});
