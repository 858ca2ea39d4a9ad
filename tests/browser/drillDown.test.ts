import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE, SCENARIO } from '../support/browser/traffic';

const session = useSession();

const ADDRESS = { scenario: `simulated-${SCENARIO}`, ...INCIDENT_RANGE } as const;

describe('drilling down', () => {
  it('goes into the worst group and back by keyboard', async () => {
    const workbench = await session.open(ADDRESS);
    await workbench.mapReady();
    await workbench.map.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.summary.getByText(/^us-east, group of \d+ services/).waitFor({ state: 'attached' });

    await workbench.page.keyboard.press('Enter');
    await workbench.crumb('us-east').waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.breadcrumbs.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('goes into a group by double click and back by the breadcrumbs', async () => {
    const workbench = await session.open(ADDRESS);
    await workbench.mapReady();
    const place = await workbench.placeOf('us-east');
    await workbench.map.dblclick({ position: place });
    await workbench.crumb('us-east').waitFor();

    await workbench.breadcrumbs.getByRole('button').nth(1).click();
    await workbench.breadcrumbs.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('goes through all levels to one service and its neighbours', async () => {
    const workbench = await session.open({ ...ADDRESS, options: { detail: 'groups' } });
    await workbench.mapReady();
    await workbench.openInTable('us-east');
    await workbench.crumb('us-east').waitFor();
    await workbench.openInTable('shop');
    await workbench.crumb('shop').waitFor();
    expect(await workbench.namesInTable()).toContain('cart');
    expect(workbench.errors.messages).toEqual([]);
  });
});
