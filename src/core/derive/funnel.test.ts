import type { DeriveCounts, ShapeCounts } from '../model/result';

import { definitionSteps, nextThing, shapeSteps } from './funnel';

const COUNTS: DeriveCounts = {
  definitionId: 'mesh',
  series: 12,
  samples: 24,
  missingLabel: {},
  badSamples: 0,
  edges: 8,
};
const SHAPE: ShapeCounts = { edges: 8, idle: 0, hubs: 0, externals: 0, overLimit: 0, shown: 8 };
const texts = (steps: ReadonlyArray<{ readonly text: string }>) => steps.map(({ text }) => text).join(' → ');

describe('why it is empty', () => {
  it('D56: tells the way from series to edges, with what was lost where', () => {
    expect(texts(definitionSteps(COUNTS))).toBe('12 series → 8 edges');
    const lossy = { ...COUNTS, missingLabel: { to: 3 }, badSamples: 1, unjoined: 2, seriesOverLimit: 1500 };
    expect(texts(definitionSteps(lossy))).toBe(
      '12 series → 1,500 beyond the limit → 3 without the label "to" → 2 latency series without requests → 1 sample that is no usable number → 8 edges'
    );
    expect(definitionSteps(lossy).map(({ isLoss }) => isLoss)).toEqual([false, true, true, true, true, false]);
    expect(texts(definitionSteps({ ...COUNTS, samples: 0, edges: 0 }))).toBe(
      '12 series → no sample in this time range → 0 edges'
    );
    expect(texts(definitionSteps({ ...COUNTS, series: 0, edges: 0, failure: 'status 502' }))).toBe(
      'the upstream gave no answer'
    );
  });

  it('D87: tells how many names of metrics of services are on the map, as a loss where none is', () => {
    const nodeMetrics = [
      { name: 'CPU', names: 1200, joined: 3 },
      { name: '<b>', names: 1, joined: 0 },
    ];
    const steps = definitionSteps({ ...COUNTS, nodeMetrics });
    expect(texts(steps)).toBe(
      '12 series → 8 edges → 3 of 1,200 names of “CPU” on the map → 0 of 1 name of “<b>” on the map'
    );
    expect(steps.map(({ isLoss }) => isLoss)).toEqual([false, false, false, true]);
  });

  it('D56: tells what is hidden of the edges, and nothing where all are drawn', () => {
    expect(shapeSteps(undefined)).toEqual([]);
    expect(shapeSteps(SHAPE)).toEqual([]);
    expect(texts(shapeSteps({ edges: 20, idle: 9, hubs: 5, externals: 2, overLimit: 1, shown: 3 }))).toBe(
      '20 edges → 9 idle → 5 to hubs → 2 joined as others → 1 beyond the limit → 3 drawn'
    );
  });

  it('D56: says what to do next by the first stage that lost everything', () => {
    const empty = { ...COUNTS, edges: 0 };
    const none = { ...SHAPE, edges: 0, shown: 0 };
    expect(nextThing([COUNTS], SHAPE)).toBeUndefined();
    expect(nextThing([COUNTS], undefined)).toBeUndefined();
    expect(nextThing([{ ...empty, series: 0, samples: 0, failure: 'x' }], none)).toMatch(/Save & test/);
    expect(nextThing([{ ...empty, series: 0, samples: 0 }], none)).toMatch(/metric name/);
    expect(nextThing([{ ...empty, series: 0, samples: 0, recorded: true }], none)).toMatch(/^Load the recording rules/);
    expect(nextThing([{ ...empty, samples: 0 }], none)).toMatch(/time range/);
    const lacking = { ...empty, missingLabel: { to: 12 }, labelsThere: { app: 'web', pod: 'web-1' } };
    expect(nextThing([lacking], none)).toMatch(/such as "app", "pod"/);
    expect(nextThing([COUNTS], { ...SHAPE, idle: 8, shown: 0 })).toMatch(/idle edges longer/);
    expect(nextThing([COUNTS], { ...SHAPE, hubs: 8, shown: 0 })).toMatch(/hubs with one edge/);
  });
});
