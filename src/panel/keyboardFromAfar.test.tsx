import { act, screen } from '@testing-library/react';
import type { LayoutResult } from '../core/model/layout';
import type { TrafficView } from '../core/model/view';
import { aggregateView } from '../core/view/far';
import { cellClusters, groupClusters, ownClusters, type Clusters } from '../core/view/far/clusters';
import { TEST_IDS } from './testIds';
import { installResizeObserver, pressKey, small } from './testing/actions';
import { renderPanel, settle, type PanelUnderTest } from './testing/renderPanel';

beforeAll(installResizeObserver);

/** What the cursor is on, in the words of the screen reader. */
const said = () => screen.getByTestId(TEST_IDS.summary).lastElementChild?.textContent ?? '';

/** A map whose scene draws its services from afar, joined as told, from left to right. */
async function fromAfar(join: (own: Clusters) => Clusters): Promise<PanelUnderTest> {
  const panel = await renderPanel({ ...small(), options: { detail: 'services' } });
  const { init, calls } = panel.scenes.made[0];
  const [view, layout] = calls.setView.mock.calls.at(-1) as [TrafficView, LayoutResult];
  const far = aggregateView(view, join(ownClusters(view.nodes)));
  const positions = Float32Array.from({ length: 2 * far.nodes.count }, (_, at) => (at % 2 === 0 ? 4 * at : 0));
  act(() => init.onShown?.(far, { ...layout, positions }));
  await settle();
  return panel;
}

describe('the keyboard on a map that is seen from afar', () => {
  it('begins at the group in trouble, and goes along the flows between groups and back', async () => {
    await fromAfar((own) => groupClusters(own, 2));
    await pressKey('ArrowRight');
    expect(said()).toMatch(/^shop, group of 2 services/);
    await pressKey('ArrowLeft');
    expect(said()).toMatch(/^odd/);
    await pressKey('ArrowLeft');
    expect(said()).toMatch(/^odd/);
    await pressKey('ArrowRight');
    expect(said()).toMatch(/^shop, group of 2 services/);
  });

  it('shows what a group holds, opens it, and leads back level by level', async () => {
    await fromAfar((own) => groupClusters(own, 2));
    await pressKey('ArrowRight');
    await pressKey(' ');
    expect(screen.getByLabelText('Details of shop')).toBeInTheDocument();
    await pressKey('Escape');
    expect(screen.queryByTestId(TEST_IDS.details)).toBeNull();
    await pressKey('Enter');
    expect(screen.getByTestId(TEST_IDS.breadcrumbs)).toHaveTextContent('shop');
    await pressKey('Escape');
    await pressKey('Escape');
    expect(screen.queryByTestId(TEST_IDS.breadcrumbs)).toBeNull();
  });

  it('pins and moves nothing that has no place of its own', async () => {
    const panel = await fromAfar((own) => groupClusters(own, 2));
    await pressKey('ArrowRight');
    await pressKey('p');
    await pressKey('ArrowRight', true);
    expect(panel.stored).toEqual([]);
    await pressKey(' ');
    expect(screen.queryByText('Pin here')).toBeNull();
  });

  it('brings neighbours that are drawn as one near, where no group holds them', async () => {
    const panel = await fromAfar((own) => cellClusters(own, new Float32Array(6), 10));
    await pressKey('ArrowRight');
    await pressKey('Enter');
    expect(panel.scenes.made[0].calls.reveal).toHaveBeenLastCalledWith([0, 1, 2]);
    expect(screen.queryByTestId(TEST_IDS.breadcrumbs)).toBeNull();
  });
});
