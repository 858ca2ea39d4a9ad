import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import type { TrafficJsonData } from '../types';

const LoadedConfigEditor = lazy(async () => ({ default: (await import('./ConfigEditor')).ConfigEditor }));

/** The settings of the data source, as a chunk that dashboards do not load. */
export function ConfigEditor(props: DataSourcePluginOptionsEditorProps<TrafficJsonData>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading the settings…" />}>
      <LoadedConfigEditor {...props} />
    </Suspense>
  );
}
