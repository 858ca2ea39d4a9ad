import type { Browser } from 'playwright-core';
import { startWorkbench } from '../../workbench/server';
import type { HostVersion } from '../../workbench/versions';
import { newWorkbenchPage, openWorkbench } from '../support/browser/workbenchPage';

/** Types into an expression in one version's host; says what is wrong, or nothing when its editor completes a function. */
export async function editorProblems(version: HostVersion, browser: Browser): Promise<readonly string[]> {
  const server = await startWorkbench({ port: 0, hostVersion: version.name });
  const page = await newWorkbenchPage(browser);
  // Nothing answers as an upstream: the language itself is completed all the same.
  const opened = { scenario: 'graphite-statsd', edit: true, height: 300 };
  const workbench = await openWorkbench(page, server.url, opened, { expectedErrors: /status of|Failed to fetch/ });
  try {
    const field = page.locator('.cm-content[aria-label="Requests"]');
    await field.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('sumSer');
    await page
      .getByRole('option')
      .filter({ hasText: /^sumSeries/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('ies(a.b)');
    const written = await field.innerText();
    return [
      ...(written === 'sumSeries(a.b)' ? [] : [`the editor of an expression holds ${written}`]),
      ...workbench.errors.messages.map((message) => `console: ${message}`),
    ];
  } finally {
    await page.context().close();
    await server.stop();
  }
}
