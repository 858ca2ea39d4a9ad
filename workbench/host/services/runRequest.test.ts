import { lastValueFrom, of, throwError, toArray } from 'rxjs';
import { LoadingState, dateTime, type DataQueryRequest, type DataSourceApi } from '@grafana/data';
import { runRequest } from './runRequest';

const now = dateTime(0);
const request = {
  targets: [{ refId: 'A' }],
  range: { from: now, to: now, raw: { from: now, to: now } },
} as unknown as DataQueryRequest;

const answering = (query: DataSourceApi['query']): DataSourceApi => ({ query }) as unknown as DataSourceApi;
const frame = (refId: string): object => ({ refId, fields: [], length: 0 });

describe('running a request', () => {
  it('puts packets together by key, a later one in the place of an earlier', async () => {
    const packets = [
      { key: 'a', data: [frame('1')] },
      { key: 'b', data: [frame('2')] },
      { key: 'a', data: [frame('3')] },
    ];
    const all = await lastValueFrom(
      runRequest(
        answering(() => of(...packets)),
        request
      ).pipe(toArray())
    );
    expect(all.at(-1)?.series.map((series) => series.refId)).toEqual(['3', '2']);
    expect(all.at(-1)?.state).toBe(LoadingState.Done);
  });

  it('turns a failure into data with the error, and keeps frames beside an error of the answer', async () => {
    const failed = await lastValueFrom(
      runRequest(
        answering(() => throwError(() => new Error('no route'))),
        request
      )
    );
    expect(failed).toMatchObject({ state: LoadingState.Error, error: { message: 'no route' } });
    const partly = await lastValueFrom(
      runRequest(
        answering(() => of({ data: [frame('1')], errors: [{ message: 'half' }] })),
        request
      )
    );
    expect(partly).toMatchObject({ state: LoadingState.Error, error: { message: 'half' } });
    expect(partly.series).toHaveLength(1);
  });

  it('asks nobody where there is nothing to ask', async () => {
    const query = jest.fn();
    const data = await lastValueFrom(runRequest(answering(query), { ...request, targets: [] }));
    expect(data.state).toBe(LoadingState.Done);
    expect(query).not.toHaveBeenCalled();
  });
});
