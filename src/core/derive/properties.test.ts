import { seededRandom } from '../../../tests/support/random';
import { forSeeds, seedsFrom } from '../../../tests/support/seeds';
import type { MergeRule } from '../model/definition';
import type { Labels } from '../model/series';

import { type DerivedTraffic, deriveSteps, deriveTraffic, type DeriveInput } from './deriveTraffic';
import { definition, mapping, table, timesOf } from './testTables';

const CASES = 150;
const BUCKETS = 5;
const NAMES = ['web', 'api', 'a/b', 'a→b', '__proto__', '', '\n', 'db'];
const GROUPS = ['', 'eu', 'us', 'eu/us', 'constructor'];
const SAMPLES = [NaN, Infinity, -Infinity, -1, 1e300, 0, 1, 2, 5, 0.25];
const EXPRESSIONS = ['requests', 'errors', 'p95', 'bytes'] as const;

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)];
}

/** An answer as bad as answers get: labels missing and odd, samples infinite, negative and absent. */
function randomInput(random: () => number, id: string): DeriveInput {
  const rows = (): ReturnType<typeof table> =>
    table(
      Array.from({ length: Math.floor(random() * 12) }, () => {
        const labels = Object.fromEntries(
          [
            ['source', pick(random, NAMES)],
            ['target', pick(random, NAMES)],
            ['group', pick(random, GROUPS)],
            ['code', pick(random, ['200', '404', '500', '', 'x'])],
          ].filter(() => random() < 0.9)
        ) as Labels;
        return [labels, Array.from({ length: BUCKETS }, () => pick(random, SAMPLES))] as const;
      }),
      timesOf(BUCKETS)
    );
  return {
    definition: definition({
      id,
      mapping: mapping({ classLabel: 'code', target: { label: 'target', groupLabels: ['group'] } }),
    }),
    tables: Object.fromEntries(EXPRESSIONS.filter(() => random() < 0.7).map((name) => [name, rows()])),
  };
}

function inputsOf(seed: number): DeriveInput[] {
  const random = seededRandom(seed);
  return ['first', 'second', 'third'].slice(0, 1 + Math.floor(random() * 3)).map((id) => randomInput(random, id));
}

/** Everything about a history that must hold whatever the answers were. */
function faultsOf({ history, counts }: DerivedTraffic): string[] {
  const { nodes, edges, times } = history;
  const columns = [...edges.rates, edges.errorRatio, edges.p50, edges.p95, edges.p99, edges.bytes].flatMap(
    (column) => column ?? []
  );
  const isPast = (values: Int32Array): boolean => values.some((row) => row < 0 || row >= nodes.ids.length);
  return [
    ...(new Set(nodes.ids).size === nodes.ids.length ? [] : ['node ids repeat']),
    ...(new Set(edges.ids).size === edges.ids.length ? [] : ['edge ids repeat']),
    ...(isPast(edges.source) || isPast(edges.target) ? ['an end is no node'] : []),
    ...(columns.every((column) => column.length === edges.ids.length * times.length) ? [] : ['a column does not fit']),
    ...(columns.every((column) => column.every((value) => value !== value || (value >= 0 && value < Infinity)))
      ? []
      : ['a value is bad']),
    ...(edges.errorRatio.every((ratio) => !(ratio > 1)) ? [] : ['a ratio is above 1']),
    ...(edges.seenIn.every(({ length }) => length > 0) ? [] : ['an edge comes from nowhere']),
    ...(counts.every(({ badSamples, samples }) => badSamples <= samples) ? [] : ['more bad samples than samples']),
  ];
}

test.each(['prefer', 'sum', 'max'] as const)(
  'D4 D13 D17 D18 D34 any answers merged by %s give a sound history',
  (rule) => {
    let edges = 0;
    const seeds = seedsFrom(CASES);
    for (const seed of seeds) {
      const result = deriveTraffic(inputsOf(seed), rule);
      edges += result.history.edges.ids.length;
      expect({ seed, faults: faultsOf(result) }).toEqual({ seed, faults: [] });
    }
    expect(edges).toBeGreaterThan(seeds.length);
  }
);

test('D1 D2 D4 no request is lost or counted twice: rates are the good samples of series that make an edge', () => {
  for (const seed of seedsFrom(CASES)) {
    const [{ definition: own, tables }] = inputsOf(seed);
    const { history } = deriveTraffic([{ definition: own, tables: { requests: tables.requests } }], 'prefer');
    const buckets = history.times.length;
    let expected = 0;
    tables.requests?.labels.forEach(({ source = '', target = '' }, series) => {
      const samples = tables.requests?.values.subarray(series * BUCKETS, series * BUCKETS + buckets) ?? [];
      for (const sample of source === '' || target === '' ? [] : samples) {
        expected += sample >= 0 && sample < 1e30 ? sample : 0;
      }
    });
    const derived = history.edges.rates.flatMap((column) => [...column]).filter((rate) => rate === rate);
    expect({ seed, rate: derived.reduce((sum, rate) => sum + rate, 0) }).toEqual({ seed, rate: expected });
  }
});

test('D17 the order of series and of their tables changes nothing', () => {
  const rules: readonly MergeRule[] = ['prefer', 'sum', 'max'];
  forSeeds(CASES, (seed) => {
    const inputs = inputsOf(seed);
    const reversed = inputs.map(({ definition: own, tables }): DeriveInput => {
      const entries = Object.entries(tables).map(([name, each]) => {
        if (each === undefined) {
          return [name, each];
        }
        const order = each.labels.map((_, series) => each.labels.length - 1 - series);
        const rows = order.map((series) => {
          return [each.labels[series], [...each.values.subarray(series * BUCKETS, (series + 1) * BUCKETS)]] as const;
        });
        return [name, table(rows, each.times)];
      });
      return { definition: own, tables: Object.fromEntries(entries.reverse()) };
    });
    const rule = pick(seededRandom(seed), rules);
    expect(deriveTraffic(reversed, rule).history).toEqual(deriveTraffic(inputs, rule).history);
  });
});

test('P6 steps of several derivations in turns give what each gives at once', () => {
  const random = seededRandom(1);
  const cases = Array.from({ length: 20 }, (_, seed) => inputsOf(seed));
  const running = cases.map((inputs) => deriveSteps(inputs, 'sum'));
  const done: unknown[] = [];
  let steps = 0;
  while (cases.some((_, index) => done[index] === undefined)) {
    const index = Math.floor(random() * cases.length);
    const step = done[index] === undefined ? running[index].next() : undefined;
    steps += step ? 1 : 0;
    if (step?.done) {
      done[index] = step.value;
    }
  }
  expect(done).toEqual(cases.map((inputs) => deriveTraffic(inputs, 'sum')));
  expect(steps).toBeGreaterThan(cases.length * 10);
});
