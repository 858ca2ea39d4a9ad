import React, { useState, type ComponentType, type ReactElement } from 'react';
import type {
  DataSourceApi,
  DataSourcePluginOptionsEditorProps,
  DataSourceSettings,
  TestDataSourceResponse,
} from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import { pageStyle } from './pageStyle';
import { StoredJson } from './StoredJson';

interface Props {
  readonly editor: ComponentType<DataSourcePluginOptionsEditorProps>;
  readonly settings: DataSourceSettings;
  /** Makes the data source with the settings as they are in the form. */
  readonly create: (settings: DataSourceSettings) => Promise<DataSourceApi>;
}

/** The settings page of our data source, with Grafana's "Save & test"; nothing is kept. */
export function ConfigPage({ editor: Editor, settings, create }: Props): ReactElement {
  const page = useStyles2(pageStyle);
  const [options, setOptions] = useState(settings);
  const [result, setResult] = useState<TestDataSourceResponse>();
  const test = async (): Promise<void> => {
    try {
      setResult(await (await create(options)).testDatasource());
    } catch (error) {
      setResult({ status: 'error', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <main className={page} aria-label="Data source settings">
      <Editor options={options} onOptionsChange={setOptions} />
      <div>
        <Button onClick={() => void test()}>Save & test</Button>
      </div>
      <StoredJson title="Settings JSON" testId="settings-json" value={options.jsonData} />
      {result !== undefined && (
        <Alert severity={result.status === 'success' ? 'success' : 'error'} title={result.message}>
          {result.details?.verboseMessage ?? result.details?.message}
        </Alert>
      )}
    </main>
  );
}
