import type { Browser } from 'playwright-core';
import { startWorkbench, type Workbench, type WorkbenchOptions } from '../../../workbench/server';
import { launchChromium } from './chromium';
import { openWorkbench, type OpenOptions, type WorkbenchAddress, type WorkbenchPage } from './workbenchPage';

/** A workbench and a browser that the tests of one file share. */
export interface Session {
  /** Opens a page; it is closed when the test that opened it ends. */
  readonly open: (address: WorkbenchAddress, options?: OpenOptions) => Promise<WorkbenchPage>;
}

/** Milliseconds for one test, a whole machine's load included. */
const TEST_MS = 180_000;

/** Starts a workbench and a browser for the tests of this file; `options` is asked for once the file's setup is over. */
export function useSession(options: () => Omit<WorkbenchOptions, 'port'> = () => ({})): Session {
  jest.setTimeout(TEST_MS);
  let workbench: Workbench | undefined;
  let browser: Browser | undefined;
  const opened: WorkbenchPage[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench({ port: 0, ...options() });
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((page) => page.close()));
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
      const page = await openWorkbench(browser, workbench.url, address, openOptions);
      opened.push(page);
      return page;
    },
  };
}
