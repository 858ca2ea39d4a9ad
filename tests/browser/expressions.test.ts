import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator } from 'playwright-core';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE } from '../support/browser/traffic';
import type { WorkbenchPage } from '../support/browser/workbenchPage';
import { type FakeGraphite, startFakeGraphite } from '../support/fakeGraphite';

const METRIC = 'shop_calls_total';
const NEVER = '<never>';

/** One edge at each time that is asked for, where the expression names the metric. */
function rangeAnswer(form: URLSearchParams): unknown {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(form.get(name)));
  const times = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
  const metric = { client: 'web', server: 'basket' };
  const series = { metric, values: times.map((time) => [time, '5']) };
  return { resultType: 'matrix', result: form.get('query')?.includes(METRIC) ? [series] : [] };
}

/** A Prometheus of one metric, which answers as the real one does, and keeps the addresses it was asked at. */
function startPrometheus(): Promise<{ readonly url: string; readonly asked: string[]; readonly server: Server }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://prometheus');
    asked.push(`${pathname} ${searchParams.get('match[]') ?? ''}`.trim());
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const answers: Readonly<Record<string, () => unknown>> = {
        '/api/v1/label/__name__/values': () => ['shop_cache_hits_total', METRIC],
        '/api/v1/labels': () => ['__name__', 'client', 'server'],
        '/api/v1/label/client/values': () => ['web', NEVER],
        '/api/v1/metadata': () => ({ [METRIC]: [{ type: 'counter', help: 'Calls <b>of</b> services' }] }),
        '/api/v1/query_range': () => rangeAnswer(new URLSearchParams(body)),
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'success', data: answers[pathname]?.() ?? [] }));
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}`, asked, server });
    })
  );
}

let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
let graphite: FakeGraphite;

beforeAll(async () => {
  prometheus = await startPrometheus();
  graphite = await startFakeGraphite([
    'stats.counters.web.upstream.basket.200.rate',
    'stats.counters.web.upstream.basket.200.count',
    'stats.timers.web.upstream.basket.upper_95',
  ]);
});

afterAll(() => {
  prometheus.server.close();
  graphite.server.close();
});

const session = useSession(() => ({ prometheusUrl: prometheus.url, graphiteUrl: graphite.url }));

/** Milliseconds in which a list that has just opened takes no key, lest it take one that was meant for the text. */
const LIST_RESTS_MS = 75;

/** Takes the chosen option, once the list takes keys. */
async function accept({ page }: WorkbenchPage): Promise<void> {
  await page.waitForTimeout(2 * LIST_RESTS_MS);
  await page.keyboard.press('Enter');
}

/** The query editor on a Prometheus, with its field for requests. */
async function openEditor(scenario = 'prometheus-service-graph', expectedErrors?: RegExp) {
  const workbench = await session.open(
    { scenario, ...INCIDENT_RANGE, edit: true, height: 300, options: { detail: 'services' } },
    { expectedErrors }
  );
  const editor = workbench.page.getByLabel('Query editor', { exact: true });
  const requests = editor.locator('.cm-content[aria-label="Requests"]');
  await requests.waitFor();
  return { workbench, editor, requests, options: workbench.page.getByRole('listbox').getByRole('option') };
}

async function write({ page }: WorkbenchPage, field: Locator, text: string): Promise<void> {
  await field.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

describe('the editor of expressions', () => {
  it('completes a metric, a label, a value and a window by keyboard alone, and the map follows', async () => {
    const { workbench, requests, options } = await openEditor();
    const { page } = workbench;
    await write(workbench, requests, 'sum by (client, server) (rate(shop_');
    const metric = options.filter({ hasText: METRIC });
    await metric.waitFor();
    // The list of what was typed before may still be there.
    await options.nth(2).waitFor({ state: 'detached' });
    expect(await options.allInnerTexts()).toEqual([
      expect.stringContaining('shop_cache_hits_total'),
      expect.anything(),
    ]);
    await page.waitForTimeout(2 * LIST_RESTS_MS);
    await page.keyboard.press('ArrowDown');
    const help = page.getByText('Calls <b>of</b> services');
    await help.waitFor();
    expect(await requests.getAttribute('aria-activedescendant')).toBe(await metric.getAttribute('id'));
    await accept(workbench);

    await page.keyboard.type('{c');
    await options.filter({ hasText: /^client$/ }).waitFor();
    await accept(workbench);
    await page.keyboard.type('!="');
    await options.filter({ hasText: NEVER }).waitFor();
    await page.keyboard.type('<');
    await options.filter({ hasText: /^web$/ }).waitFor({ state: 'detached' });
    await options.filter({ hasText: NEVER }).waitFor();
    await accept(workbench);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('[');
    await options.filter({ hasText: '$__rate_interval' }).waitFor();
    await accept(workbench);

    const written = `sum by (client, server) (rate(${METRIC}{client!="${NEVER}"}[$__rate_interval]))`;
    expect(await requests.innerText()).toBe(written);
    expect(prometheus.asked).toContain(`/api/v1/labels {__name__="${METRIC}"}`);
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await workbench.namesInTable()).toEqual(['basket', 'web']);
    expect(workbench.errors.messages).toEqual([]);
  });

  it('completes the parts of a Graphite path by keyboard alone, below globs too, and the map follows', async () => {
    const { workbench, editor, requests, options } = await openEditor('graphite-statsd');
    const { page } = workbench;
    await editor.getByText('Query JSON').click();
    await write(workbench, requests, 'st');
    await options.filter({ hasText: /^stats$/ }).waitFor();
    await page.keyboard.type('ats.co');
    const counters = options.filter({ hasText: /^counters$/ });
    await counters.waitFor();
    await options.nth(1).waitFor({ state: 'detached' });
    expect(await options.allInnerTexts()).toEqual(['counters']);
    await accept(workbench);
    await options.filter({ hasText: /^web$/ }).waitFor();
    await accept(workbench);
    await options.filter({ hasText: /^upstream$/ }).waitFor();
    expect(await requests.innerText()).toBe('stats.counters.web.');
    await accept(workbench);
    await page.keyboard.type('*.*.ra');
    await options.filter({ hasText: /^rate$/ }).waitFor();
    await accept(workbench);

    expect(await requests.innerText()).toBe('stats.counters.web.upstream.*.*.rate');
    expect(graphite.asked).toEqual(expect.arrayContaining(['stats.*', 'stats.counters.web.upstream.*.*.*']));
    await page.keyboard.press('ControlOrMeta+Enter');
    await editor.getByTestId('query-json').filter({ hasText: '"stats.counters.web.upstream.*.*.rate"' }).waitFor();
    expect(await workbench.namesInTable()).toEqual(['basket', 'web']);

    await write(workbench, requests, 'stats.counters.nobody.upstream.*.*.rate');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await workbench.message.waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });

  it('underlines what no dialect reads, tells of what is unfinished once it is left, and of MetricsQL as a remark', async () => {
    const { workbench, editor, requests } = await openEditor();
    const { page } = workbench;
    const marked = (severity: string) => requests.locator(`.cm-lintRange-${severity}`);
    await write(workbench, requests, 'range_median(rate(shop_calls_total[5m]))');
    await marked('info').waitFor();
    expect(await marked('info').innerText()).toBe('range_median');
    expect(await marked('error').count()).toBe(0);
    await page.keyboard.press('Tab');
    await editor.getByText('Prometheus itself would not read this: it does not know "range_median"').waitFor();

    await write(workbench, requests, 'sum(shop_calls_total) / / 2');
    await marked('error').waitFor();
    expect(await marked('error').innerText()).toBe('/');

    await write(workbench, requests, 'sum(shop_calls_total) / ');
    await marked('error').waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await editor.getByText('Check this expression: nothing stands behind /').waitFor();
    expect(await marked('error').count()).toBe(1);
    expect(workbench.errors.messages).toEqual([]);
  });

  it('is left by Tab and by Escape, hands on what was written, and says what is wrong', async () => {
    const { workbench, editor, requests, options } = await openEditor();
    const { page } = workbench;
    const isIn = () => requests.evaluate((element) => element.contains(document.activeElement));
    await editor.getByText('Query JSON').click();
    const stored = async () => (await editor.getByTestId('query-json').textContent()) ?? '';
    await write(workbench, requests, 'rate(shop_calls_total)');
    await page.keyboard.press('Tab');
    expect(await isIn()).toBe(false);
    expect(await stored()).toContain('"rate(shop_calls_total)"');
    const problem = editor.getByText(/^Prometheus itself would not read this: expected type/);
    await problem.waitFor();
    expect(await requests.getAttribute('aria-describedby')).toBe(await problem.getAttribute('id'));

    await editor.getByText('Requests', { exact: true }).click();
    expect(await isIn()).toBe(true);
    await problem.waitFor({ state: 'detached' });
    await write(workbench, requests, 'rate(shop_');
    await options.first().waitFor();
    await page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'detached' });
    expect(await isIn()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isIn()).toBe(false);
    expect(workbench.errors.messages).toEqual([]);
  });

  it('stays within its row: long expressions wrap', async () => {
    const { workbench, requests } = await openEditor();
    const { page } = workbench;
    const long = Array.from({ length: 12 }, () => 'sum(rate(shop_calls_total[5m])) + ').join('');
    await write(workbench, requests, `${long}1`);
    const field = await requests.boundingBox();
    expect(field!.height).toBeGreaterThan(2 * 18);
    expect(field!.x + field!.width).toBeLessThan(page.viewportSize()!.width);
    expect(workbench.errors.messages).toEqual([]);
  });

  it('offers the language where the upstream is down', async () => {
    const { workbench, requests, options } = await openEditor('upstream-down', /status of/);
    await write(workbench, requests, 'sum(ra');
    await options.filter({ hasText: /^rate/ }).first().waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });
});
