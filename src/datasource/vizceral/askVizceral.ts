import { catchError, map, type Observable, of, timeout } from 'rxjs';
import { readVizceral } from '../../core/vizceral';
import type { TimeGrid } from '../../upstream/grid';
import { upstreamErrorText } from '../../upstream/errorText';
import type { DefinitionAnswer } from '../query/answer';
import type { Failure } from '../query/failure';
import type { QueryServices } from '../query/services';
import type { QueryDefinition } from '../types';
import { contentAnswer } from './contentAnswer';
import { pathBelow } from './pathBelow';
import { vizceralFailure } from './vizceralFailure';

type Services = Pick<QueryServices, 'fetchJson' | 'timeoutMs' | 'vizceralAddress'>;

/**
 * Answers a definition with the Vizceral data at its path, below the address of the data source's settings, which
 * Grafana fetches. Never fails: what goes wrong is said in the answer.
 */
export function askVizceral(
  definition: QueryDefinition,
  grid: TimeGrid,
  { fetchJson, timeoutMs, vizceralAddress }: Services
): Observable<DefinitionAnswer> {
  const { id, path = '' } = definition;
  const name = path.trim() === '' ? 'The Vizceral address' : `“${path.trim()}”`;
  const failed = (message: string, status?: number): DefinitionAnswer => {
    const failure: Failure = { upstream: id, message, ...(status !== undefined && { status }) };
    return { definition, failure, notices: [] };
  };
  if (vizceralAddress === undefined) {
    return of(
      failed(`“${id}” has nowhere to read from: set the address of Vizceral data in the settings of this data source.`)
    );
  }
  const address = pathBelow(vizceralAddress, path);
  if (address === undefined) {
    return of(
      failed(`${name} of “${id}” is no path below the address of the settings. Write one such as traffic/now.json.`)
    );
  }
  return fetchJson(address).pipe(
    timeout({ first: timeoutMs }),
    map((body) => {
      if (typeof body === 'string') {
        const kind = body.trimStart().startsWith('<') ? 'html' : 'unreadable';
        return failed(upstreamErrorText({ upstream: name, kind }));
      }
      const content = readVizceral(body);
      return content
        ? contentAnswer(definition, content, 'Vizceral data', grid)
        : failed(`${name} is JSON and no Vizceral data: its outermost object has neither “nodes” nor “connections”.`);
    }),
    catchError((error: unknown) => {
      const { message, status } = vizceralFailure(error, name, timeoutMs);
      return of(failed(message, status));
    })
  );
}
