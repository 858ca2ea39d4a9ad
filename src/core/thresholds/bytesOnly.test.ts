import type { ThresholdRule } from '../model/threshold';
import { STATE_DANGER, STATE_NORMAL } from '../model/state';

import { DEFAULT_THRESHOLDS } from './defaultThresholds';
import { evaluateThresholds } from './evaluateThresholds';
import { historyOf } from './testHistory';

const FLOWS = historyOf(
  [
    { from: 'eu/web', to: 'eu/files', bytes: [9e6, 9e6] },
    { from: 'eu/web', to: 'eu/api', bytes: [10, 10] },
  ],
  2
);
const scopes = ['edge', 'node', 'group'] as const;
const rules = (rule: Omit<ThresholdRule, 'scope'>): ThresholdRule[] => scopes.map((scope) => ({ ...rule, scope }));

describe('T29 flows whose bytes alone are known', () => {
  test('are judged by rules on bytes: edges, services and groups', () => {
    const { edges, nodes, groups } = evaluateThresholds(
      FLOWS,
      rules({ metric: 'bytes', direction: 'above', danger: 1e6 })
    );
    expect([...edges]).toEqual([STATE_DANGER, STATE_DANGER, STATE_NORMAL, STATE_NORMAL]);
    // api, files, and web, which nobody calls: what goes out.
    expect([...nodes]).toEqual([0, 0, STATE_DANGER, STATE_DANGER, STATE_DANGER, STATE_DANGER]);
    expect([...groups]).toEqual([STATE_DANGER, STATE_DANGER]);
  });

  test('are not judged by rules on requests, errors or latency, in either direction', () => {
    const blind = (['rate', 'errorRatio', 'p95', 'rateToBaseline'] as const).flatMap((metric) => [
      ...rules({ metric, direction: 'below', danger: 1e9 }),
      ...rules({ metric, direction: 'above', danger: 0 }),
    ]);
    for (const each of [blind, DEFAULT_THRESHOLDS]) {
      const { edges, nodes, groups, transitions } = evaluateThresholds(FLOWS, each);
      expect([...edges, ...nodes, ...groups].every((state) => state === STATE_NORMAL)).toBe(true);
      expect(transitions).toEqual([]);
    }
  });
});
