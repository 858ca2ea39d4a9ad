import { createSimulation } from '../../src/core/simulation';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE, namesOf, SEED } from '../support/browser/traffic';

const session = useSession();

describe('the query editor', () => {
  it('asks again when the scenario is changed, and the map follows', async () => {
    const workbench = await session.open({
      scenario: 'simulated-calm',
      ...INCIDENT_RANGE,
      edit: true,
      options: { detail: 'services' },
    });
    await workbench.mapReady();
    const editor = workbench.page.getByLabel('Query editor');
    await editor.getByText('calm', { exact: true }).click({ force: true });
    await workbench.page.getByText('small', { exact: true }).click();

    const small = namesOf(createSimulation({ scenario: 'small', seed: SEED }).services);
    await workbench.summary.getByText(`${small.length} nodes`).waitFor({ state: 'attached' });
    expect(await workbench.namesInTable()).toEqual(small);
    expect(workbench.errors.messages).toEqual([]);
  });
});
