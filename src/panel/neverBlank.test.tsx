import { act, fireEvent, screen, within } from '@testing-library/react';
import { createDataFrame, LoadingState, toDataFrame } from '@grafana/data';
import { emptyResult, smallResult } from '../../tests/support/trafficResult';
import type { TrafficResult } from '../core/model/result';
import { TEST_IDS } from './testIds';
import { installResizeObserver, small } from './testing/actions';
import { fakeScenes } from './testing/fakeScene';
import { framesOf, renderPanel, settle } from './testing/renderPanel';

beforeAll(installResizeObserver);

describe('never blank', () => {
  const message = () => screen.getByTestId(TEST_IDS.message);

  it('is quiet while the first data loads', async () => {
    await renderPanel({ data: { state: LoadingState.Loading } });
    expect(message()).toHaveTextContent('Loading traffic');
  });

  it('says that there is no data', async () => {
    await renderPanel({ data: {} });
    expect(message()).toHaveTextContent('The query returned nothing');
  });

  it('says what a data source says of an answer without data', async () => {
    const notices = [{ severity: 'info', text: 'Nothing is asked yet.' }] as const;
    await renderPanel({ data: { series: [createDataFrame({ fields: [], meta: { notices: [...notices] } })] } });
    expect(message()).toHaveTextContent('Nothing is asked yet.');
    expect(message()).not.toHaveTextContent(/time range|not traffic/);
  });

  it('says why frames are not traffic', async () => {
    const series = [toDataFrame({ fields: [{ name: 'colour', values: ['red'] }] })];
    await renderPanel({ data: { series } });
    expect(message()).toHaveTextContent('This data is not traffic yet');
    expect(message()).toHaveTextContent('panel options → Data');
  });

  it('says why no edge came of the series', async () => {
    const empty: TrafficResult = {
      ...emptyResult(),
      counts: [
        {
          definitionId: 'mesh',
          series: 12,
          samples: 24,
          missingLabel: { source_workload: 12 },
          badSamples: 0,
          edges: 0,
        },
      ],
    };
    await renderPanel({ data: { series: framesOf(empty) } });
    expect(message()).toHaveTextContent('mesh: 12 series → all 12 without the label "source_workload" → 0 edges.');
    expect(message()).toHaveTextContent('Graphite: Graphite is slow');
  });

  it('folds notices away again by Escape, and by a press elsewhere', async () => {
    await renderPanel({ data: { series: framesOf(smallResult()) } });
    const notices = screen.getByTestId(TEST_IDS.notices);
    const chip = within(notices).getByRole('button');
    fireEvent.click(chip);
    const list = within(notices).getByRole('list');
    fireEvent.pointerDown(list);
    expect(chip).toHaveAttribute('aria-expanded', 'true');
    fireEvent.keyDown(list, { key: 'Escape' });
    expect(list).not.toBeInTheDocument();
    expect(chip).toHaveFocus();
    fireEvent.click(chip);
    fireEvent.pointerDown(screen.getByTestId(TEST_IDS.map));
    expect(chip).toHaveAttribute('aria-expanded', 'false');
  });

  it('shows an error of the query with its status', async () => {
    await renderPanel({
      data: { state: LoadingState.Error, errors: [{ refId: 'A', message: 'upstream refused', status: 502 }] },
    });
    expect(message()).toHaveAttribute('data-severity', 'error');
    expect(message()).toHaveTextContent('Query A: upstream refused (status 502)');
  });

  it('keeps the last map while newer queries fail, says since when, and recovers', async () => {
    const panel = await renderPanel(small());
    await panel.show({ data: { state: LoadingState.Error, errors: [{ message: 'connection refused' }] } });
    expect(screen.queryByTestId(TEST_IDS.message)).toBeNull();
    fireEvent.click(within(screen.getByTestId(TEST_IDS.notices)).getByRole('button'));
    expect(screen.getByTestId(TEST_IDS.notices)).toHaveTextContent('Stale since 1970-01-01 00:02:00');
    expect(screen.getByTestId(TEST_IDS.notices)).toHaveTextContent('connection refused');
    await panel.show(small());
    expect(screen.getByTestId(TEST_IDS.notices)).not.toHaveTextContent('Stale');
  });

  it('shows the table where there is no WebGL 2', async () => {
    const panel = await renderPanel(small(), fakeScenes(true));
    expect(panel.scenes.made).toHaveLength(0);
    expect(message()).toHaveTextContent('This browser gives no WebGL 2');
    expect(within(screen.getByTestId(TEST_IDS.table)).getByRole('button', { name: 'checkout' })).toBeInTheDocument();
  });

  it('shows the table where the scene’s code does not arrive', async () => {
    await renderPanel(small(), { ...fakeScenes(), load: () => Promise.reject(new Error('ChunkLoadError')) });
    expect(message()).toHaveTextContent('The map could not be loaded');
    expect(screen.getByTestId(TEST_IDS.table)).toBeInTheDocument();
  });

  it('says that the context is lost, and is back when the browser gives it back', async () => {
    const panel = await renderPanel(small());
    act(() => panel.scenes.made[0].init.onContextLost(true));
    expect(message()).toHaveTextContent('took the graphics context away');
    act(() => panel.scenes.made[0].init.onContextLost(false));
    expect(screen.queryByTestId(TEST_IDS.message)).toBeNull();
  });

  it('takes a new canvas when a lost context does not come back', async () => {
    const panel = await renderPanel(small());
    const first = screen.getByTestId(TEST_IDS.canvas);
    jest.useFakeTimers();
    act(() => panel.scenes.made[0].init.onContextLost(true));
    act(() => {
      jest.advanceTimersByTime(3000);
    });
    jest.useRealTimers();
    await settle();
    expect(screen.getByTestId(TEST_IDS.canvas)).not.toBe(first);
    expect(panel.scenes.made).toHaveLength(2);
    expect(panel.scenes.made[0].calls.dispose).toHaveBeenCalledTimes(1);
    expect(screen.queryByTestId(TEST_IDS.message)).toBeNull();
  });

  it('gives its context back when it has been out of view for a while, and takes one on return', async () => {
    const look = await withObserver(async (see) => {
      const panel = await renderPanel(small());
      expect(panel.scenes.made).toHaveLength(0);
      see(true);
      await settle();
      expect(panel.scenes.made).toHaveLength(1);
      jest.useFakeTimers();
      see(false);
      act(() => {
        jest.advanceTimersByTime(2000);
      });
      jest.useRealTimers();
      expect(panel.scenes.made[0].calls.dispose).toHaveBeenCalledTimes(1);
      see(true);
      await settle();
      return panel.scenes.made.length;
    });
    expect(look).toBe(2);
  });
});

/** Runs a test in a browser that observes intersections, which jsdom does not. */
async function withObserver<Result>(
  test: (see: (isIntersecting: boolean) => void) => Promise<Result>
): Promise<Result> {
  let notify: (entries: Array<{ isIntersecting: boolean }>) => void = () => undefined;
  const observer = class {
    constructor(callback: typeof notify) {
      notify = callback;
    }
    observe() {}
    disconnect() {}
  };
  Object.assign(globalThis, { IntersectionObserver: observer });
  try {
    return await test((isIntersecting) => act(() => notify([{ isIntersecting }])));
  } finally {
    Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  }
}
