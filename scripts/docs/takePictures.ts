import { statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { startDemo } from '../../demo/start';
import { launchChromium } from '../../tests/support/browser/chromium';
import { holdFramesAt } from '../../tests/support/browser/frameClock';
import { smallPng } from '../../tests/support/browser/pixels';
import {
  newWorkbenchPage,
  openWorkbench,
  type WorkbenchAddress,
  type WorkbenchPage,
} from '../../tests/support/browser/workbenchPage';
import { freePort } from '../../tests/support/freePort';
import { startWorkbench } from '../../workbench/server';

const FOLDER = path.join(__dirname, '../../docs/images');

/** Of simulated pictures: a quarter of an hour in which a deployment goes wrong, so that they are the same whenever taken. */
const BAD_DEPLOY: WorkbenchAddress = {
  scenario: 'simulated-bad-deploy',
  from: String(Date.UTC(2026, 5, 1, 12, 3)),
  to: String(Date.UTC(2026, 5, 1, 12, 18)),
};
const MAP = { width: 1390, height: 800 };
/** CSS pixels about what is taken. */
const MARGIN = 8;
/** Seconds; far enough from the start for every transition to be over. */
const DRAWN_AT = 3600;

interface Shot {
  readonly name: string;
  readonly address: WorkbenchAddress;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Errors in the console that are the point of the picture. */
  readonly expectedErrors?: RegExp;
  /** What is done before, and which part of the page is taken: the panel's own unless told. */
  readonly prepare?: (workbench: WorkbenchPage) => Promise<Locator | undefined>;
  /** Whether where the keyboard is belongs to the picture. */
  readonly keepsFocus?: boolean;
}

const opening =
  (group: string) =>
  async (workbench: WorkbenchPage): Promise<undefined> => {
    await workbench.openInTable(group);
    await workbench.crumb(group).waitFor();
  };

/** The details of the first service in the table, the worst one, on which alerts fire. */
async function detailsWithAlerts({ page, map, table, panel }: WorkbenchPage): Promise<Locator> {
  const firing = page.getByTestId('traffic-firing-alerts');
  for (const row of [0, 1, 2, 3, 4]) {
    await map.focus();
    await page.keyboard.press('t');
    await table.locator('tbody tr').nth(row).getByRole('button').click();
    await table.getByRole('region').focus();
    await page.keyboard.press('t');
    if (await firing.isVisible()) {
      return panel;
    }
  }
  throw new Error(
    'pictures: no alert fires on the worst services; incidents come and go, so take it some minutes later'
  );
}

const SHOTS: readonly Shot[] = [
  { name: 'overview-dark', address: BAD_DEPLOY },
  { name: 'overview-light', address: { ...BAD_DEPLOY, theme: 'light' } },
  { name: 'drill-down', address: BAD_DEPLOY, prepare: opening('us-east') },
  { name: 'services', address: { ...BAD_DEPLOY, options: { detail: 'services' } } },
  {
    name: 'large',
    address: { ...BAD_DEPLOY, scenario: 'simulated-large', options: { detail: 'services' } },
  },
  {
    name: 'upstream-down',
    address: { scenario: 'upstream-down', width: 970, height: 560 },
    expectedErrors: /status of/,
  },
  {
    name: 'alerts',
    address: { scenario: 'prometheus-istio', options: { detail: 'services' }, width: 1100, height: 660 },
    viewport: { width: 1200, height: 800 },
    prepare: detailsWithAlerts,
  },
  {
    name: 'query-editor',
    address: { scenario: 'prometheus-istio', edit: true },
    viewport: { width: 1600, height: 1900 },
    prepare: async ({ page }) => {
      const editor = page.getByRole('region', { name: 'Query editor' });
      await editor.locator('.cm-editor').first().waitFor();
      return editor;
    },
  },
  {
    name: 'expressions',
    address: { scenario: 'prometheus-istio', edit: true },
    viewport: { width: 1400, height: 1900 },
    keepsFocus: true,
    prepare: async ({ page }) => {
      const definition = page.getByLabel(/^Definition /).first();
      await definition.locator('.cm-content[aria-label="Requests"]').click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('sum by (source_workload) (rate(istio_req');
      await page.getByRole('option').filter({ hasText: 'istio_requests_total' }).waitFor();
      for (let above = 0; above < 3; above++) {
        await page.keyboard.press('ArrowDown');
      }
      return definition;
    },
  },
];

async function take(page: Page, url: string, shot: Shot): Promise<string> {
  const { name, address, expectedErrors } = shot;
  const workbench = await openWorkbench(page, url, address.edit === true ? address : { ...MAP, ...address }, {
    viewport: shot.viewport ?? { width: MAP.width + 60, height: MAP.height + 160 },
    expectedErrors,
  });
  const { panel, message, errors } = workbench;
  try {
    await page.locator('[data-testid="traffic-panel"][data-status="ready"]').or(message).first().waitFor();
    await page.waitForLoadState('networkidle');
    const part = (await shot.prepare?.(workbench)) ?? panel;
    // Nothing is under the pointer, and no ring tells where the keyboard is.
    await page.mouse.move(0, 0);
    if (shot.keepsFocus !== true) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
    await holdFramesAt(page, DRAWN_AT);
    const file = path.join(FOLDER, `${name}.png`);
    const { x, y, width, height } = (await part.boundingBox())!;
    const clip = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
    writeFileSync(file, smallPng(await page.screenshot({ clip })));
    const complaints = errors.messages.length === 0 ? '' : `, console: ${errors.messages[0].slice(0, 200)}`;
    return `${name}.png  ${Math.round(statSync(file).size / 1024)} kB${complaints}`;
  } finally {
    workbench.close();
  }
}

/** Starts the demo's servers and a workbench on them; gives its address and how to stop all. */
async function startAll(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'traffic-pictures-'));
  const [exposition, prometheus, graphite, carbon, carbonLink] = await Promise.all([1, 2, 3, 4, 5].map(freePort));
  const ports = { exposition, prometheus, graphite, carbon, carbonLink };
  const demo = await startDemo({ directory, ports, scenario: 'incidents', seed: 1 });
  const workbench = await startWorkbench({ port: 0, ...demo });
  return {
    url: workbench.url,
    stop: async () => {
      await workbench.stop();
      await demo.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** `npm run docs:pictures [-- --only NAME,…] [--url WORKBENCH]`: takes the pictures of the documentation anew. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, url: { type: 'string' } } });
  const only = values.only?.split(',');
  const own = values.url === undefined ? await startAll() : undefined;
  // Letters where their font puts them, not on whole pixels.
  const browser = await launchChromium(['--font-render-hinting=none']);
  try {
    const page = await newWorkbenchPage(browser);
    for (const shot of SHOTS.filter(({ name }) => only?.includes(name) ?? true)) {
      console.log(await take(page, values.url ?? own!.url, shot));
    }
  } finally {
    await browser.close();
    await own?.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
