import { formControls } from '../support/browser/formControls';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE } from '../support/browser/traffic';

const session = useSession();

interface StoredQuery {
  readonly definitions?: ReadonlyArray<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** The query editor of a small company, with what it would store unfolded. */
async function openQuery(expectedErrors?: RegExp) {
  const workbench = await session.open(
    { scenario: 'simulated-small', ...INCIDENT_RANGE, edit: true, height: 300 },
    { expectedErrors }
  );
  await workbench.mapReady();
  const editor = workbench.page.getByLabel('Query editor', { exact: true });
  await editor.getByText('Query JSON').click();
  const stored = async (): Promise<StoredQuery> =>
    (JSON.parse((await editor.getByTestId('query-json').textContent()) ?? '') as StoredQuery[])[0];
  const unfold = (section: string) => editor.getByRole('button', { name: new RegExp(`^${section} \\(`) }).click();
  return { workbench, editor, stored, unfold, controls: formControls(workbench.page, editor) };
}

describe('the query editor', () => {
  it('adds, orders, hides, names and removes definitions, and says how they merge', async () => {
    const { workbench, editor, stored, controls } = await openQuery();
    const ids = async () => (await stored()).definitions?.map(({ id }) => id);
    await controls.button('Duplicate company');
    expect(await ids()).toEqual(['company', 'company 2']);
    await controls.press('Sum');
    expect(await stored()).toHaveProperty('merge', 'sum');
    await controls.button('Prefer company 2 more');
    expect(await ids()).toEqual(['company 2', 'company']);
    await controls.button('Do not ask company');
    expect((await stored()).definitions?.[1]).toHaveProperty('hidden', true);
    await controls.button('Ask company again');
    expect((await stored()).definitions?.[1]).not.toHaveProperty('hidden');
    const name = editor.getByLabel('Name of the definition').first();
    await name.fill('shop');
    await name.press('Enter');
    expect(await ids()).toEqual(['shop', 'company']);
    await controls.button('Remove company');
    expect(await ids()).toEqual(['shop']);
    await controls.press('A day earlier');
    expect(await stored()).toHaveProperty('baseline', '1d');
    await controls.press('Instant');
    expect(await stored()).toHaveProperty('instant', true);
    await controls.press('History');
    expect(await stored()).not.toHaveProperty('instant');
    expect(workbench.errors.messages).toEqual([]);
  });

  it('judges by thresholds that are written, tried in another order and removed', async () => {
    const { workbench, stored, unfold, controls } = await openQuery();
    const { summary } = workbench;
    const thresholds = async () => (await stored()).thresholds as ReadonlyArray<Record<string, unknown>>;
    await summary.getByText('All normal').waitFor({ state: 'attached' });
    await unfold('Alert thresholds');
    const kept = (await thresholds())?.length ?? 0;
    await controls.button('Add threshold');
    const before = await thresholds();
    const last = before.length;
    expect(last).toBeGreaterThan(kept);
    for (let number = last; number > 1; number--) {
      await controls.button(`Try threshold ${number} earlier`);
    }
    await controls.choose('Scope of threshold 1', 'Services');
    await controls.choose('Metric of threshold 1', 'Rate');
    await controls.write('named of threshold 1', 'ord.*');
    await controls.write('Danger of threshold 1', '0');
    await controls.write('for of threshold 1', '60');
    const [first] = await thresholds();
    expect(first).toMatchObject({
      scope: 'node',
      metric: 'rate',
      danger: 0,
      match: { name: 'ord.*' },
      holdSeconds: 60,
    });
    if (first.direction === 'below') {
      await controls.choose('Direction of threshold 1', 'above');
    }
    await summary.getByText('orders (danger)').waitFor({ state: 'attached' });
    await controls.button('Remove threshold 1');
    await summary.getByText('All normal').waitFor({ state: 'attached' });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('shapes the graph and adds links, which the details of a service show', async () => {
    const { workbench, editor, stored, unfold, controls } = await openQuery();
    const { page, table, details } = workbench;
    await unfold('Graph');
    await controls.button('Add kind rule');
    await controls.write('Names of kind rule 1', 'orders');
    await controls.write('Idle edges stay', '300');
    expect(await stored()).toMatchObject({
      shape: { keepIdleSeconds: 300, kinds: [{ match: 'orders', kind: 'database' }] },
    });
    await workbench.namesInTable();
    const orders = page.getByRole('button', { name: 'orders', exact: true });
    await table.getByRole('row').filter({ has: orders }).getByText('database').waitFor();

    await unfold('Links');
    await controls.button('Add link');
    await controls.write('Title of link 1', 'Logs of {service}');
    await controls.write('Address of link 1', 'javascript:alert(1)');
    await editor
      .getByRole('alert')
      .getByText(/must begin with http/)
      .waitFor();
    await controls.write('Address of link 1', '/logs?service={service}');
    await table.getByRole('button', { name: 'orders', exact: true }).click();
    const link = details.getByRole('link', { name: 'Logs of orders', exact: true });
    expect(await link.getAttribute('href')).toBe('/logs?service=orders');
    await controls.button('Remove link 1');
    await link.waitFor({ state: 'detached' });
    expect(await stored()).not.toHaveProperty('links.templates');
    expect(workbench.errors.messages).toEqual([]);
  });

  it('writes a definition on Prometheus: preset, expressions, labels, classes, names and metrics of services', async () => {
    // No Prometheus answers here.
    const { workbench, editor, stored, unfold, controls } = await openQuery(/status of/);
    const definition = async () => (await stored()).definitions?.[0] as Record<string, Record<string, unknown>>;
    await editor.getByText('Simulated', { exact: true }).first().click({ force: true });
    await workbench.page.getByRole('listbox').getByText('Prometheus', { exact: true }).first().click();
    await controls.choose('Preset', 'Linkerd');
    expect(await definition()).toMatchObject({ kind: 'prometheus', preset: 'linkerd' });

    await editor.getByLabel('Requests', { exact: true }).fill('rate(calls_total[1m])');
    await editor.getByLabel('Requests', { exact: true }).press('Control+Enter');
    expect((await definition()).expressions.requests).toBe('rate(calls_total[1m])');
    await controls.write('Source label', 'client, app');
    await controls.write('Target group labels', 'cluster, namespace');
    await controls.write('Class label', 'code');
    expect((await definition()).mapping).toMatchObject({
      source: { label: 'client', fallbackLabels: ['app'] },
      target: { groupLabels: ['cluster', 'namespace'] },
      classLabel: 'code',
    });

    await unfold('Classes of requests');
    await controls.button('gRPC codes');
    await controls.button('Remove class refused');
    expect(await definition()).toHaveProperty('classes', [
      expect.objectContaining({ name: 'OK' }),
      expect.objectContaining({ name: 'server error' }),
    ]);
    await unfold('Names');
    await controls.button('Add renaming rule');
    await controls.write('Names of rule 1', '(.+)-v[0-9]+');
    await controls.write('New name of rule 1', '$1');
    expect(await definition()).toHaveProperty('naming.rules', [{ match: '(.+)-v[0-9]+', name: '$1' }]);
    await unfold('Metrics of services');
    await controls.button('Add metric');
    await controls.write('Name of metric 1', 'CPU');
    await controls.write('Expression of metric 1', 'cpu');
    expect(await definition()).toHaveProperty('nodeMetrics', [
      expect.objectContaining({ name: 'CPU', expression: 'cpu' }),
    ]);
    await controls.button('Remove metric 1');
    expect(await definition()).not.toHaveProperty('nodeMetrics');
    expect(workbench.errors.messages).toEqual([]);
  });
});
