import type { WorkbenchPage } from '../support/browser/workbenchPage';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE, SCENARIO } from '../support/browser/traffic';

const session = useSession();

const ADDRESS = { scenario: `simulated-${SCENARIO}`, ...INCIDENT_RANGE } as const;

const drag = async ({ page, map }: WorkbenchPage, from: { x: number; y: number }, by: { x: number; y: number }) => {
  const box = await map.boundingBox();
  if (box === null) {
    throw new Error('drag: the map is not to be seen');
  }
  await page.mouse.move(box.x + from.x, box.y + from.y);
  await page.mouse.down();
  await page.mouse.move(box.x + from.x + by.x / 2, box.y + from.y + by.y / 2, { steps: 4 });
  await page.mouse.move(box.x + from.x + by.x, box.y + from.y + by.y, { steps: 4 });
  await page.mouse.up();
};

describe('pins', () => {
  it('are made by dragging a node, hold through new data, and are taken away', async () => {
    const workbench = await session.open({ ...ADDRESS, edit: true });
    await workbench.mapReady();
    const from = await workbench.placeOf('us-east');
    await drag(workbench, from, { x: -30, y: 60 });
    await workbench.summary.getByText('us-east pinned').waitFor({ state: 'attached' });
    await workbench.page.getByText('1 node', { exact: true }).waitFor();
    await workbench.refresh();
    await workbench.page.getByRole('button', { name: 'Unpin all nodes of this level (P)' }).click();
    await workbench.summary.getByText('us-east unpinned').waitFor({ state: 'attached' });
    await workbench.page.getByText('None: drag a node on the map').waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });

  it('are made from the details, and let go there', async () => {
    const workbench = await session.open(ADDRESS);
    await workbench.mapReady();
    await workbench.map.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('Space');
    await workbench.details.getByRole('button', { name: 'Pin here' }).click();
    await workbench.details.getByRole('button', { name: 'Unpin' }).click();
    await workbench.details.getByRole('button', { name: 'Pin here' }).waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });
});
