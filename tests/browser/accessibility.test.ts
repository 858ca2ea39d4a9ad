import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { TEST_IDS } from '../../src/panel/testIds';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE, SCENARIO } from '../support/browser/traffic';
import type { WorkbenchPage } from '../support/browser/workbenchPage';

const session = useSession();

const ADDRESS = { scenario: `simulated-${SCENARIO}`, ...INCIDENT_RANGE } as const;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: ReadonlyArray<{ readonly html: string }>;
}

/** What the rules find within a part of the page, of whatever weight, one line each. */
async function violations(
  { page }: WorkbenchPage,
  part = `[data-testid="${TEST_IDS.panel}"]`
): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: { run: (context: string) => Promise<{ violations: readonly Violation[] }> };
    };
    return (await axe.run(selector)).violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }));
  }, part);
  return found.flatMap(({ id, html }) => html.map((text) => `${id}: ${text}`));
}

/** Opens everything that is folded in the query editor, and adds one row to each of its lists. */
async function unfold({ page }: WorkbenchPage): Promise<void> {
  const editor = page.getByLabel('Query editor', { exact: true });
  await editor.getByText('Simulated', { exact: true }).click({ force: true });
  await page.getByRole('listbox').getByText('Prometheus', { exact: true }).first().click();
  // Pressed by script: what is looked at is how they stand then.
  const press = (buttons: Locator) =>
    buttons.evaluateAll(async (all) => {
      for (const button of all) {
        (button as HTMLElement).click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
  const folded = editor.locator('button[aria-expanded="false"]');
  await folded.first().waitFor();
  while ((await folded.count()) > 0) {
    await press(folded);
  }
  const [adding, removing] = [/^Add (?!definition)/, /^Remove /].map((name) => editor.getByRole('button', { name }));
  const [added, before] = [await adding.count(), await removing.count()];
  await press(adding);
  expect(await removing.count()).toBeGreaterThanOrEqual(before + added);
}

describe('accessibility', () => {
  it.each(['dark', 'light'] as const)('finds nothing on the map, in details and table, %s', async (theme) => {
    const workbench = await session.open({ ...ADDRESS, theme });
    const { page, map } = workbench;
    await workbench.mapReady();
    await workbench.notices.or(map).first().waitFor();
    expect(await violations(workbench)).toEqual([]);
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await workbench.details.waitFor();
    await page.keyboard.press('/');
    await page.getByLabel('Find a service or group').fill('cart');
    await page.getByLabel('Found elsewhere').waitFor();
    expect(await violations(workbench)).toEqual([]);
    await page.keyboard.press('Escape');
    await map.focus();
    await page.keyboard.press('t');
    await workbench.table.waitFor();
    expect(await violations(workbench)).toEqual([]);
  });

  it.each(['dark', 'light'] as const)('finds nothing in the options and the query editor, %s', async (theme) => {
    const rule = { scope: 'edge', metric: 'classRatio', direction: 'above', warning: 0.1 };
    const workbench = await session.open(
      {
        scenario: 'simulated-small',
        ...INCIDENT_RANGE,
        theme,
        edit: true,
        width: 300,
        height: 220,
        options: {
          layout: { name: 'grid' },
          motion: 'still',
          kinds: [{ pattern: '(', kind: 'cache' }],
          thresholds: { rules: [rule, { ...rule, scope: 'node', metric: 'custom' }] },
        },
      },
      // No Prometheus answers here.
      { expectedErrors: /status of/ }
    );
    await workbench.mapReady();
    expect(await violations(workbench, '[aria-label="Panel options"]')).toEqual([]);
    await unfold(workbench);
    expect(await violations(workbench, '[aria-label="Query editor"]')).toEqual([]);
    await workbench.page.locator('.cm-content[aria-label="Requests"]').click();
    await workbench.page.keyboard.type('sum(ra');
    await workbench.page.getByRole('option').filter({ hasText: 'rate' }).first().waitFor();
    expect(await violations(workbench, '[aria-label="Query editor"]')).toEqual([]);
    // The list is scrolled by the arrow keys of the field, which keeps the focus: no region to be focused itself.
    const found = await violations(workbench, '.cm-tooltip-autocomplete');
    expect(found.filter((line) => !line.startsWith('scrollable-region-focusable'))).toEqual([]);
  });

  it.each(['dark', 'light'] as const)('finds nothing in the settings of the data source, %s', async (theme) => {
    const workbench = await session.open({ page: 'config', theme });
    await workbench.page.getByText('Where your metrics are').waitFor();
    expect(await violations(workbench, 'main')).toEqual([]);
  });

  it.each(['variable', 'annotation'] as const)('finds nothing in the editor of a dashboard’s %s', async (page) => {
    const workbench = await session.open({ page, scenario: 'simulated-small', theme: 'light' });
    await workbench.page.getByLabel('Definition simulated').waitFor();
    await workbench.page.getByRole('button', { name: /^Preview of/ }).click();
    await workbench.page.getByRole('list', { name: /^Preview of/ }).waitFor();
    expect(await violations(workbench, 'main')).toEqual([]);
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
