import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE } from '../support/browser/traffic';

const session = useSession();

describe('alert thresholds in the options pane', () => {
  it('change the state of nodes as soon as they are typed, and give it back to the query', async () => {
    const workbench = await session.open({
      scenario: 'simulated-calm',
      ...INCIDENT_RANGE,
      edit: true,
      options: { detail: 'services' },
    });
    await workbench.mapReady();
    await workbench.summary.getByText('All normal').waitFor({ state: 'attached' });

    const limit = workbench.page.getByLabel('Nodes: p95 latency above, danger');
    await limit.fill('1');
    await workbench.summary.getByText('In trouble').waitFor({ state: 'attached' });
    expect(await workbench.summary.textContent()).toMatch(/\(danger\)/i);

    const source = workbench.page.getByLabel('Nodes: p95 latency above, source');
    await source.getByRole('radio', { name: 'Query' }).check({ force: true });
    await workbench.summary.getByText('All normal').waitFor({ state: 'attached' });
    expect(workbench.errors.messages).toEqual([]);
  });
});
