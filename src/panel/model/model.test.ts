import { smallResult } from '../../../tests/support/trafficResult';
import { evaluateThresholds, reasonWords } from '../../core/thresholds';
import { buildView } from '../../core/view/buildView';
import { createFormat } from '../format';
import { dataLinks } from './dataLinks';
import { lastTransition, usualWords } from './describe';
import { detailAt } from './detail';
import { crumbs, nearestPlace, parentPlace } from './navigation';
import { bucketAt, replayStep, troubleOverTime } from './replay';
import { safeLink } from './safeLink';
import { subjectEdges, subjectSeries } from './subjectSeries';
import { changeSentence, factsSentence, kindAndPlace, pickFacts, viewSentence } from './summary';
import { troubledMembers } from './troubledMembers';

const { history, states } = smallResult();
const format = createFormat({ timeZone: 'utc', rateUnit: 'reqps' });
const services = buildView(history, states, { path: [], detail: 'services' });
const groups = buildView(history, states, { path: [], detail: 'groups' });
const rowOf = (name: string) => services.nodes.names.indexOf(name);

describe('places', () => {
  it('lead back level by level', () => {
    const focused = { path: ['eu', 'shop'], focus: 'eu/shop/checkout' };
    expect(crumbs(focused, history.nodes).map(({ label }) => label)).toEqual(['World', 'eu', 'shop', 'checkout']);
    expect(parentPlace(focused)).toEqual({ path: ['eu', 'shop'] });
    expect(parentPlace({ path: ['eu'] })).toEqual({ path: [] });
    expect(parentPlace({ path: [] })).toBeUndefined();
  });

  it('fall back to what is still there', () => {
    expect(nearestPlace({ path: ['eu', 'shop'] }, history.nodes)).toEqual({ place: { path: ['eu', 'shop'] } });
    expect(nearestPlace({ path: ['eu', 'gone', 'x'] }, history.nodes)).toEqual({
      place: { path: ['eu'] },
      vanished: 'eu / gone',
    });
    expect(nearestPlace({ path: ['eu'], focus: 'nobody' }, history.nodes)).toEqual({
      place: { path: ['eu'] },
      vanished: 'nobody',
    });
  });

  it('show groups by themselves only where services would be too many', () => {
    const many = { ...history.nodes, groups: Array.from({ length: 60 }, (_, node) => [node % 2 === 0 ? 'a' : 'b']) };
    expect(detailAt('auto', { path: [] }, history.nodes)).toBe('services');
    expect(detailAt('auto', { path: [] }, many)).toBe('groups');
    expect(detailAt('auto', { path: ['a'] }, many)).toBe('services');
    expect(detailAt('groups', { path: [], focus: 'x' }, many)).toBe('services');
  });
});

describe('facts of a connection', () => {
  const pick = { kind: 'edge', row: 0, id: services.edges.ids[0] } as const;

  it('say from when its numbers are, where its upstream fails', () => {
    const staleSince = Float64Array.of(Date.UTC(2026, 0, 5, 12, 3, 10), NaN, NaN);
    const stale = { ...services, edges: { ...services.edges, staleSince } };
    expect(factsSentence(pickFacts(stale, pick), format)).toMatch(/, stale: as of 12:03:10$/);
    expect(factsSentence(pickFacts(services, pick), format)).not.toMatch(/stale/);
  });

  it('say where it is, since names alone repeat from region to region', () => {
    const whereOf = (edge: number, paths = services.nodes.paths) => {
      const view = { ...services, nodes: { ...services.nodes, paths } };
      return kindAndPlace(pickFacts(view, { kind: 'edge', row: edge, id: services.edges.ids[edge] }));
    };
    const edgeTo = (source: string, target: string) =>
      services.edges.ids.findIndex(
        (_, edge) => services.edges.source[edge] === rowOf(source) && services.edges.target[edge] === rowOf(target)
      );
    expect(whereOf(edgeTo('gateway', 'checkout'))).toBe('connection in eu / shop');
    expect(whereOf(edgeTo('gateway', 'odd <b>"/→'))).toBe('connection from eu / shop to eu / a/b % c');
    const outside = services.nodes.paths.map((path, row) => (row === rowOf('gateway') ? [] : path));
    expect(whereOf(edgeTo('gateway', 'checkout'), outside)).toBe('connection to eu / shop');
    const nowhere = services.nodes.paths.map(() => []);
    expect(whereOf(edgeTo('gateway', 'checkout'), nowhere)).toBe('connection');
  });
});

describe('series of what is selected', () => {
  it('of a service: what comes in', () => {
    const pick = { kind: 'node', row: rowOf('checkout'), id: 'eu/shop/checkout' } as const;
    const { rate, errorRatio, p95 } = subjectSeries(history, subjectEdges(history, services, pick));
    expect([...rate]).toEqual([9, 16]);
    expect([...errorRatio]).toEqual([0.25, 0.1875]);
    expect([...(p95 ?? [])]).toEqual([0.25, 0.125]);
  });

  it('of a service that nobody calls: what goes out; rates add, errors weigh, latency is the slowest', () => {
    const pick = { kind: 'node', row: rowOf('gateway'), id: 'eu/shop/gateway' } as const;
    const { rate, errorRatio, p95 } = subjectSeries(history, subjectEdges(history, services, pick));
    expect([...rate]).toEqual([12, 20]);
    expect([...errorRatio]).toEqual([(0.25 * 9) / 12, (0.1875 * 16 + 0.25 * 4) / 20]);
    expect([...(p95 ?? [])]).toEqual([0.25, 2]);
  });

  it('of a group: what its services receive', () => {
    const pick = { kind: 'node', row: 0, id: groups.nodes.ids[0] } as const;
    expect(subjectEdges(history, groups, pick)).toEqual([0, 1, 2]);
  });

  it('leaves gaps where nothing is known', () => {
    const { rate } = subjectSeries(history, [0]);
    expect([...rate]).toEqual([2, NaN]);
  });
});

describe('replay', () => {
  it('finds the bucket nearest to a time', () => {
    const times = Float64Array.of(0, 10, 20);
    expect([-5, 0, 4, 6, 14, 99].map((time) => bucketAt(times, time))).toEqual([0, 0, 0, 1, 1, 2]);
  });

  it('counts trouble by bucket and marks where states turned', () => {
    expect(troubleOverTime(history.times, states)).toEqual([
      { warning: 1, danger: 0, turned: 0 },
      { warning: 0, danger: 1, turned: 2 },
    ]);
  });

  it('steps no faster than can be seen, and skips buckets instead', () => {
    const hour = Float64Array.from({ length: 61 }, (_, minute) => minute * 60_000);
    expect(replayStep(hour, 60)).toEqual({ wait: 1000, buckets: 1 });
    const dense = Float64Array.from({ length: 361 }, (_, step) => step * 1000);
    expect(replayStep(dense, 60)).toEqual({ wait: 100, buckets: 6 });
  });
});

describe('words', () => {
  it('give the rule and the value behind a state', () => {
    const rules = [{ scope: 'node', metric: 'p95', direction: 'above', warning: 0.1, danger: 1 }] as const;
    const { transitions } = evaluateThresholds(history, rules);
    const transition = lastTransition(transitions, { scope: 'node', subject: 'eu/shop/gateway' }, 120_000);
    expect(reasonWords(transition, format)).toBe('p95 latency 2 s is above 1 s');
    expect(reasonWords(undefined, format)).toBeUndefined();
  });

  it('say of what is well again what it no longer is, and nothing of what is not known', () => {
    const rule = { scope: 'node', metric: 'errorRatio', direction: 'above', warning: 0.01, danger: 0.05 } as const;
    const change = { scope: 'node', subject: 'x', time: 0, value: 0.0025, rule } as const;
    expect(reasonWords({ ...change, from: 1, to: 0 }, format)).toBe('error ratio 0.250% is no longer above 1%');
    expect(reasonWords({ ...change, from: 2, to: 1, value: 0.02 }, format)).toBe('error ratio 2% is above 1%');
    expect(reasonWords({ ...change, from: 1, to: 3, value: undefined }, format)).toBeUndefined();
    const onlyDanger = { ...rule, warning: undefined };
    expect(reasonWords({ ...change, from: 2, to: 0, rule: onlyDanger }, format)).toBe(
      'error ratio 0.250% is no longer above 5%'
    );
  });

  it('give the metric of services behind a state in its own unit', () => {
    const rule = { scope: 'node', metric: 'custom', metricName: 'heap', direction: 'above', danger: 1024 } as const;
    const transition = { scope: 'node', subject: 'x', from: 0, to: 2, time: 0, value: 2048, rule } as const;
    const heap = { name: 'heap', kind: 'custom', unit: 'bytes', values: new Float32Array(0) } as const;
    expect(reasonWords(transition, format, [heap])).toBe('heap 2 KiB is above 1 KiB');
    expect(reasonWords(transition, format)).toBe('heap 2.05 K is above 1.02 K');
  });

  it('tell a rate from what is usual', () => {
    expect(usualWords(15, 12, format)).toBe('12 req/s, now +25%');
    expect(usualWords(3, 12, format)).toBe('12 req/s, now −75%');
    expect(usualWords(12.00001, 12, format)).toBe('12 req/s, now ±0%');
    expect(usualWords(11.99999, 12, format)).toBe('12 req/s, now ±0%');
    expect(usualWords(12.1, 12, format)).toBe('12 req/s, now +0.8%');
    expect(usualWords(3, NaN, format)).toBe('–');
    expect(usualWords(NaN, 12, format)).toBe('12 req/s');
  });

  it('sum up a view and what changed in it', () => {
    expect(viewSentence(services)).toMatch(/^3 nodes, 3 connections\. In trouble: checkout \(Danger\)\.$/);
    const calm = { ...services, nodes: { ...services.nodes, states: new Uint8Array(3) } };
    expect(changeSentence(calm, services)).toContain('checkout is now Danger');
    expect(changeSentence(services, services)).toBe('');
  });

  it('name what hurts within a group', () => {
    const all = new Uint8Array(history.nodes.ids.length).fill(1);
    expect(troubledMembers(history.nodes, states, all, 1)).toEqual([
      { id: 'eu/shop/checkout', name: 'checkout', path: ['eu', 'shop'], state: 2 },
    ]);
    expect(troubledMembers(history.nodes, states, new Uint8Array(all.length), 1)).toEqual([]);
  });
});

describe('links', () => {
  it.each(['https://example.org/a', 'http://example.org', '/d/abc?x=1', 'explore', '#here'])('keeps %s', (link) => {
    expect(safeLink(link)).toBe(link);
  });

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc', ''])(
    'drops "%s"',
    (link) => {
      expect(safeLink(link)).toBeUndefined();
    }
  );

  it('come from the row of the frame that describes the node', () => {
    const links = (rows: { valueRowIndex?: number }) => [
      { title: 'Logs', href: `/explore?row=${rows.valueRowIndex}`, target: '_blank' as const, origin: {} },
      { title: 'Bad', href: 'javascript:alert(1)', target: undefined, origin: {} },
    ];
    const frame = {
      length: 2,
      fields: [
        { name: 'id', type: 'string', config: {}, values: ['a', 'b'], getLinks: links },
        { name: 'mainstat', type: 'number', config: {}, values: [1, 2] },
      ],
    };
    // A frame as Grafana hands it to a panel; its field types are an enum that equals these strings.
    const found = dataLinks([frame as unknown as Parameters<typeof dataLinks>[0][number]], {
      kind: 'node',
      row: 0,
      id: 'b',
    });
    expect(found).toEqual([{ title: 'Logs', href: '/explore?row=1', newTab: true }]);
  });
});
