/**
 * Takes a picture of every scenario in both themes and several sizes, for review and for the documentation:
 * `npx tsx tests/support/browser/screenshots.ts --out FOLDER --url WORKBENCH [--only NAME,…]`.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { SCENARIOS } from '../../../workbench/scenarios';
import { launchChromium } from './chromium';
import { holdFramesAt } from './frameClock';
import { newWorkbenchPage, openWorkbench, type WorkbenchAddress } from './workbenchPage';

interface Shot {
  readonly name: string;
  readonly address: WorkbenchAddress;
  readonly viewport: { readonly width: number; readonly height: number };
}

const THEMES = ['dark', 'light'] as const;
const LARGE = { width: 1600, height: 960 };

const SIZES: ReadonlyArray<{ readonly name: string; readonly width: number; readonly height: number }> = [
  { name: 'tiny', width: 160, height: 120 },
  { name: 'tile', width: 250, height: 200 },
  { name: 'small', width: 320, height: 220 },
  { name: 'medium', width: 720, height: 420 },
];

/** Seconds; far enough from the start for every transition to be over. */
const DRAWN_AT = 3600;

function shots(): readonly Shot[] {
  const whole = SCENARIOS.flatMap(({ name }) =>
    THEMES.map((theme): Shot => ({ name: `${name}-${theme}`, address: { scenario: name, theme }, viewport: LARGE }))
  );
  const services = ['simulated', 'prometheus-istio'].flatMap((scenario) =>
    THEMES.map((theme): Shot => ({
      name: `${scenario}-services-${theme}`,
      address: { scenario, theme, options: { detail: 'services' } },
      viewport: LARGE,
    }))
  );
  const edited = THEMES.map((theme): Shot => ({
    name: `edit-${theme}`,
    address: { scenario: 'mixed', theme, edit: true },
    viewport: { width: 1600, height: 1400 },
  }));
  const config = THEMES.map((theme): Shot => ({
    name: `config-${theme}`,
    address: { page: 'config', theme },
    viewport: LARGE,
  }));
  const sized = SIZES.flatMap(({ name, width, height }) =>
    ['simulated', 'wrong-frames', 'upstream-down'].map((scenario): Shot => ({
      name: `${scenario}-${name}`,
      address: { scenario, width, height },
      viewport: { width: 1000, height: 700 },
    }))
  );
  const wallboards = [
    { name: 'wallboard', viewport: { width: 1920, height: 1080 } },
    { name: 'wallboard-4k', viewport: { width: 3840, height: 2160 } },
  ].map(({ name, viewport }): Shot => ({
    name,
    address: { scenario: 'simulated', options: { detail: 'services', labels: { scale: 2 } } },
    viewport,
  }));
  const many: Shot = {
    name: 'many',
    address: { scenario: 'simulated', panels: 6, width: 480, height: 300 },
    viewport: LARGE,
  };
  return [...whole, ...services, ...edited, ...config, ...sized, ...wallboards, many];
}

async function take(page: Page, url: string, { name, address, viewport }: Shot, folder: string): Promise<string> {
  const workbench = await openWorkbench(page, url, address, { viewport });
  const { errors } = workbench;
  try {
    const drawn = page.locator('[data-testid="traffic-panel"][data-status="ready"]').or(workbench.message);
    await (address.page === 'config' ? page.getByRole('main') : drawn).first().waitFor();
    await page.waitForLoadState('networkidle');
    await holdFramesAt(page, DRAWN_AT);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    return errors.messages.length === 0
      ? name
      : `${name}  ${errors.messages.length} console errors, the first: ${errors.messages[0].slice(0, 300)}`;
  } finally {
    workbench.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, url: { type: 'string' }, only: { type: 'string' } },
  });
  if (values.out === undefined || values.url === undefined) {
    throw new Error('screenshots: give --out FOLDER and --url WORKBENCH');
  }
  await mkdir(values.out, { recursive: true });
  const wanted = values.only?.split(',');
  const browser = await launchChromium();
  try {
    const page = await newWorkbenchPage(browser);
    for (const shot of shots().filter(
      ({ name }) => wanted === undefined || wanted.some((part) => name.startsWith(part))
    )) {
      process.stdout.write(`${await take(page, values.url, shot, values.out)}\n`);
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
