import type { DataSourceApi, ScopedVars } from '@grafana/data';
import { catchError, defer, from, map, type Observable, of } from 'rxjs';
import type { QueryDefinition } from '../types';
import { delegatedUpstream, kindOfPlugin } from '../upstreams';
import type { DelegatedUpstream } from '../upstreams/upstream';
import { type Failure, missingDataSource } from './failure';
import type { QueryServices } from './services';

/** Who answers a definition: the simulation, the query itself, the address of the settings, an existing data source, or nobody. */
export type ResolvedDefinition =
  | { readonly answeredBy: 'simulation' | 'query' | 'address'; readonly definition: QueryDefinition }
  | {
      readonly answeredBy: 'dataSource';
      readonly definition: QueryDefinition;
      readonly dataSource: DataSourceApi;
      readonly upstream: DelegatedUpstream;
    }
  | { readonly answeredBy: 'nobody'; readonly definition: QueryDefinition; readonly failure: Failure };

const OWN_PLUGIN_ID = 'intuition-traffic-datasource';

/** Finds the data source of a definition. One that is missing, or of the wrong kind, is a failure and never throws. */
export function resolveUpstream(
  definition: QueryDefinition,
  scopedVars: ScopedVars,
  services: Pick<QueryServices, 'getDataSource' | 'upstreams'>
): Observable<ResolvedDefinition> {
  const { kind } = definition;
  if (kind === 'simulated') {
    return of({ answeredBy: 'simulation', definition });
  }
  if (kind === 'pasted') {
    return of({ answeredBy: 'query', definition });
  }
  if (kind === 'vizceral') {
    return of({ answeredBy: 'address', definition });
  }
  const upstream = delegatedUpstream(kind);
  const uid = definition.upstream || services.upstreams.find((each) => each.kind === kind)?.uid;
  if (!uid) {
    const message =
      `Definition “${definition.id}” names no ${upstream.label} data source. ` +
      'Choose one in the query editor, or add one in the settings of this data source.';
    return of({ answeredBy: 'nobody', definition, failure: { upstream: definition.id, message } });
  }
  return defer(() => from(services.getDataSource({ uid }, scopedVars))).pipe(
    map((dataSource): ResolvedDefinition => {
      const actual = kindOfPlugin(dataSource.type);
      const isOfAnotherKind = actual !== undefined && actual !== kind;
      if (isOfAnotherKind || dataSource.type === OWN_PLUGIN_ID) {
        const message =
          `Definition “${definition.id}” asks ${dataSource.name} in the language of ${upstream.label}, ` +
          `but it is of type ${dataSource.type}. Choose another data source, or another kind.`;
        return { answeredBy: 'nobody', definition, failure: { upstream: dataSource.name, message } };
      }
      return { answeredBy: 'dataSource', definition, dataSource, upstream };
    }),
    catchError(() => of<ResolvedDefinition>({ answeredBy: 'nobody', definition, failure: missingDataSource(uid) }))
  );
}
