import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse, FieldType } from '@grafana/data';
import { from, map, mergeMap, type Observable } from 'rxjs';
import { VariableEditor } from '../editors/LazyVariableEditor';
import type { QueryServices } from '../query/services';
import type { TrafficApi } from '../types';
import type { TrafficVariableQuery } from './variableQuery';

/** Query variables of dashboards, as Grafana asks for them: an editor of our own, and values as a frame. */
export class TrafficVariableSupport extends CustomVariableSupport<TrafficApi, TrafficVariableQuery> {
  readonly editor = VariableEditor;

  constructor(private readonly services: () => QueryServices) {
    super();
  }

  override query = (request: DataQueryRequest<TrafficVariableQuery>): Observable<DataQueryResponse> => {
    const { targets, range, scopedVars, requestId, startTime: now } = request;
    return from(import('./findValues')).pipe(
      mergeMap(({ findValues }) => findValues(targets[0], { range, scopedVars, requestId, now }, this.services())),
      map((values) => {
        const column = (name: 'text' | 'value') => ({
          name,
          type: FieldType.string,
          config: {},
          values: values.map((each) => each[name]),
        });
        return { data: [{ length: values.length, fields: [column('text'), column('value')] }] };
      })
    );
  };
}
