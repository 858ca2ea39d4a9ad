import { LoadingState } from '@grafana/data';
import { of, throwError } from 'rxjs';
import { FakeUpstream, FROM, seriesFrame, timeRange, TO } from '../testSupport/fakeUpstream';
import { MESH, query, run, services } from '../testSupport/runQuery';

describe('runQuery of an upstream that answered before and fails now', () => {
  const MINUTE = 60_000;
  const later = (byMs: number) => ({ range: timeRange(FROM + byMs, TO + byMs), startTime: TO + byMs });

  function flaky() {
    const answers = { fail: false };
    const upstream = new FakeUpstream('flaky', 'prometheus', (request) =>
      answers.fail
        ? throwError(() => ({ status: 503, data: {} }))
        : of({ data: request.targets.map(({ refId }) => seriesFrame(refId, { source: 'app', target: 'db' }, 2)) })
    );
    return { answers, upstream };
  }

  it('keeps its last edges, marked with their age, beside the fresh ones of the others', async () => {
    const { answers, upstream } = flaky();
    const timely = new FakeUpstream('prom', 'prometheus', ({ range, targets }) =>
      of({
        data: targets.map(({ refId }) => {
          const { fields, ...frame } = seriesFrame(refId, { source: 'web', target: 'cart' }, 5);
          const [time, value] = fields;
          const byMs = range.from.valueOf() - FROM;
          return { ...frame, fields: [{ ...time, values: time.values.map((at: number) => at + byMs) }, value] };
        }),
      })
    );
    const using = services([upstream, timely]);
    const asked = query({ ...MESH, id: 'flaky', upstream: 'flaky' }, MESH);
    const before = await run(asked, using);
    expect(before.result?.history.edges.staleSince).toBeUndefined();
    answers.fail = true;
    const { result, response, notices } = await run(asked, using, later(2 * MINUTE));
    expect(response.state).toBe(LoadingState.Done);
    expect(result?.history.edges.ids).toEqual(['app→db', 'web→cart']);
    expect(result?.history.edges.staleSince).toEqual(Float64Array.of(TO, NaN));
    const { times, edges } = result!.history;
    expect(times.at(-1)).toBe(TO + 2 * MINUTE);
    expect(edges.rates[0][times.length - 1]).toBe(2);
    expect(notices).toEqual([
      expect.stringMatching(/^The edges of “flaky” are as of 2 min ago\. name of flaky .*\(status 503\)/),
    ]);
    expect(result?.notices[0]).toMatchObject({ severity: 'error', upstream: 'name of flaky' });
  });

  it('is fresh again with the next good answer', async () => {
    const { answers, upstream } = flaky();
    const using = services([upstream]);
    const asked = query({ ...MESH, upstream: 'flaky' });
    await run(asked, using);
    answers.fail = true;
    expect((await run(asked, using, later(MINUTE))).result?.history.edges.staleSince).toEqual(Float64Array.of(TO));
    answers.fail = false;
    const { result, notices } = await run(asked, using);
    expect(result?.history.edges.staleSince).toBeUndefined();
    expect(notices).toEqual([]);
  });

  it('takes a fresh definition before a stale one, whatever the order', async () => {
    const { answers, upstream } = flaky();
    const fresh = new FakeUpstream('prom', 'prometheus', (request) =>
      of({ data: request.targets.map(({ refId }) => seriesFrame(refId, { source: 'app', target: 'db' }, 9)) })
    );
    const using = services([upstream, fresh]);
    const asked = query({ ...MESH, id: 'flaky', upstream: 'flaky' }, MESH);
    expect((await run(asked, using)).result?.history.edges.rates[0][0]).toBe(2);
    answers.fail = true;
    const { result } = await run(asked, using);
    expect(result?.history.edges.rates[0][0]).toBe(9);
    expect(result?.history.edges.staleSince).toEqual(Float64Array.of(NaN));
  });

  it('is not taken for the answer to another question, or to one much later', async () => {
    const { answers, upstream } = flaky();
    const using = services([upstream]);
    const asked = query({ ...MESH, upstream: 'flaky' });
    await run(asked, using);
    answers.fail = true;
    const others = [
      run(query({ ...MESH, upstream: 'flaky', expressions: { requests: 'other' } }), using),
      run(asked, using, { filters: [{ key: 'namespace', operator: '=', value: 'shop' }] }),
      run(asked, using, later(-60 * MINUTE)),
      run(asked, using, later(16 * MINUTE)),
      run(asked, services([upstream])),
    ];
    for (const { response } of await Promise.all(others)) {
      expect(response.state).toBe(LoadingState.Error);
      expect(response.data).toEqual([]);
    }
  });
});
