import type { Browser, Page } from 'playwright-core';
import { startWorkbench, type Workbench, type WorkbenchOptions } from '../../../workbench/server';
import { launchChromium } from './chromium';
import {
  newWorkbenchPage,
  openWorkbench,
  type OpenOptions,
  type WorkbenchAddress,
  type WorkbenchPage,
} from './workbenchPage';

/** A workbench and a browser's page that the tests of one file share. */
export interface Session {
  /** Opens the workbench in the place of one that is open, and for one test. */
  readonly open: (address: WorkbenchAddress, options?: OpenOptions) => Promise<WorkbenchPage>;
}

/** Milliseconds for one test, a whole machine's load included. */
const TEST_MS = 180_000;

/** Starts a workbench and a browser for the tests of this file; `options` is asked for once the file's setup is over. */
export function useSession(options: () => Omit<WorkbenchOptions, 'port'> = () => ({})): Session {
  jest.setTimeout(TEST_MS);
  let workbench: Workbench | undefined;
  let browser: Browser | undefined;
  let page: Page | undefined;
  let opened: WorkbenchPage | undefined;

  beforeAll(async () => {
    workbench = await startWorkbench({ port: 0, ...options() });
    browser = await launchChromium();
  });
  const close = (): void => {
    opened?.close();
    opened = undefined;
  };
  afterEach(async () => {
    await opened?.page.evaluate(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()));
    close();
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  return {
    open: async (address, openOptions) => {
      if (workbench === undefined || browser === undefined) {
        throw new Error('session: a page can be opened in a test only');
      }
      close();
      page ??= await newWorkbenchPage(browser);
      opened = await openWorkbench(page, workbench.url, address, openOptions);
      return opened;
    },
  };
}
