import { FakeUpstream } from '../testSupport/fakeUpstream';
import { testUpstreams } from './testUpstreams';

const UPSTREAMS = [
  new FakeUpstream('prom', 'prometheus'),
  new FakeUpstream('broken', 'graphite', undefined, async () => ({ status: 'error', message: 'Bad gateway' })),
  new FakeUpstream('closed', 'prometheus', undefined, async () => {
    throw { status: 403, data: { message: 'Access denied' } };
  }),
];

async function find(uid: string) {
  const found = UPSTREAMS.find((upstream) => upstream.uid === uid);
  if (!found) {
    throw new Error(`Datasource ${uid} was not found`);
  }
  return found;
}

describe('testUpstreams', () => {
  it('is ready with none, and says what to add', async () => {
    const { status, message } = await testUpstreams([], find);
    expect(status).toBe('success');
    expect(message).toMatch(/simulated traffic.*Add a Prometheus or Graphite data source/);
  });

  it('says of each upstream that it answers', async () => {
    expect(await testUpstreams([{ kind: 'prometheus', uid: 'prom' }], find)).toEqual({
      status: 'success',
      message: 'Prometheus “name of prom” answers.',
    });
  });

  it('says of each that does not what is wrong and what to do, before those that answer', async () => {
    const { status, message } = await testUpstreams(
      [
        { kind: 'prometheus', uid: 'prom' },
        { kind: 'graphite', uid: 'broken' },
        { kind: 'prometheus', uid: 'closed' },
        { kind: 'graphite', uid: 'gone' },
      ],
      find
    );
    expect(status).toBe('error');
    expect(message).toMatch(
      /^Graphite “name of broken” fails its own test: Bad gateway.*“name of closed” .*\(status 403\).*permission.*no data source “gone”.*deleted.*“name of prom” answers\.$/
    );
  });
});
