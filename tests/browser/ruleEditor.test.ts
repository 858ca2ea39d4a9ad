import { formControls } from '../support/browser/formControls';
import { openOptions } from '../support/browser/optionsPane';
import { useSession } from '../support/browser/session';

const session = useSession();

describe('rules of thresholds in the options pane', () => {
  it('are added, written, tried in another order and removed, and decide the states on the map', async () => {
    const { workbench, pane, section, stored } = await openOptions(session);
    const { page, summary } = workbench;
    const rules = async () => ((await stored()).thresholds as { rules: unknown[] }).rules;
    const rule = (number: number) =>
      formControls(page, pane.getByRole('group', { name: `Rule ${number}`, exact: true }));
    const inTrouble = () => summary.getByText('orders (danger)').waitFor({ state: 'attached' });
    const normal = () => summary.getByText('All normal').waitFor({ state: 'attached' });
    await normal();

    await section('Alert thresholds').button('Add rule');
    expect(await rules()).toEqual([
      { scope: 'node', metric: 'errorRatio', direction: 'above', warning: 0.01, danger: 0.05 },
    ]);
    await rule(1).write('Rule 1: Named', 'ord.*');
    await rule(1).choose('Rule 1: Metric', 'Request rate');
    await rule(1).press('Above');
    await rule(1).write('Rule 1: Danger', '0');
    const busy = { scope: 'node', metric: 'rate', direction: 'above', danger: 0, match: { name: 'ord.*' } };
    expect(await rules()).toEqual([busy]);
    await inTrouble();

    await rule(1).press('Below');
    expect(await rules()).toEqual([{ ...busy, direction: 'below' }]);
    await normal();
    await rule(1).press('Above');
    await inTrouble();

    // Longer than the time range: nothing has lasted that long.
    await rule(1).write('Rule 1: Hold', '86400');
    expect(await rules()).toEqual([{ ...busy, holdSeconds: 86_400 }]);
    await normal();
    await rule(1).write('Rule 1: Hold', '60');
    await rule(1).write('Rule 1: Clear by', '10');
    const held = { ...busy, holdSeconds: 60, clearMargin: 0.1 };
    expect(await rules()).toEqual([held]);
    await inTrouble();

    await section('Alert thresholds').button('Add rule');
    await rule(2).choose('Rule 2: Metric', 'Request rate');
    await rule(2).press('Above');
    await rule(2).write('Rule 2: Danger', '1000000');
    await rule(2).button('Try rule 2 earlier');
    expect(await rules()).toEqual([expect.objectContaining({ danger: 1_000_000 }), held]);
    await normal();
    await rule(1).button('Remove rule 1');
    expect(await rules()).toEqual([held]);
    await inTrouble();

    // A label that nothing keeps is empty everywhere.
    await rule(1).button('Add label to rule 1');
    await rule(1).write('Rule 1: Label 1', 'team');
    await rule(1).write('Rule 1: Label 1 matches', 'payments|core');
    const match = { name: 'ord.*', labels: [{ label: 'team', match: 'payments|core' }] };
    expect(await rules()).toEqual([{ ...held, match }]);
    await normal();
    await rule(1).write('Rule 1: Label 1 matches', '');
    await inTrouble();
    await rule(1).button('Remove label 1 of rule 1');
    expect(await rules()).toEqual([held]);

    await rule(1).choose('Rule 1: For', 'Edges');
    await rule(1).write('Rule 1: Named', '.*→orders');
    await rule(1).write('Rule 1: Protocol', 'http');
    expect(await rules()).toEqual([{ ...held, scope: 'edge', match: { name: '.*→orders', protocol: 'http' } }]);
    await rule(1).write('Rule 1: Named', '(');
    await pane.getByText(/This rule is ignored: "\(" is no valid regular expression/).waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });
});
