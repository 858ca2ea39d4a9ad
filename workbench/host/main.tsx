import React, { type ComponentType, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import { sceneGraph } from '@grafana/scenes';
import { findScenario } from '../scenarios';
import { parseAddress } from './address';
import { boot, PANEL_ID, type Booted } from './boot';
import { ConfigPage } from './dashboard/ConfigPage';
import { createDashboard } from './dashboard/createDashboard';
import { DashboardPage, Page } from './dashboard/Page';
import { AnnotationPage, VariablePage } from './dashboard/settingsPages';
import { createDataSource } from './dataSources/create';
import { UID } from './dataSources/settings';
import { disableWebGl } from './withoutWebGl';

function configPage({ traffic, settings }: Booted): ReactElement {
  const ours = settings.find((each) => each.uid === UID.traffic) ?? settings[0];
  const editor = traffic.components.ConfigEditor as unknown as ComponentType<DataSourcePluginOptionsEditorProps>;
  return (
    <ConfigPage
      editor={editor}
      settings={{ ...ours, secureJsonFields: {} } as unknown as DataSourceSettings}
      create={({ jsonData }) => createDataSource({ ...ours, jsonData }, traffic)}
    />
  );
}

async function start(): Promise<void> {
  const address = parseAddress(window.location.search);
  const scenario = findScenario(address.scenario);
  if (scenario.withoutWebGl === true) {
    disableWebGl();
  }
  const booted = await boot(address.theme);
  const dataSource = await booted.getDataSource(scenario.dataSource);
  const dashboard = createDashboard(scenario, address, dataSource.type, PANEL_ID);
  booted.templateSrv.attach(dashboard.scene);
  const range = sceneGraph.getTimeRange(dashboard.scene).state.value;
  const root = document.getElementById('root');
  if (root === null) {
    throw new Error('The page has no element with the id "root"');
  }
  createRoot(root).render(
    <Page theme={booted.theme} address={address} scenario={scenario}>
      {address.page === 'config' && configPage(booted)}
      {address.page === 'variable' && <VariablePage dataSource={dataSource} range={range} />}
      {address.page === 'annotation' && <AnnotationPage dataSource={dataSource} range={range} />}
      {address.page === 'dashboard' && (
        <DashboardPage dashboard={dashboard} dataSource={dataSource} plugin={booted.panel} edit={address.edit} />
      )}
    </Page>
  );
}

start().catch((error: unknown) => {
  const message = document.createElement('pre');
  message.id = 'workbench-error';
  message.textContent = error instanceof Error ? (error.stack ?? error.message) : String(error);
  document.body.replaceChildren(message);
});
