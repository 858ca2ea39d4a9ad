import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './editors/LazyConfigEditor';
import { QueryEditor } from './editors/LazyQueryEditor';
import { TrafficDataSource } from './TrafficDataSource';
import type { TrafficJsonData, TrafficQuery } from './types';

export const plugin = new DataSourcePlugin<TrafficDataSource, TrafficQuery, TrafficJsonData>(TrafficDataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
