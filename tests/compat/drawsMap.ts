import type { Browser } from 'playwright-core';
import { startWorkbench } from '../../workbench/server';
import type { HostVersion } from '../../workbench/versions';
import { countDifferent } from '../support/browser/pixels';
import { newWorkbenchPage, openWorkbench } from '../support/browser/workbenchPage';

/** Fewer pixels than this could differ by a blinking cursor. */
const FEWEST_MOVED = 50;

/** Opens the built plugins in one version's host; says what is wrong, or nothing when the map lives. */
export async function mapProblems(version: HostVersion, browser: Browser): Promise<readonly string[]> {
  const server = await startWorkbench({ port: 0, hostVersion: version.name });
  const page = await newWorkbenchPage(browser);
  const workbench = await openWorkbench(page, server.url, { scenario: 'simulated', edit: true });
  try {
    await workbench.mapReady();
    const first = await workbench.pictureAt(100);
    const moved = countDifferent(first, await workbench.pictureAt(100.4));
    const still = countDifferent(first, await workbench.pictureAt(100));
    return [
      ...(moved < FEWEST_MOVED ? [`only ${moved} pixels differ after 0.4 s: nothing moves`] : []),
      ...(still > 0 ? [`${still} pixels differ at one and the same time`] : []),
      ...workbench.errors.messages.map((message) => `console: ${message}`),
    ];
  } finally {
    await page.context().close();
    await server.stop();
  }
}
