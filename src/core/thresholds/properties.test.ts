import { seededRandom } from '../../../tests/support/random';
import { forSeeds, seedsFrom } from '../../../tests/support/seeds';
import type { TrafficHistory } from '../model/history';
import type { Transition } from '../model/result';
import { STATE_DANGER, STATE_NORMAL, STATE_WARNING } from '../model/state';
import type { ThresholdRule } from '../model/threshold';

import type { CarriedStates } from './carried';
import { continueThresholds, evaluateThresholds, thresholdSteps } from './evaluateThresholds';
import { historyOf, STEP_SECONDS, type TestEdge } from './testHistory';

const CASES = 300;
const BUCKETS = 60;

type Random = () => number;

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)];
}

/** Values that wander about the limits, so that states change often. */
function wander(random: Random, buckets: number): number[] {
  let value = random() * 4;
  return Array.from({ length: buckets }, () => {
    value = random() < 0.2 ? random() * 5 : Math.max(0, value + (random() - 0.5) * 2);
    return Math.round(value * 4) / 4;
  });
}

function randomRule(random: Random): ThresholdRule {
  const direction = pick(random, ['above', 'below'] as const);
  const warning = pick(random, [1, 2, undefined]);
  const danger = warning === undefined ? 2 : pick(random, [direction === 'above' ? 3 : 0.5, undefined]);
  return {
    scope: 'edge',
    metric: 'p95',
    direction,
    warning,
    danger,
    holdSeconds: pick(random, [0, 10, 15, 30, 45, 90]),
    clearMargin: pick(random, [0, 0, 0.2, 0.5]),
  };
}

function edgeStates(values: readonly number[], rule: ThresholdRule): number[] {
  return [...evaluateThresholds(historyOf([{ from: 'a', to: 'b', p95: values }], values.length), [rule]).edges];
}

/** Runs of buckets for which something holds; `whole` for those that neither begin nor end the history. */
function runs(
  flags: readonly boolean[]
): Array<{ readonly length: number; readonly whole: boolean; readonly holds: boolean }> {
  const found = [];
  for (let from = 0; from < flags.length;) {
    let to = from;
    while (to < flags.length && flags[to] === flags[from]) {
      to++;
    }
    found.push({ length: to - from, whole: from > 0 && to < flags.length, holds: flags[from] });
    from = to;
  }
  return found;
}

test('T9 no state ends for a milder one before its hold time, nor does trouble as such, nor its absence', () => {
  let changes = 0;
  const short: string[] = [];
  const seeds = seedsFrom(CASES);
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const rule = randomRule(random);
    const states = edgeStates(wander(random, BUCKETS), rule);
    const hold = rule.holdSeconds ?? 0;
    for (const least of [STATE_WARNING, STATE_DANGER]) {
      for (const { length, whole } of runs(states.map((state) => state >= least))) {
        changes++;
        if (whole && length * STEP_SECONDS < hold) {
          short.push(`seed ${seed}: a run of ${length} about ${least}`);
        }
      }
    }
    for (let from = 0, bucket = 1; bucket < states.length; bucket++) {
      if (states[bucket] !== states[bucket - 1]) {
        if (from > 0 && states[bucket] < states[bucket - 1] && (bucket - from) * STEP_SECONDS < hold) {
          short.push(`seed ${seed}: ${states[bucket - 1]} from bucket ${from} to ${bucket}`);
        }
        from = bucket;
      }
    }
  }
  expect(short).toEqual([]);
  expect(changes).toBeGreaterThan(seeds.length * 4);
});

test('T6 a state is never worse than what values have stayed past for the hold time', () => {
  const early: string[] = [];
  for (const seed of seedsFrom(CASES)) {
    const random = seededRandom(seed + 1000);
    const rule = { ...randomRule(random), direction: 'above', clearMargin: 0 } as const;
    const values = wander(random, BUCKETS);
    const states = edgeStates(values, rule);
    const steps = Math.ceil((rule.holdSeconds ?? 0) / STEP_SECONDS);
    for (let bucket = 1; bucket < states.length; bucket++) {
      if (states[bucket] > states[bucket - 1]) {
        const limit = (states[bucket] === STATE_DANGER ? rule.danger : rule.warning) ?? Infinity;
        const window = values.slice(bucket - steps, bucket + 1);
        if (window.length !== steps + 1 || window.some((value) => !(value > limit))) {
          early.push(`seed ${seed}: bucket ${bucket}`);
        }
      }
    }
  }
  expect(early).toEqual([]);
});

test('T10 more severe values never give a milder state', () => {
  for (const seed of seedsFrom(CASES)) {
    const random = seededRandom(seed + 2000);
    const rule = randomRule(random);
    const values = wander(random, BUCKETS);
    const sign = rule.direction === 'above' ? 1 : -1;
    const worse = values.map((value) => Math.max(0, value + sign * (random() < 0.5 ? 0 : random() * 2)));
    const states = edgeStates(values, rule);
    const worseStates = edgeStates(worse, rule);
    const milder = worseStates.findIndex((state, bucket) => state < states[bucket]);
    expect({ seed, milder }).toEqual({ seed, milder: -1 });
  }
});

const CALLS = [
  ['e', 'eu/a'],
  ['eu/a', 'eu/b'],
  ['eu/a', 'us/d'],
  ['eu/b', 'eu/shop/c'],
  ['eu/shop/c', 'eu/shop/c'],
  ['us/d', 'eu/a'],
] as const;

/** Edges among a few services, which begin late, end early, and have gaps. */
function randomEdges(random: Random): TestEdge[] {
  return CALLS.map(([from, to]): TestEdge => {
    const gaps = wander(random, BUCKETS).map((value) => (value > 4 ? NaN : 1));
    const ended = random() < 0.3 ? Math.floor(random() * BUCKETS) : BUCKETS;
    const began = random() < 0.3 ? Math.floor(random() * BUCKETS) : 0;
    const shape = (values: number[]): number[] =>
      values.map((value, bucket) => (bucket < began || bucket >= ended ? NaN : value * gaps[bucket]));
    return {
      from,
      to,
      rate: shape(wander(random, BUCKETS)),
      errorRatio: shape(wander(random, BUCKETS).map((value) => value / 5)),
      p95: shape(wander(random, BUCKETS)),
    };
  });
}

function randomRules(random: Random): ThresholdRule[] {
  const scopes = ['edge', 'node', 'group'] as const;
  const drop = { metric: 'rateToBaseline', direction: 'below', warning: 0.8, danger: 0.4 } as const;
  return scopes.flatMap((scope) => [
    { ...randomRule(random), scope },
    { ...randomRule(random), scope, metric: 'rate' },
    { ...randomRule(random), ...drop, scope },
  ]);
}

function sliced(edges: readonly TestEdge[], from: number, to: number): TrafficHistory {
  const cut = (values: readonly number[] | undefined): readonly number[] | undefined => values?.slice(from, to);
  return historyOf(
    edges.map((each) => ({ ...each, rate: cut(each.rate), errorRatio: cut(each.errorRatio), p95: cut(each.p95) })),
    to - from,
    from
  );
}

function inPieces(
  random: Random,
  rules: readonly ThresholdRule[],
  piece: (from: number, to: number) => TrafficHistory
): { readonly edges: number[][]; readonly transitions: Transition[] } {
  const transitions: Transition[] = [];
  const edges: number[][] = [];
  let carried: CarriedStates | undefined;
  for (let from = 0; from < BUCKETS;) {
    const to = Math.min(BUCKETS, from + 1 + Math.floor(random() * 12));
    const history = piece(from, to);
    const result = continueThresholds(history, rules, carried);
    carried = result.carried;
    transitions.push(...result.states.transitions);
    history.edges.ids.forEach((_, row) => {
      const own = result.states.edges.subarray(row * (to - from), (row + 1) * (to - from));
      edges[row] = [...(edges[row] ?? []), ...own];
    });
    from = to;
  }
  return { edges, transitions };
}

test('T15 pieces give the states and transitions of the whole', () => {
  forSeeds(CASES / 3, (seed) => {
    const random = seededRandom(seed + 3000);
    const edges = randomEdges(random);
    const rules = randomRules(random);
    const whole = evaluateThresholds(sliced(edges, 0, BUCKETS), rules);
    const pieces = inPieces(random, rules, (from, to) => sliced(edges, from, to));
    expect(pieces.edges.flat()).toEqual([...whole.edges]);
    expect(pieces.transitions).toEqual(whole.transitions);
  });
});

test('T15 so do pieces that leave out edges without data', () => {
  forSeeds(CASES / 3, (seed) => {
    const random = seededRandom(seed + 4000);
    const edges = randomEdges(random);
    const rules = randomRules(random).filter(({ scope }) => scope === 'edge');
    const isEdge = ({ scope }: Transition): boolean => scope === 'edge';
    const whole = evaluateThresholds(sliced(edges, 0, BUCKETS), rules);
    const pieces = inPieces(random, rules, (from, to) =>
      sliced(
        edges.filter(({ rate }) => rate?.slice(from, to).some((value) => value === value)),
        from,
        to
      )
    );
    expect(pieces.transitions.filter(isEdge)).toEqual(whole.transitions.filter(isEdge));
  });
});

test('T27 steps of several evaluations in turns give what each gives at once', () => {
  const random = seededRandom(5000);
  const cases = Array.from({ length: 12 }, () => ({ edges: randomEdges(random), rules: randomRules(random) }));
  const running = cases.map(({ edges, rules }) => thresholdSteps(sliced(edges, 0, BUCKETS), rules));
  const done: unknown[] = [];
  let steps = 0;
  while (running.some((_, index) => done[index] === undefined)) {
    const index = Math.floor(random() * running.length);
    const step = done[index] === undefined ? running[index].next() : undefined;
    steps += step ? 1 : 0;
    if (step?.done) {
      done[index] = step.value;
    }
  }
  expect(done).toEqual(cases.map(({ edges, rules }) => evaluateThresholds(sliced(edges, 0, BUCKETS), rules)));
  expect(steps).toBeGreaterThan(cases.length * 10);
});

test('T27 T17 a history of many steps gives each subject what its edges alone give', () => {
  const random = seededRandom(6000);
  const services = 90;
  const edges = Array.from({ length: 9000 }, (_, index): TestEdge => {
    const [from, to] = [index % services, Math.floor(index / services) % services];
    return {
      from: `g${from % 7}/s${from}`,
      to: `g${to % 7}/s${to}`,
      rate: wander(random, BUCKETS),
      errorRatio: wander(random, BUCKETS).map((value) => value / 5),
      p95: wander(random, BUCKETS),
    };
  });
  const rules = randomRules(random);
  const history = historyOf(edges, BUCKETS);
  const whole = evaluateThresholds(history, rules);
  expect([...thresholdSteps(history, rules)].length).toBeGreaterThan(20);
  for (const row of [0, 17, services - 1]) {
    const id = history.nodes.ids[row];
    const own = historyOf(
      edges.filter(({ to }) => to === id),
      BUCKETS
    );
    const { nodes } = evaluateThresholds(own, rules);
    const at = own.nodes.ids.indexOf(id) * BUCKETS;
    expect([...nodes.subarray(at, at + BUCKETS)]).toEqual([
      ...whole.nodes.subarray(row * BUCKETS, (row + 1) * BUCKETS),
    ]);
  }
});

test('T15 memory of other rules is not used', () => {
  const rule: ThresholdRule = { scope: 'edge', metric: 'p95', direction: 'above', danger: 1, holdSeconds: 30 };
  const edges = [{ from: 'a', to: 'b', p95: [5, 5, 5, 5] }];
  const { carried } = continueThresholds(sliced(edges, 0, 3), [rule]);
  const next = sliced(edges, 3, 4);
  expect([...continueThresholds(next, [{ ...rule }], carried).states.edges]).toEqual([STATE_DANGER]);
  expect([...continueThresholds(next, [{ ...rule, danger: 2 }], carried).states.edges]).toEqual([STATE_NORMAL]);
});

test('T15 what has been silent for over a day is forgotten', () => {
  const rule: ThresholdRule = { scope: 'edge', metric: 'p95', direction: 'above', danger: 1 };
  const first = continueThresholds(historyOf([{ from: 'a', to: 'b', p95: [5] }], 1), [rule]);
  const other = [{ from: 'c', to: 'd', p95: [0] }];
  const soon = continueThresholds(historyOf(other, 1, 10), [rule], first.carried);
  expect(soon.carried.subjects.has('edge a→b')).toBe(true);
  const dayInBuckets = (24 * 60 * 60) / STEP_SECONDS;
  const later = continueThresholds(historyOf(other, 1, dayInBuckets + 1), [rule], soon.carried);
  expect(later.carried.subjects.has('edge a→b')).toBe(false);
});
