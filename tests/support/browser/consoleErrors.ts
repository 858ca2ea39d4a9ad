import type { Page } from 'playwright-core';

/** What the page complained of, in order. */
export interface ConsoleErrors {
  readonly messages: readonly string[];
}

/** Collects errors of the console and uncaught ones; `expected` are those that a test brings about on purpose. */
export function collectConsoleErrors(page: Page, expected = /$^/): ConsoleErrors {
  const messages: string[] = [];
  const add = (text: string): void => {
    if (!expected.test(text)) {
      messages.push(text);
    }
  };
  page.on('console', (message) => message.type() === 'error' && add(`${message.text()} (${message.location().url})`));
  page.on('pageerror', (error) => add(`uncaught: ${error.stack ?? error.message}`));
  return { messages };
}
