import type { QueryEditorProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import type { TrafficDataSource } from '../TrafficDataSource';
import type { TrafficJsonData, TrafficQuery } from '../types';

const LoadedQueryEditor = lazy(async () => ({ default: (await import('./QueryEditor')).QueryEditor }));

/** The query editor, as a chunk that dashboards do not load until someone edits. */
export function QueryEditor(props: QueryEditorProps<TrafficDataSource, TrafficQuery, TrafficJsonData>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading the query editor…" />}>
      <LoadedQueryEditor {...props} />
    </Suspense>
  );
}
