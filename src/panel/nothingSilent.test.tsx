import { fireEvent, screen, within } from '@testing-library/react';
import { bytesOnlyResult, smallResult } from '../../tests/support/trafficResult';
import type { TrafficResult } from '../core/model/result';
import type { StoredOptions } from './options/defaults';
import { installResizeObserver, lastView } from './testing/actions';
import { framesOf, renderPanel } from './testing/renderPanel';
import { TEST_IDS } from './testIds';

beforeAll(installResizeObserver);

const bare = (result: TrafficResult) => ({ series: framesOf({ ...result, notices: [] }) });

/** The last moment of a result alone, as an instant query has it. */
function atOnce(): TrafficResult {
  const result = smallResult();
  const { history } = result;
  const last = (column: Float32Array) => column.filter((_, cell) => cell % 2 === 1);
  const { rates, errorRatio, p95, bytes, ...edges } = history.edges;
  return {
    ...result,
    states: { ...result.states, edges: new Uint8Array(3), nodes: new Uint8Array(3), groups: new Uint8Array(2) },
    history: {
      ...history,
      times: history.times.slice(1),
      edges: {
        ...edges,
        rates: rates.map(last),
        errorRatio: last(errorRatio),
        p95: p95 && last(p95),
        bytes: bytes && last(bytes),
      },
    },
  };
}

/** What the panel says of its data with these options, in words; '' where it says nothing. */
async function told(result: TrafficResult, options: StoredOptions): Promise<string> {
  await renderPanel({ data: bare(result), options });
  const bar = screen.queryByTestId(TEST_IDS.notices);
  if (bar === null) {
    return '';
  }
  fireEvent.click(within(bar).getByRole('button'));
  return bar.textContent ?? '';
}

describe('no option does nothing silently', () => {
  it.each(['none', 'rate', 'errorRatio', 'p95', 'change'] as const)(
    'the label "%s" is written where its numbers are known, without a word about it',
    async (edge) => {
      expect(await told(smallResult(), { labels: { edge } })).toBe('');
    }
  );

  it('requests and bytes are both a rate', async () => {
    expect(await told(bytesOnlyResult(), { labels: { edge: 'rate' } })).toBe('');
  });

  it.each([
    ['errorRatio', bytesOnlyResult, 'the data has no error ratio'],
    ['p95', bytesOnlyResult, 'the data has no p95 latency'],
    ['change', atOnce, 'no earlier moment says what is usual'],
  ] as const)('the label "%s" says where it has nothing to write', async (edge, result, words) => {
    expect(await told(result(), { labels: { edge } })).toContain(`Nothing is written on edges: ${words}`);
  });

  it('without a baseline, the mean of the time before is what is usual on edges', async () => {
    const panel = await renderPanel({ data: bare(smallResult()), options: { labels: { edge: 'change' } } });
    const { edges } = lastView(panel);
    expect([...(edges.baseline ?? [])]).toEqual([2, 3, 9]);
    await panel.show({ options: { labels: { edge: 'rate' } } });
    expect(lastView(panel).edges.baseline).toBeUndefined();
  });

  it('thresholds of the panel whose metric is not in the data are told', async () => {
    const limits = { p95: { source: 'here', warning: 1 } } as const;
    const rules = [{ scope: 'node', metric: 'saturation', direction: 'above', danger: 1 }] as const;
    const words = await told(bytesOnlyResult(), { thresholds: { rules, edges: limits } });
    expect(words).toContain('Threshold 1 of the panel judges nothing: the data has no saturation.');
    expect(words).toContain('Threshold 2 of the panel judges nothing: the data has no p95 latency.');
    expect(words).not.toContain('Threshold 3');
  });
});
