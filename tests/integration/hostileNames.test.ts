import { remoteWrite } from '../../demo/history/remoteWrite';
import { sendToCarbon } from '../../demo/carbon/sendToCarbon';
import type { TrafficDefinition } from '../../src/core/model/definition';
import { escapeGraphiteTagRegex } from '../../src/upstream/graphite/escape';
import { escapeLabelValue, escapeRegex } from '../../src/upstream/prometheus/escape';
import { readTraffic } from '../support/readTraffic';
import { SERVER_WINDOW, testServers } from '../support/servers';

jest.setTimeout(30_000);

const MINUTE = 60_000;
const END = SERVER_WINDOW.toMs;
const GRID = { from: END - 2 * MINUTE, to: END, stepMs: MINUTE };

/** What someone who may name a service could try. */
const HOSTILE = Object.freeze([
  'say "hi"',
  "it's",
  'back\\slash\\',
  'two\nlines',
  '<img src=x onerror=alert(1)>',
  '"} or vector(1) #',
  '.*',
  'a→b/c%2F',
  '${__user.login} $__rate_interval {{x}}',
  '__proto__',
  'constructor',
  'ünï-サービス-🛒',
  'x'.repeat(2000),
]);
/** Carbon's lines end names at spaces, and tags at semicolons; Graphite refuses a tag that begins with "~". */
const HOSTILE_TAGS = Object.freeze(HOSTILE.map((name) => name.replace(/\s/g, '_')).filter((name) => name.length < 200));

const mapping = { source: { label: 'source' }, target: { label: 'target' } };

function prometheus(requests: string): TrafficDefinition {
  return { id: 'hostile', kind: 'prometheus', upstream: 'hostile', expressions: { requests }, mapping };
}

function graphite(requests: string): TrafficDefinition {
  return { id: 'hostile', kind: 'graphite', upstream: 'hostile', expressions: { requests }, mapping };
}

describe('hostile names in a real Prometheus', () => {
  const url = () => testServers().prometheusUrl;

  beforeAll(async () => {
    const samples = Array.from({ length: 13 }, (_, index) => [END - (12 - index) * 15_000, index * 15] as const);
    await remoteWrite(
      url(),
      HOSTILE.map((name) => ({ name: 'hostile_total', labels: { source: name, target: `to ${name}` }, samples }))
    );
  });

  it('come through letter by letter', async () => {
    const expression = 'sum by (source, target) (rate(hostile_total[$__rate_interval]))';
    const { history, upstreamNotices } = await readTraffic([{ definition: prometheus(expression), url: url() }], GRID);
    expect(upstreamNotices).toEqual([]);
    expect([...history.nodes.names].sort()).toEqual(HOSTILE.flatMap((name) => [name, `to ${name}`]).sort());
    expect(new Set(history.edges.ids).size).toBe(HOSTILE.length);
    expect([...history.edges.rates[0]].every((rate) => Math.abs(rate - 1) < 1e-5)).toBe(true);
  });

  it.each(HOSTILE.filter((name) => !name.includes('$__')))('select themselves alone when escaped: %j', async (name) => {
    const matchers = [`source="${escapeLabelValue(name)}"`, `source=~"${escapeRegex(name)}"`];
    const results = await Promise.all(
      matchers.map((matcher) =>
        readTraffic([{ definition: prometheus(`rate(hostile_total{${matcher}}[1m])`), url: url() }], GRID)
      )
    );
    for (const { history, upstreamNotices } of results) {
      expect(upstreamNotices).toEqual([]);
      expect(history.edges.ids).toHaveLength(1);
      expect(history.nodes.names[history.edges.source[0]]).toBe(name);
    }
  });
});

describe('hostile names in a real Graphite', () => {
  const read = (target: string) =>
    readTraffic([{ definition: graphite(target), url: testServers().graphiteUrl }], { ...GRID, stepMs: 10_000 });
  const everything = "seriesByTag('name=hostile.requests')";

  beforeAll(async () => {
    const lines = HOSTILE_TAGS.flatMap((name) =>
      Array.from(
        { length: 12 },
        (_, index) => `hostile.requests;source=${name};target=to-${name} 1 ${END / 1000 - index * 10}\n`
      )
    );
    await sendToCarbon({ host: '127.0.0.1', port: testServers().carbonPort }, lines);
    for (let found = 0; found < HOSTILE_TAGS.length;) {
      found = (await read(everything)).history.edges.ids.length;
    }
  });

  it('come through letter by letter', async () => {
    const { history, upstreamNotices } = await read(everything);
    expect(upstreamNotices).toEqual([]);
    expect([...history.nodes.names].sort()).toEqual(HOSTILE_TAGS.flatMap((name) => [name, `to-${name}`]).sort());
  });

  it.each(HOSTILE_TAGS)('select themselves alone when escaped: %j', async (name) => {
    const { history } = await read(`seriesByTag('name=hostile.requests', 'source=~^${escapeGraphiteTagRegex(name)}$')`);
    expect([...history.edges.source].map((row) => history.nodes.names[row])).toEqual([name]);
  });
});
