import { formControls } from '../support/browser/formControls';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE } from '../support/browser/traffic';
import type { WorkbenchPage } from '../support/browser/workbenchPage';

const session = useSession();

/** A page of settings with what it would store unfolded. */
async function openSettings(page: 'config' | 'variable' | 'annotation', json: string) {
  const workbench = await session.open({ page, scenario: 'simulated-bad-deploy', ...INCIDENT_RANGE });
  const main = workbench.page.getByRole('main');
  await main.getByText(json).click();
  const stored = async (): Promise<unknown> =>
    JSON.parse((await main.getByTestId(json.toLowerCase().replace(' ', '-')).textContent()) || 'null') as unknown;
  return { workbench, main, stored, controls: formControls(workbench.page, main) };
}

const lines = ({ page }: WorkbenchPage, of: string) =>
  page.getByRole('list', { name: `Preview of ${of}` }).getByRole('listitem');

describe('the settings of the data source', () => {
  it('take data sources in an order, steps and a timeout, and are tested', async () => {
    const { workbench, main, stored, controls } = await openSettings('config', 'Settings JSON');
    const uids = async () =>
      ((await stored()) as { upstreams: ReadonlyArray<{ uid: string }> }).upstreams.map(({ uid }) => uid);
    const add = async (name: string) => {
      await main.getByLabel('Select a data source').click();
      await workbench.page.getByText(name, { exact: true }).last().click();
    };
    await add('Prometheus');
    await add('Graphite');
    expect(await uids()).toEqual(['prometheus', 'graphite']);
    await main.getByRole('button', { name: 'Prefer Graphite more' }).click();
    expect(await uids()).toEqual(['graphite', 'prometheus']);
    await main.getByRole('button', { name: 'Remove Graphite' }).click();
    expect(await uids()).toEqual(['prometheus']);

    await controls.write('Steps', '120');
    await controls.write('Timeout (seconds)', '7');
    expect(await stored()).toMatchObject({ resolution: 120, timeoutSeconds: 7 });
    await controls.write('Timeout (seconds)', '');
    expect(await stored()).not.toHaveProperty('timeoutSeconds');
    await main.getByRole('button', { name: 'Remove Prometheus' }).click();
    await controls.button('Save & test');
    await main
      .getByRole('alert')
      .or(main.getByRole('status'))
      .getByText(/simulated/i)
      .first()
      .waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });
});

describe('a variable of a dashboard', () => {
  it('lists what is chosen, of whom and from where', async () => {
    const { workbench, stored, controls } = await openSettings('variable', 'Query JSON');
    await controls.button('Preview of values');
    await lines(workbench, 'values').getByText('cart', { exact: true }).waitFor();
    await controls.choose('List', 'Callers of');
    await controls.write('Service', 'cart');
    expect(await stored()).toMatchObject({ list: 'callers', match: 'cart' });
    await controls.button('Preview of values');
    await lines(workbench, 'values').getByText('cart', { exact: true }).waitFor({ state: 'detached' });
    expect(await lines(workbench, 'values').count()).toBeGreaterThan(0);
    await controls.choose('List', 'Groups');
    await controls.write('In group', 'us-east/.*');
    await controls.button('Preview of values');
    await lines(workbench, 'values').getByText('us-east/shop', { exact: true }).waitFor();
    for (const text of await lines(workbench, 'values').allInnerTexts()) {
      expect(text).toMatch(/^us-east\//);
    }
    expect(workbench.errors.messages).toEqual([]);
  });
});

describe('an annotation of a dashboard', () => {
  it('tells of what is chosen, from the state that is chosen', async () => {
    const { workbench, main, stored, controls } = await openSettings('annotation', 'Query JSON');
    await controls.choose('Scenario', 'bad-deploy');
    await controls.button('Preview of events');
    await lines(workbench, 'events').getByText('cart: danger').first().waitFor();
    await controls.press('Warning');
    await main.getByLabel('Edges').first().click({ force: true });
    await main.getByLabel('Services').first().click({ force: true });
    expect(await stored()).toMatchObject({ events: { scopes: ['edge'], least: 'warning' } });
    await controls.button('Preview of events');
    await lines(workbench, 'events')
      .getByText(/→ cart: danger/)
      .first()
      .waitFor();
    await main.getByLabel('States').first().click({ force: true });
    expect(await stored()).toMatchObject({ events: { states: false } });
    await controls.button('Preview of events');
    await lines(workbench, 'events').first().waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });
});
