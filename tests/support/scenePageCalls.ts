import type { Page } from 'playwright-core';
import type { ScenePage } from './scenePage';

export type SceneCalls = {
  readonly [Name in keyof ScenePage]: (
    ...values: Parameters<ScenePage[Name]>
  ) => Promise<Awaited<ReturnType<ScenePage[Name]>>>;
};

/** The functions of the scene's page, to be called from a test. */
export function callsOf(page: Page | (() => Page)): SceneCalls {
  const call = (name: string | symbol, values: unknown[]) =>
    (typeof page === 'function' ? page() : page).evaluate(
      ([key, given]) =>
        (window as unknown as { page: Record<string, (...all: unknown[]) => unknown> }).page[key](...given),
      [String(name), values] as const
    );
  return new Proxy({} as SceneCalls, {
    get:
      (_, name) =>
      (...values: unknown[]) =>
        call(name, values),
  });
}
