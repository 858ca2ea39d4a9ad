import { act, fireEvent, screen, within } from '@testing-library/react';
import { TEST_IDS } from './testIds';
import { installResizeObserver, lastView, small } from './testing/actions';
import { renderPanel } from './testing/renderPanel';

beforeAll(installResizeObserver);

describe('replay', () => {
  it('shows the bucket that the time line points at, in the dashboard’s time zone', async () => {
    const panel = await renderPanel(small());
    const bar = screen.getByTestId(TEST_IDS.replay);
    expect(lastView(panel).time).toBe(120_000);
    fireEvent.change(within(bar).getByLabelText('Time shown'), { target: { value: '0' } });
    expect(lastView(panel).time).toBe(60_000);
    expect(within(bar).getByLabelText('Time shown')).toHaveAttribute(
      'aria-valuetext',
      '00:01:00: 0 in danger, 1 in warning'
    );
    fireEvent.click(within(bar).getByText('Now'));
    expect(lastView(panel).time).toBe(120_000);
  });

  it('plays to the end and is live again', async () => {
    const panel = await renderPanel(small());
    jest.useFakeTimers();
    fireEvent.click(screen.getByLabelText('Replay the time range'));
    expect(lastView(panel).time).toBe(60_000);
    act(() => {
      jest.advanceTimersByTime(60_000);
    });
    expect(lastView(panel).time).toBe(120_000);
    expect(screen.getByLabelText('Replay the time range')).toBeInTheDocument();
    jest.useRealTimers();
  });
});
