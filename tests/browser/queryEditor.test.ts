import { namesOf } from '../support/browser/traffic';
import { createSimulation } from '../../src/core/simulation';
import { INCIDENT_RANGE, SEED } from '../support/browser/traffic';
import { useSession } from '../support/browser/session';

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
    await editor.getByText('calm', { exact: true }).click();
    await workbench.page.getByText('small', { exact: true }).click();

    const small = namesOf(createSimulation({ scenario: 'small', seed: SEED }).services);
    await workbench.summary.getByText(`${small.length} nodes`).waitFor({ state: 'attached' });
    expect(await workbench.namesInTable()).toEqual(small);
    expect(workbench.errors.messages).toEqual([]);
  });
});
