import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useSession } from '../support/browser/session';

let vizceral: Server;
let vizceralUrl = '';

beforeAll(async () => {
  vizceral = createServer(({ url }, response) => {
    response.statusCode = url === '/data/now.json' ? 200 : 404;
    response.end(VIZCERAL);
  });
  await new Promise<void>((resolve) => vizceral.listen(0, '127.0.0.1', resolve));
  vizceralUrl = `http://127.0.0.1:${(vizceral.address() as AddressInfo).port}/data`;
});

afterAll(async () => {
  vizceral.closeAllConnections();
  await new Promise((resolve) => vizceral.close(resolve));
});

const session = useSession(() => ({ vizceralUrl }));

const VIZCERAL = JSON.stringify({
  renderer: 'global',
  name: 'edge',
  nodes: [
    { name: 'INTERNET' },
    {
      name: 'eu',
      nodes: [{ name: 'INTERNET' }, { name: 'proxy' }, { name: 'cart' }],
      connections: [
        { source: 'INTERNET', target: 'proxy', metrics: { normal: 40, danger: 2 } },
        { source: 'proxy', target: 'cart', metrics: { normal: 20 } },
      ],
    },
  ],
  connections: [{ source: 'INTERNET', target: 'eu', metrics: { normal: 40, danger: 2 } }],
});

const PROMVIZ = `
graphName: Shop
clusterLevel:
  - cluster: eu
    maxVolume: 2000
    serviceConnections:
      - name: http
        query: sum(rate(requests_total[1m])) by (from, to, status)
        source: { label: from }
        target: { label: to }
        status: { label: status, dangerRegex: ^5..$ }
`;

const editing = () => session.open({ scenario: 'simulated-small', edit: true, options: { detail: 'services' } });

describe('what is brought along', () => {
  it('is drawn from pasted Vizceral JSON', async () => {
    const { page, mapReady, summary, namesInTable, errors } = await editing();
    await mapReady();
    const editor = page.getByLabel('Query editor');
    await editor.getByText('Simulated', { exact: true }).first().click({ force: true });
    await page.getByText('Pasted JSON', { exact: true }).click();
    const field = editor.getByLabel('Vizceral JSON');
    await field.fill(VIZCERAL);
    await field.press('Control+Enter');
    await summary.getByText('3 nodes').waitFor({ state: 'attached' });
    await editor.getByText('2 edges.').waitFor();
    expect(await namesInTable()).toEqual(['INTERNET', 'cart', 'proxy']);
    expect(errors.messages).toEqual([]);
  });

  it('is drawn from Vizceral JSON that a server gives, and told where there is none', async () => {
    const { page, mapReady, summary, namesInTable } = await editing();
    await mapReady();
    const editor = page.getByLabel('Query editor');
    await editor.getByText('Simulated', { exact: true }).first().click({ force: true });
    await page.getByText('Vizceral JSON', { exact: true }).click();
    const field = editor.getByLabel('Path');
    await field.fill('gone.json');
    await field.press('Enter');
    await page
      .getByText(/“gone.json” is not there \(status 404\)/)
      .first()
      .waitFor();
    await field.fill('now.json');
    await field.press('Enter');
    await summary.getByText('3 nodes').waitFor({ state: 'attached' });
    expect(await namesInTable()).toEqual(['INTERNET', 'cart', 'proxy']);
  });

  it('becomes definitions from a configuration of promviz', async () => {
    const { page, mapReady, errors } = await editing();
    await mapReady();
    const editor = page.getByLabel('Query editor');
    await editor.getByText('Import from promviz').click();
    await editor.getByLabel('promviz configuration').fill(PROMVIZ);
    await editor.getByRole('button', { name: 'Import', exact: true }).click();
    await editor.getByText('Took 1 definition.').waitFor();
    await editor.getByText('Left out: maxVolume.').waitFor();
    expect(await editor.getByLabel('Name of the definition').inputValue()).toBe('eu http');
    await editor.locator('.cm-content[aria-label="Requests"]', { hasText: 'requests_total' }).waitFor();
    expect(errors.messages).toEqual([]);
  });
});
