import { act, renderHook } from '@testing-library/react';
import { createDataFrame, type DataFrame, FieldType } from '@grafana/data';
import { smallResult } from '../../../tests/support/trafficResult';
import { encodeTraffic } from '../../frames/encode';
import { useDecoded } from './useDecoded';

const NO_MAPPING = {};
const framesOf = (name: string): readonly DataFrame[] => {
  const result = smallResult();
  const names = result.history.nodes.names.map((each) => `${each} of ${name}`);
  const history = { ...result.history, nodes: { ...result.history.nodes, names } };
  return encodeTraffic({ ...result, history }, { refId: 'A' });
};

/** Pauses after every step, until `finish` is called. */
function setUp(rowsAtOnce: number, first: readonly DataFrame[]) {
  const paused: Array<() => void> = [];
  const decoding = {
    rowsAtOnce,
    slicing: { budgetMs: 0, now: () => 0, pause: (resume: () => void) => paused.push(resume) },
  };
  const hook = renderHook(({ series }) => useDecoded(series, NO_MAPPING, 0, decoding), {
    initialProps: { series: first },
  });
  const finish = () =>
    act(() => {
      while (paused.length > 0) {
        paused.shift()?.();
      }
    });
  const shown = () => hook.result.current && (hook.result.current.result?.history.nodes.names[1] ?? 'problem');
  return { ...hook, finish, shown, waits: () => paused.length };
}

test('P1 small frames are read at once', () => {
  const { shown, waits, rerender } = setUp(6, framesOf('a'));
  expect(shown()).toBe('gateway of a');
  rerender({ series: framesOf('b') });
  expect(shown()).toBe('gateway of b');
  rerender({ series: [] });
  expect(shown()).toBe('problem');
  expect(waits()).toBe(0);
});

test('P2 great frames are read in steps; until then what was read last stays', () => {
  const { shown, finish, rerender } = setUp(5, framesOf('a'));
  expect(shown()).toBeUndefined();
  finish();
  expect(shown()).toBe('gateway of a');
  rerender({ series: framesOf('b') });
  expect(shown()).toBe('gateway of a');
  finish();
  expect(shown()).toBe('gateway of b');
});

test('P3 newer frames end the work on older ones, and nothing goes on once the panel is gone', () => {
  const { shown, finish, rerender, unmount, waits } = setUp(5, framesOf('a'));
  rerender({ series: framesOf('b') });
  finish();
  expect(shown()).toBe('gateway of b');
  rerender({ series: framesOf('c') });
  // Small ones were read since: they stay, and what came before them does not come back.
  rerender({ series: [] });
  finish();
  expect(shown()).toBe('problem');
  rerender({ series: framesOf('d') });
  expect(shown()).toBe('problem');
  expect(waits()).toBe(1);
  unmount();
  finish();
  expect(shown()).toBe('problem');
});

test('P2 one frame of many series is as great as all of them', () => {
  const wide = createDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, values: [1000, 2000] },
      ...['a', 'b', 'c'].map((target) => ({
        name: 'rate',
        type: FieldType.number,
        values: [1, 2],
        labels: { source: 'web', target },
      })),
    ],
  });
  const { result, finish, waits } = setUp(5, [wide]);
  expect(result.current).toBeUndefined();
  expect(waits()).toBe(1);
  finish();
  expect(result.current?.result?.history.edges.ids).toHaveLength(3);
});
