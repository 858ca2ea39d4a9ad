import { releaseFrames } from '../support/browser/frameClock';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE } from '../support/browser/traffic';

const session = useSession();

const SMALL = { scenario: 'simulated-small', ...INCIDENT_RANGE, width: 700, height: 360 } as const;

const openMap = async () => {
  const workbench = await session.open(SMALL, { viewport: { width: 800, height: 520 } });
  await workbench.mapReady();
  const button = (name: string) => workbench.page.getByRole('button', { name, exact: true });
  return { workbench, page: workbench.page, button };
};

describe('the controls of the map', () => {
  it('find a service, show its details and neighbours, and lead back', async () => {
    const { workbench, page, button } = await openMap();
    await button('Find (/)').click();
    await page.getByLabel('Find a service or group').fill('orders');
    await page.getByText('2 of 5').waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Details of orders', { exact: true }).waitFor();
    await button('Close search').click();
    await workbench.details.getByRole('button', { name: 'Focus' }).click();
    await workbench.crumb('orders').waitFor();
    await button('Back (Esc)').click();
    await workbench.breadcrumbs.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('show the table, of services and connections, sorted as asked', async () => {
    const { workbench, page, button } = await openMap();
    await button('Show as table (t)').click();
    const { table } = workbench;
    await table.getByRole('button', { name: 'Name' }).click();
    const names = await table.locator('tbody tr td:nth-child(2)').allInnerTexts();
    expect(names).toEqual([...names].sort());
    expect(await table.locator('th', { hasText: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
    await table.getByText('Connections', { exact: true }).click({ force: true });
    await table.getByText('4 connections').waitFor();
    await table.getByRole('button', { name: /→/ }).first().click();
    await page.getByRole('complementary', { name: /^Details of / }).waitFor();
    await button('Close (Esc)').click();
    await button('Show the map (t)').click();
    await table.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('play the time range, at a speed of choice, and point at any time', async () => {
    const { workbench, page, button } = await openMap();
    const time = page.getByLabel('Time shown');
    const said = async () => (await time.getAttribute('aria-valuetext')) ?? '';
    expect(await said()).toMatch(/, now:/);

    const speed = page.getByLabel(/^Speed: /);
    const before = await speed.innerText();
    await speed.click();
    expect(await speed.innerText()).not.toBe(before);

    await button('Replay the time range').click();
    await button('Pause').click();
    await button('Replay the time range').waitFor();
    expect(await said()).not.toMatch(/, now:/);

    await time.press('End');
    const box = (await time.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width - 3, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    const [last, shown] = [Number(await time.getAttribute('max')), Number(await time.inputValue())];
    expect(Math.abs(shown - last / 2)).toBeLessThan(last / 5);
    await time.press('ArrowLeft');
    expect(Number(await time.inputValue())).toBe(shown - 1);

    await button('Now').click();
    expect(await said()).toMatch(/, now:/);
    expect(workbench.errors.messages).toEqual([]);
  });

  it.each([
    ['Picture (PNG)', /^traffic-.*\.png$/],
    ['Vizceral JSON', /^traffic-.*\.json$/],
  ])('save the map: %s', async (item, file) => {
    const { workbench, page, button } = await openMap();
    await button('Save').click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    await releaseFrames(page);
    expect((await download).suggestedFilename()).toMatch(file);
    expect(workbench.errors.messages).toEqual([]);
  });
});
