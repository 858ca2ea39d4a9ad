import { readFileSync } from 'node:fs';
import { TEST_IDS } from '../../src/panel/testIds';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE, SCENARIO } from '../support/browser/traffic';
import type { WorkbenchPage } from '../support/browser/workbenchPage';

const session = useSession();

const ADDRESS = { scenario: `simulated-${SCENARIO}`, ...INCIDENT_RANGE } as const;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: ReadonlyArray<{ readonly html: string }>;
}

/** Serious and critical violations within the panel, one line each. */
async function seriousViolations({ page }: WorkbenchPage): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: { run: (context: string) => Promise<{ violations: readonly Violation[] }> };
    };
    return (await axe.run(selector)).violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(({ html }) => ({ html })),
    }));
  }, `[data-testid="${TEST_IDS.panel}"]`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

describe('accessibility', () => {
  it.each(['dark', 'light'] as const)('finds nothing serious on the map, in details and table, %s', async (theme) => {
    const workbench = await session.open({ ...ADDRESS, theme });
    const { page, map } = workbench;
    await workbench.mapReady();
    await workbench.notices.or(map).first().waitFor();
    expect(await seriousViolations(workbench)).toEqual([]);
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await workbench.details.waitFor();
    await page.keyboard.press('/');
    await page.getByLabel('Find a service or group').fill('cart');
    await page.getByLabel('Found elsewhere').waitFor();
    expect(await seriousViolations(workbench)).toEqual([]);
    await page.keyboard.press('Escape');
    await map.focus();
    await page.keyboard.press('t');
    await workbench.table.waitFor();
    expect(await seriousViolations(workbench)).toEqual([]);
  });

  it('leads by keyboard alone into a group, to a service, its details, the table, the replay, and back', async () => {
    const workbench = await session.open({ ...ADDRESS, options: { detail: 'services' } });
    const { page } = workbench;
    const press = (key: string) => page.keyboard.press(key);
    await workbench.mapReady();
    // The only way in: Tab from the page to the map.
    const onMap = () => page.evaluate((id) => document.activeElement?.getAttribute('data-testid') === id, TEST_IDS.map);
    for (let tabs = 0; tabs < 30 && !(await onMap()); tabs++) {
      await press('Tab');
    }
    expect(await onMap()).toBe(true);
    await press('ArrowRight');
    await press('Enter');
    await workbench.breadcrumbs.waitFor();
    await press('ArrowRight');
    await press('Space');
    await workbench.details.waitFor();
    await press('Escape');
    await workbench.details.waitFor({ state: 'detached' });
    await press('t');
    await workbench.table.waitFor();
    await workbench.closeTable();
    const time = page.getByLabel('Time shown');
    const before = await time.getAttribute('aria-valuetext');
    const onTime = () => time.evaluate((element) => element === document.activeElement);
    for (let tabs = 0; tabs < 20 && !(await onTime()); tabs++) {
      await press('Tab');
    }
    expect(await onTime()).toBe(true);
    await press('ArrowLeft');
    expect(await time.getAttribute('aria-valuetext')).not.toBe(before);
    for (let tabs = 0; tabs < 20 && !(await onMap()); tabs++) {
      await press('Shift+Tab');
    }
    await press('Escape');
    await workbench.breadcrumbs.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });
});
