import { openOptions } from '../support/browser/optionsPane';
import { useSession } from '../support/browser/session';
import { SCENARIO } from '../support/browser/traffic';

const session = useSession();

describe('dashboard variables that the options name', () => {
  it('take the service and the groups of what is chosen, both ends of an edge, and the level that is opened', async () => {
    const { workbench, pane, section, stored } = await openOptions(session, {
      scenario: `simulated-${SCENARIO}`,
      options: { detail: 'services' },
    });
    const { page, table } = workbench;
    const variables = section('Dashboard variables');
    await variables.write('Service', 'svc');
    await variables.write('Caller', 'from');
    await variables.write('Level', 'level');
    const groups = pane.getByRole('region', { name: 'Dashboard variables', exact: true }).getByLabel('Groups');
    for (const name of ['region', 'namespace']) {
      await groups.fill(name);
      await groups.press('Enter');
    }
    const named = { service: 'svc', caller: 'from', groups: ['region', 'namespace'], level: 'level' };
    expect(await stored()).toHaveProperty('variables', named);

    const becomes = (values: Readonly<Record<string, string>>) =>
      page.waitForURL(({ searchParams }) =>
        Object.entries(values).every(([name, value]) => searchParams.get(`var-${name}`) === value)
      );
    await workbench.namesInTable();
    await table.locator('tbody').getByRole('button', { name: 'cart', exact: true }).first().click();
    await becomes({ svc: 'cart', namespace: 'shop' });
    const closeDetails = () => page.getByRole('button', { name: 'Close (Esc)', exact: true }).click();
    await closeDetails();
    await table.getByText('Connections', { exact: true }).click({ force: true });
    const edge = table
      .locator('tbody')
      .getByRole('button', { name: /→ cart$/ })
      .first();
    const caller = (await edge.innerText()).split(' → ')[0];
    await edge.click();
    await becomes({ svc: 'cart', from: caller });
    await closeDetails();
    await workbench.closeTable();

    await section('Map').press('Groups');
    await workbench.openInTable('us-east');
    await becomes({ level: 'us-east/', region: 'us-east' });
    // A link with the level leads there.
    const link = new URL(page.url());
    link.searchParams.set('options', JSON.stringify({ detail: 'groups', variables: named }));
    await page.goto(link.href);
    await workbench.crumb('us-east').waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });
});
