import React, { type ComponentType, type ReactElement } from 'react';
import {
  dateTimeFormat,
  type AnnotationQuery,
  type CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type QueryEditorProps,
  type TimeRange,
} from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { firstValueFrom, lastValueFrom, type Observable } from 'rxjs';
import { EditorPage } from './EditorPage';

interface Props {
  readonly dataSource: DataSourceApi;
  readonly range: TimeRange;
}

type AnyEditor = ComponentType<QueryEditorProps<DataSourceApi, DataQuery>>;

const request = (target: DataQuery, range: TimeRange): DataQueryRequest => ({
  requestId: `settings-${target.refId}`,
  app: 'dashboard',
  interval: '15s',
  intervalMs: 15_000,
  maxDataPoints: 100,
  range,
  scopedVars: {},
  startTime: range.to.valueOf(),
  targets: [target],
  timezone: 'utc',
});

/** The editor of a dashboard's variable of type Query, and its values. */
export function VariablePage({ dataSource, range }: Props): ReactElement {
  const support = dataSource.variables as CustomVariableSupport<DataSourceApi>;
  const Editor = support.editor as unknown as AnyEditor;
  const values = async (query: unknown): Promise<readonly string[]> => {
    const { data } = await firstValueFrom(support.query(request(query as DataQuery, range)));
    const { fields } = data[0] as { fields: ReadonlyArray<{ name: string; values: readonly string[] }> };
    return fields.find(({ name }) => name === 'text')?.values ?? [];
  };
  return (
    <EditorPage
      title="Variable"
      gives="values"
      editor={(query, onChange) => (
        <Editor
          datasource={dataSource}
          query={(query ?? '') as DataQuery}
          onChange={onChange}
          onRunQuery={() => undefined}
        />
      )}
      preview={(query) => values(query ?? '')}
    />
  );
}

/** The editor of a dashboard's annotation, and its events. */
export function AnnotationPage({ dataSource, range }: Props): ReactElement {
  const support = dataSource.annotations!;
  const Editor = support.QueryEditor as unknown as AnyEditor;
  const events = async (target: unknown): Promise<readonly string[]> => {
    const annotation = { name: 'Trouble', enable: true, iconColor: 'red', target } as AnnotationQuery;
    const query = support.prepareQuery!(annotation) as DataQuery;
    const { data } = await lastValueFrom(dataSource.query(request(query, range)) as Observable<DataQueryResponse>);
    const found = (await firstValueFrom(support.processEvents!(annotation, data))) ?? [];
    return found.map(
      ({ time, title }) => `${dateTimeFormat(time ?? 0, { timeZone: 'utc', format: 'HH:mm' })} ${title}`
    );
  };
  return (
    <EditorPage
      title="Annotation"
      gives="events"
      editor={(query, onChange) => (
        <Editor datasource={dataSource} query={query as DataQuery} onChange={onChange} onRunQuery={() => undefined} />
      )}
      preview={events}
    />
  );
}
