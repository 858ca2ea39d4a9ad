import type { ConsoleMessage, Page } from 'playwright-core';

/** What the page complained of, in order. */
export interface ConsoleErrors {
  readonly messages: readonly string[];
  /** Listens no more. */
  readonly stop: () => void;
}

/** Collects errors of the console and uncaught ones; `expected` are those that a test brings about on purpose. */
export function collectConsoleErrors(page: Page, expected = /$^/): ConsoleErrors {
  const messages: string[] = [];
  const add = (text: string): void => {
    if (!expected.test(text)) {
      messages.push(text);
    }
  };
  const ofConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error') {
      add(`${message.text()} (${message.location().url})`);
    }
  };
  const uncaught = (error: Error): void => add(`uncaught: ${error.stack ?? error.message}`);
  page.on('console', ofConsole);
  page.on('pageerror', uncaught);
  return { messages, stop: () => void page.off('console', ofConsole).off('pageerror', uncaught) };
}
