import { bytesOnlyResult, smallResult } from '../../../tests/support/trafficResult';
import { buildView } from '../../core/view/buildView';
import { createFormat } from '../format';
import { connectionsOf } from './connections';
import { viewScales } from './scales';
import { subjectEdges, subjectSeries } from './subjectSeries';
import { factsSentence, pickFacts } from './summary';
import { sortRows, tableRows } from './tableRows';
import { byVolume, isBytesOnly, volumeLabel, volumeWords } from './volume';

const format = createFormat({ timeZone: 'utc', rateUnit: 'reqps' });
const { history, states } = bytesOnlyResult();
const view = buildView(history, states, { path: [], detail: 'services' });
const gateway = { kind: 'node', row: view.nodes.names.indexOf('gateway'), id: 'gateway' } as const;

describe('flows whose bytes alone are known', () => {
  it('are told in bytes, and others in requests', () => {
    expect(isBytesOnly({ rate: NaN, bytes: 0 })).toBe(true);
    expect(volumeWords({ rate: NaN, bytes: 2e6 }, format)).toBe('2 MB/s');
    expect(volumeLabel({ rate: NaN, bytes: 2e6 })).toBe('Bytes');
    expect(volumeWords({ rate: 0, bytes: 2e6 }, format)).toBe('0 req/s');
    expect(volumeWords({ rate: NaN, bytes: NaN }, format)).toBe('–');
    expect(volumeLabel({ rate: NaN, bytes: NaN })).toBe('Requests');
  });

  it('say no word of requests and errors that nobody counts', () => {
    const sentence = factsSentence(pickFacts(view, gateway), format);
    expect(sentence).toContain('800 B/s');
    expect(sentence).not.toMatch(/req|error/);
    const mixed = smallResult();
    const full = buildView(mixed.history, mixed.states, { path: [], detail: 'services' });
    expect(factsSentence(pickFacts(full, gateway), format)).toMatch(/req\/s, 20.0% errors/);
  });

  it('come after those with requests, the largest first', () => {
    const flows = [
      { rate: NaN, bytes: 1 },
      { rate: NaN, bytes: 9e9 },
      { rate: 0.1, bytes: NaN },
    ];
    expect([...flows].sort(byVolume)).toEqual([flows[2], flows[1], flows[0]]);
    expect(connectionsOf(view, gateway.row).outgoing.map(({ bytes }) => bytes)).toEqual([500, 300]);
    expect(
      sortRows(tableRows(view, 'edge', { text: '', result: { matches: new Set() } }), 'bytes', true).map(
        ({ facts }) => facts.bytes
      )
    ).toEqual([500, 300, NaN]);
  });

  it('have a scale and a course of their own', () => {
    expect(viewScales(view)).toEqual({ rate: undefined, bytes: [300, 500], latency: undefined });
    expect([...(subjectSeries(history, subjectEdges(history, view, gateway)).bytes ?? [])]).toEqual([600, 800]);
  });
});
