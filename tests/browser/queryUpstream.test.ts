import { readFileSync } from 'node:fs';
import { writtenSeries, type FixtureSeries } from '../fixtures/presets';
import { formControls } from '../support/browser/formControls';
import { useSession } from '../support/browser/session';
import type { WorkbenchPage } from '../support/browser/workbenchPage';
import { useOwnPrometheus } from '../support/ownPrometheus';

const MINUTE = 60_000;
const STEP_MS = 15_000;

const call = (source: string, target: string) => ({
  source_workload: source,
  destination_service_name: target,
  response_code: '200',
});

const SERIES: readonly FixtureSeries[] = [
  // A mesh, and an alert that names a service by a label of nobody else.
  { name: 'istio_requests_total', labels: { ...call('web', 'cart'), reporter: 'source' }, perSecond: 10 },
  { name: 'istio_requests_total', labels: { ...call('cart', 'stock'), reporter: 'source' }, perSecond: 5 },
  {
    name: 'ALERTS',
    labels: { alertname: 'CartIsSlow', alertstate: 'firing', severity: 'critical', team: 'shop', owns: 'cart' },
    value: 1,
  },
  // What rules would have recorded of the mesh: other services, to tell the two apart.
  {
    name: 'traffic_intuition:requests',
    labels: { ...call('recorded-web', 'recorded-cart'), traffic_definition: 'mesh' },
    value: 10,
  },
  // A metric of somebody's own.
  { name: 'shop_calls_total', labels: { caller: 'till', callee: 'prices', code: '200', version: '1.9' }, perSecond: 3 },
  { name: 'shop_calls_total', labels: { caller: 'till', callee: 'bank', code: '500', version: '2.0' }, perSecond: 1 },
];

const now = Date.now();
const prometheus = useOwnPrometheus(writtenSeries(SERIES, now - 30 * MINUTE, now + 10 * MINUTE, STEP_MS));
const session = useSession(() => ({ prometheusUrl: prometheus.url() }));

interface StoredQuery {
  readonly alerts?: unknown;
  readonly definitions?: ReadonlyArray<Record<string, unknown>>;
}

/** The editor of a query that a real Prometheus answers, with what it would store unfolded. */
async function openQuery(scenario: string, expectedErrors?: RegExp) {
  const workbench = await session.open({ scenario, edit: true, height: 300 }, { expectedErrors });
  await workbench.mapReady();
  const editor = workbench.page.getByLabel('Query editor', { exact: true });
  await editor.getByText('Query JSON').click();
  const stored = async (): Promise<StoredQuery> =>
    (JSON.parse((await editor.getByTestId('query-json').textContent()) ?? '') as StoredQuery[])[0];
  const unfold = (section: RegExp) => editor.getByRole('button', { name: section }).click();
  return { workbench, editor, stored, unfold, controls: formControls(workbench.page, editor) };
}

/** Waits until the map says this of itself. */
const says = ({ summary }: WorkbenchPage, words: string | RegExp) =>
  summary.getByText(words).first().waitFor({ state: 'attached' });

describe('the query editor on a real Prometheus', () => {
  it('reads alerts: by labels, narrowed by matchers, of another kind, and no more', async () => {
    // The workbench has no alert rules of Grafana's own.
    const { workbench, editor, stored, unfold, controls } = await openQuery('prometheus-istio', /status of 404/);
    await says(workbench, 'All normal');
    await unfold(/^Alerts \(1\)/);

    await controls.write('Service labels', 'owns');
    await says(workbench, /cart \(danger\)/i);
    await workbench.namesInTable();
    await workbench.table.getByRole('button', { name: 'cart', exact: true }).click();
    await workbench.details.getByText('CartIsSlow').first().waitFor();

    await controls.write('Label matchers, source 1', 'team="bank"');
    await says(workbench, 'All normal');
    await controls.write('Label matchers, source 1', 'team="shop"');
    await says(workbench, /cart \(danger\)/i);
    expect((await stored()).alerts).toEqual({
      sources: [{ kind: 'prometheus', upstream: 'prometheus', matchers: 'team="shop"' }],
      serviceLabels: ['owns'],
    });

    await controls.choose('Alerts of, source 1', 'Grafana');
    await says(workbench, 'All normal');
    expect(await editor.getByLabel('Label matchers, source 1').count()).toBe(0);
    await workbench.notices.getByRole('button').press('Enter');
    await workbench.notices
      .getByText(/Alerts are missing/)
      .first()
      .waitFor();

    await controls.write('Service labels', '');
    await controls.button('Remove source 1 of alerts');
    expect(await stored()).not.toHaveProperty('alerts');
    await controls.button('Add source of alerts');
    expect((await stored()).alerts).toEqual({ sources: [{ kind: 'prometheus' }] });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('writes recording rules, which are copied and saved, and reads what they recorded', async () => {
    const { workbench, editor, stored, unfold, controls } = await openQuery('prometheus-istio');
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await unfold(/^Recording rules/);
    const rules = editor.getByLabel('Recording rules as YAML');
    await rules.waitFor();
    expect(await rules.inputValue()).toMatch(/record: traffic_intuition:requests[^]*\[2m\]/);
    await controls.write('Window', '5m');
    await page.waitForFunction(
      (area) => area instanceof HTMLTextAreaElement && area.value.includes('[5m]'),
      await rules.elementHandle()
    );
    const text = await rules.inputValue();
    expect(text).not.toContain('[2m]');

    await editor.getByRole('button', { name: 'Copy' }).click();
    await page.waitForFunction((wanted) => navigator.clipboard.readText().then((copied) => copied === wanted), text);
    const [saved] = await Promise.all([page.waitForEvent('download'), controls.button('Download')]);
    expect(saved.suggestedFilename()).toBe('traffic-intuition-rules.yml');
    expect(readFileSync(await saved.path(), 'utf8')).toBe(text);

    expect(await workbench.namesInTable()).toEqual(['cart', 'stock', 'web']);
    await workbench.closeTable();
    const reads = editor.getByRole('switch', { name: 'Read the recorded series of mesh' });
    await reads.click({ force: true });
    await says(workbench, '2 nodes');
    expect((await stored()).definitions?.[0]).toHaveProperty('recorded', true);
    expect(await workbench.namesInTable()).toEqual(['recorded-cart', 'recorded-web']);
    await workbench.closeTable();
    await reads.click({ force: true });
    await says(workbench, '3 nodes');
    expect((await stored()).definitions?.[0]).not.toHaveProperty('recorded');
    expect(workbench.errors.messages).toEqual([]);
  });

  it('leads from a metric of one’s own over its labels and their edges to the map', async () => {
    const { workbench, editor, stored, unfold, controls } = await openQuery('simulated-small');
    await controls.button('Prometheus');
    await workbench.message.getByText('Nothing is asked yet', { exact: false }).waitFor();
    await unfold(/^Start from a metric of your own/);

    await controls.write('Metric', 'shop calls');
    await editor.getByText('That is no name of a metric', { exact: false }).waitFor();
    await controls.write('Metric', 'nobodys_calls_total');
    await editor.getByText('There is no series of nobodys_calls_total now').waitFor();
    await controls.write('Metric', 'shop_calls_total');
    const preview = editor.getByText(/^Edges: /);
    await preview.waitFor();
    const edges = async () => (await preview.innerText()).replace('Edges: ', '').split(', ').sort();
    expect(await edges()).toEqual(['till → bank', 'till → prices']);
    await controls.choose('Called is in', 'code');
    expect(await edges()).toEqual(['till → 200', 'till → 500']);
    await controls.choose('Called is in', 'callee');
    await controls.choose('Keep as well', 'version');
    await workbench.page.keyboard.press('Escape');
    await controls.button('Use these');

    // The map is above what is edited, and draws once it is in sight.
    await workbench.page.getByTestId('data-testid RefreshPicker run button').scrollIntoViewIfNeeded();
    await workbench.mapReady();
    await says(workbench, /bank \(danger\)/i);
    expect(await workbench.namesInTable()).toEqual(['bank', 'prices', 'till']);
    await workbench.table.getByRole('columnheader', { name: 'version' }).waitFor();
    await workbench.table.getByRole('row', { name: /bank.*2\.0$/ }).waitFor();
    expect((await stored()).definitions?.[0]).toMatchObject({
      kind: 'prometheus',
      upstream: 'prometheus',
      expressions: { requests: 'sum by (caller, callee, code, version) (rate(shop_calls_total[$__rate_interval]))' },
      mapping: { source: { label: 'caller' }, target: { label: 'callee' }, classLabel: 'code' },
      keepLabels: ['version'],
    });
    expect(workbench.errors.messages).toEqual([]);
  });
});
