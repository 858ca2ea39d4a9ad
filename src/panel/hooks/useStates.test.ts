import { act, renderHook } from '@testing-library/react';
import { smallResult } from '../../../tests/support/trafficResult';
import type { TrafficResult } from '../../core/model/result';
import type { ThresholdRule } from '../../core/model/threshold';
import { evaluateThresholds } from '../../core/thresholds';
import { useStates } from './useStates';

const STRICT: readonly ThresholdRule[] = [{ scope: 'edge', metric: 'rate', direction: 'above', danger: 0.001 }];
const LOOSE: readonly ThresholdRule[] = [{ scope: 'edge', metric: 'rate', direction: 'above', danger: 1e9 }];

/** Pauses after every step, until `finish` is called. */
function setUp(cellsAtOnce: number) {
  const paused: Array<() => void> = [];
  const judging = {
    cellsAtOnce,
    slicing: { budgetMs: 0, now: () => 0, pause: (resume: () => void) => paused.push(resume) },
  };
  const hook = renderHook(
    ({ result, rules }: { result?: TrafficResult; rules?: readonly ThresholdRule[] }) =>
      useStates(result, rules, judging),
    { initialProps: {} }
  );
  const finish = () =>
    act(() => {
      while (paused.length > 0) {
        paused.shift()?.();
      }
    });
  return { ...hook, finish, waits: () => paused.length, shown: () => hook.result.current };
}

const judge = (result: TrafficResult, rules: readonly ThresholdRule[]) => evaluateThresholds(result.history, rules);

test('P1 small traffic is judged at once', () => {
  const { rerender, shown, waits } = setUp(Infinity);
  const result = smallResult();
  rerender({ result, rules: STRICT });
  expect(waits()).toBe(0);
  expect(shown()).toEqual({ result, states: judge(result, STRICT) });
});

test('the states that the query brought are taken for its own rules, however great', () => {
  const { rerender, shown, waits } = setUp(0);
  const result = smallResult();
  rerender({ result, rules: result.thresholds });
  expect(waits()).toBe(0);
  expect(shown()?.states).toBe(result.states);
  rerender({});
  expect(shown()).toBeUndefined();
});

test('P2 great traffic shows what was judged last until it is judged itself', () => {
  const { rerender, shown, finish } = setUp(0);
  const first = smallResult();
  rerender({ result: first, rules: STRICT });
  expect(shown()?.states).toBe(first.states);
  finish();
  expect(shown()).toMatchObject({ result: first, states: judge(first, STRICT) });
  expect(judge(first, STRICT).edges).not.toEqual(judge(first, LOOSE).edges);

  const second = smallResult();
  rerender({ result: second, rules: STRICT });
  expect(shown()?.result).toBe(first);
  rerender({ result: second, rules: LOOSE });
  expect(shown()).toMatchObject({ result: first, states: judge(first, STRICT) });
  finish();
  expect(shown()?.result).toBe(second);
  expect(shown()?.states).toEqual(judge(second, LOOSE));
});

test('P3 newer rules end the work on older ones, and nothing goes on once the panel is gone', () => {
  const { rerender, shown, finish, waits, unmount } = setUp(0);
  const result = smallResult();
  rerender({ result, rules: STRICT });
  rerender({ result, rules: LOOSE });
  finish();
  expect(shown()?.states).toEqual(judge(result, LOOSE));
  rerender({ result, rules: STRICT });
  expect(waits()).toBe(1);
  unmount();
  finish();
  expect(shown()?.states).toEqual(judge(result, LOOSE));
});

test('what was judged before something newer was shown at once does not come back', () => {
  const { rerender, shown, finish } = setUp(0);
  const first = smallResult();
  rerender({ result: first, rules: STRICT });
  finish();
  const second = smallResult();
  rerender({ result: second, rules: second.thresholds });
  expect(shown()?.result).toBe(second);
  rerender({ result: second, rules: STRICT });
  expect(shown()).toEqual({ result: second, states: second.states });
});
