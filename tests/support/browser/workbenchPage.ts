import type { Browser, Locator, Page } from 'playwright-core';
import { TEST_IDS } from '../../../src/panel/testIds';
import { placeOf, tableActions } from './mapActions';
import { collectConsoleErrors, type ConsoleErrors } from './consoleErrors';
import { holdFramesAt, releaseFrames, takeOverFrames } from './frameClock';
import { readPicture, type Picture } from './pixels';

export interface WorkbenchAddress {
  readonly scenario?: string;
  readonly theme?: 'dark' | 'light';
  readonly width?: number;
  readonly height?: number;
  readonly edit?: boolean;
  readonly page?: 'dashboard' | 'config' | 'variable' | 'annotation';
  readonly from?: string;
  readonly to?: string;
  readonly refresh?: string;
  readonly panels?: number;
  /** Panel options over the scenario's own. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The workbench's page in a browser, in the words of its users. */
export interface WorkbenchPage {
  readonly page: Page;
  readonly errors: ConsoleErrors;
  /** Parts of the first panel. */
  readonly panel: Locator;
  readonly map: Locator;
  readonly canvas: Locator;
  readonly message: Locator;
  readonly notices: Locator;
  readonly breadcrumbs: Locator;
  readonly table: Locator;
  readonly details: Locator;
  /** The map in words. */
  readonly summary: Locator;
  /** Resolves once the scene draws. */
  readonly mapReady: () => Promise<void>;
  /** The level of this name among the breadcrumbs, where it is the present one. */
  readonly crumb: (name: string) => Locator;
  /** Opens the table if it is not open, and reads the names in it, each once, sorted. */
  readonly namesInTable: () => Promise<readonly string[]>;
  /** Opens a group from the table, and closes the table. */
  readonly openInTable: (name: string) => Promise<void>;
  readonly closeTable: () => Promise<void>;
  /** Where a node is on the map, found by moving the cursor to it. */
  readonly placeOf: (name: string) => Promise<{ readonly x: number; readonly y: number }>;
  /** The colour that the legend gives to a state. */
  readonly legendColour: (state: string) => Promise<string>;
  /** Presses the dashboard's refresh button. */
  readonly refresh: () => Promise<void>;
  /** The canvas as it looks with every frame drawn at this time, in seconds. */
  readonly pictureAt: (seconds: number) => Promise<Picture>;
  /** The same, and no frame after it: what is done next is done to a map that stands still. */
  readonly heldPictureAt: (seconds: number) => Promise<Picture>;
  /** Listens to the page no more: another workbench may be opened in it. */
  readonly close: () => void;
}

function searchOf({ options, edit, ...rest }: WorkbenchAddress): string {
  const parameters = new URLSearchParams(
    Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)])
  );
  if (edit !== undefined) {
    parameters.set('edit', edit ? '1' : '0');
  }
  if (options !== undefined) {
    parameters.set('options', JSON.stringify(options));
  }
  return parameters.toString();
}

export interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Console errors that the test brings about on purpose. */
  readonly expectedErrors?: RegExp;
  readonly reducedMotion?: boolean;
}

/** Milliseconds that anything on the page may take; generous, since nothing but a failure waits for it. */
const PATIENCE_MS = 60_000;

/** A page in a browser context of its own, for one workbench after another. */
export async function newWorkbenchPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await takeOverFrames(page);
  return page;
}

/**
 * Opens the workbench in a page, anew: of what was in the page before, nothing is left but what the browser has
 * compiled, which makes the second opening twice as fast.
 */
export async function openWorkbench(
  page: Page,
  url: string,
  address: WorkbenchAddress,
  options: OpenOptions = {}
): Promise<WorkbenchPage> {
  await page.setViewportSize(options.viewport ?? { width: 1200, height: 760 });
  await page.emulateMedia({ reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference' });
  await page.mouse.move(0, 0);
  const errors = collectConsoleErrors(page, options.expectedErrors);
  await page.goto(`${url}/?${searchOf(address)}`);
  const part = (id: string): Locator => page.getByTestId(id).first();
  const parts = {
    panel: part(TEST_IDS.panel),
    canvas: part(TEST_IDS.canvas),
    map: part(TEST_IDS.map),
    message: page.locator(`[data-testid="${TEST_IDS.message}"]:not([data-severity="loading"])`).first(),
    notices: part(TEST_IDS.notices),
    breadcrumbs: part(TEST_IDS.breadcrumbs),
    table: part(TEST_IDS.table),
    details: part(TEST_IDS.details),
    summary: part(TEST_IDS.summary),
  };
  const heldPictureAt = async (seconds: number): Promise<Picture> => {
    await holdFramesAt(page, seconds);
    const box = await parts.canvas.boundingBox();
    if (box === null) {
      throw new Error('pictureAt: the canvas is not to be seen');
    }
    return readPicture(await page.screenshot({ clip: box }));
  };
  return {
    page,
    errors,
    ...parts,
    mapReady: () => page.locator(`[data-testid="${TEST_IDS.panel}"][data-status="ready"]`).first().waitFor(),
    crumb: (name) => parts.breadcrumbs.locator('[aria-current="location"]').filter({ hasText: name }),
    ...tableActions(page, parts),
    placeOf: (name) => placeOf(page, parts.map, parts.summary, name),
    legendColour: async (state) => {
      const mark = part(TEST_IDS.legend).getByRole('img', { name: state, exact: true }).locator('[fill]');
      return (await mark.first().getAttribute('fill')) ?? '';
    },
    refresh: () => page.getByTestId('data-testid RefreshPicker run button').click(),
    heldPictureAt,
    pictureAt: async (seconds) => {
      const picture = await heldPictureAt(seconds);
      await releaseFrames(page);
      return picture;
    },
    close: errors.stop,
  };
}
