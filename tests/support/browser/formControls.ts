import type { Locator, Page } from 'playwright-core';

/** Grafana's form controls within a part of the page, by the words that stand at them, as a person sets them. */
export interface FormControls {
  /** Presses a switch by its label, or a choice that stands beside others by its words. */
  readonly press: (words: string) => Promise<void>;
  /** Opens a select and takes one of its options. */
  readonly choose: (label: string, option: string) => Promise<void>;
  /** Replaces the text of a field, and leaves the field. */
  readonly write: (label: string, text: string) => Promise<void>;
  /** Moves a slider by its keys. */
  readonly slide: (key: 'ArrowLeft' | 'ArrowRight', times: number) => Promise<void>;
  /** Presses a button by its name. */
  readonly button: (name: string) => Promise<void>;
}

/** Labels of Grafana's fields hold their descriptions too, so that a name is how a label begins. */
const beginsWith = (words: string): RegExp => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

export function formControls(page: Page, area: Locator): FormControls {
  const field = (label: string): Locator => area.getByLabel(beginsWith(label)).first();
  return {
    // A choice lies unseen over its words.
    press: (words) => area.getByText(words, { exact: true }).first().click({ force: true }),
    choose: async (label, option) => {
      await field(label).focus();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('listbox').getByText(option, { exact: true }).first().click();
    },
    write: async (label, text) => {
      await field(label).fill(text);
      await field(label).blur();
    },
    slide: async (key, times) => {
      await area.getByRole('slider').focus();
      for (let pressed = 0; pressed < times; pressed++) {
        await page.keyboard.press(key);
      }
    },
    button: (name) => area.getByRole('button', { name, exact: true }).first().click(),
  };
}
