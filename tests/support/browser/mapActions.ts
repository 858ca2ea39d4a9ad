import type { Locator, Page } from 'playwright-core';
import { TEST_IDS } from '../../../src/panel/testIds';
import { nextFrame } from './frameClock';

export interface TableActions {
  readonly namesInTable: () => Promise<readonly string[]>;
  readonly openInTable: (name: string) => Promise<void>;
  readonly closeTable: () => Promise<void>;
}

/** The table that stands for the map, by the keys that open and close it. */
export function tableActions(
  page: Page,
  { map, table }: { readonly map: Locator; readonly table: Locator }
): TableActions {
  const open = async (): Promise<void> => {
    if (!(await table.isVisible())) {
      await map.focus();
      await page.keyboard.press('t');
      await table.waitFor();
    }
  };
  const closeTable = async (): Promise<void> => {
    await table.getByRole('region').focus();
    await page.keyboard.press('Escape');
    await table.waitFor({ state: 'detached' });
  };
  return {
    namesInTable: async () => {
      await open();
      const names = await table.locator('tbody tr td:nth-child(2)').allInnerTexts();
      return [...new Set(names.map((name) => name.trim()))].sort();
    },
    openInTable: async (name) => {
      await open();
      await table.locator('tbody').getByRole('button', { name, exact: true }).first().click();
      await closeTable();
    },
    closeTable,
  };
}

/** Keys that lead over a map: from where the cursor starts, left to the first column, then right through it. */
const ROUTE = [
  'ArrowRight',
  'ArrowLeft',
  'ArrowLeft',
  'ArrowUp',
  'ArrowUp',
  'ArrowDown',
  'ArrowDown',
  'ArrowDown',
  'ArrowRight',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
];

/** Moves the keyboard's cursor until it says a node's name, and reads where its ring is. Throws when it never does. */
export async function placeOf(
  page: Page,
  map: Locator,
  summary: Locator,
  name: string
): Promise<{ x: number; y: number }> {
  await map.focus();
  const said = summary.locator('p').last();
  for (const key of ROUTE) {
    const before = await said.innerText();
    await page.keyboard.press(key);
    await page.waitForFunction(
      ({ selector, text }) => document.querySelector(selector)?.textContent !== text || text !== '',
      {
        selector: `[data-testid="${TEST_IDS.summary}"] p:last-child`,
        text: before,
      }
    );
    if ((await said.innerText()).startsWith(`${name},`)) {
      // The ring follows the cursor with the next frame.
      await nextFrame(page);
      const ring = await page.getByTestId(TEST_IDS.focusRing).first().boundingBox();
      const box = await map.boundingBox();
      if (ring === null || box === null) {
        throw new Error(`placeOf: the cursor is on ${name}, but has no ring`);
      }
      return { x: ring.x + ring.width / 2 - box.x, y: ring.y + ring.height / 2 - box.y };
    }
  }
  throw new Error(`placeOf: the cursor never came to ${name}; it was last on: ${await said.innerText()}`);
}
