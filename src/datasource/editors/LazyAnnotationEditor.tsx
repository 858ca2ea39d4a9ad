import type { QueryEditorProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import type { TrafficApi, TrafficJsonData, TrafficQuery } from '../types';

const LoadedAnnotationEditor = lazy(async () => ({ default: (await import('./AnnotationEditor')).AnnotationEditor }));

/** The editor of an annotation's query, as a chunk that dashboards do not load until someone edits. */
export function AnnotationEditor(props: QueryEditorProps<TrafficApi, TrafficQuery, TrafficJsonData>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading the query editor…" />}>
      <LoadedAnnotationEditor {...props} />
    </Suspense>
  );
}
