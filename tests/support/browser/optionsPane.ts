import type { Locator } from 'playwright-core';
import { formControls, type FormControls } from './formControls';
import type { Session } from './session';
import { INCIDENT_RANGE } from './traffic';
import type { WorkbenchAddress, WorkbenchPage } from './workbenchPage';

export interface OptionsPane {
  readonly workbench: WorkbenchPage;
  readonly pane: Locator;
  /** Controls below one of the pane's headings. */
  readonly section: (name: string) => FormControls;
  /** What the dashboard would keep of the panel's options. */
  readonly stored: () => Promise<Record<string, unknown>>;
  /** Its field options that hold for every field. */
  readonly fieldDefaults: () => Promise<Record<string, unknown>>;
}

/** A small map with its options beside it. */
export async function openOptions(
  session: Session,
  address: WorkbenchAddress = {},
  viewport = { width: 1000, height: 700 }
): Promise<OptionsPane> {
  const workbench = await session.open(
    { scenario: 'simulated-small', ...INCIDENT_RANGE, width: 460, height: 300, edit: true, ...address },
    { viewport }
  );
  await workbench.mapReady();
  const pane = workbench.page.getByLabel('Panel options', { exact: true });
  await pane.getByText('Panel JSON').click();
  const panel = async () =>
    JSON.parse((await pane.getByTestId('panel-json').textContent()) ?? '') as {
      options: Record<string, unknown>;
      fieldConfig: { defaults: Record<string, unknown> };
    };
  return {
    workbench,
    pane,
    section: (name) => formControls(workbench.page, pane.getByRole('region', { name, exact: true })),
    stored: async () => (await panel()).options,
    fieldDefaults: async () => (await panel()).fieldConfig.defaults,
  };
}
