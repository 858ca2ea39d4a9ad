import { parse } from 'yaml';
import type { QueryDefinition } from '../types';
import { readRecorded, recordedNotices } from './recordedSeries';
import { rulesText } from './rulesText';

const MESH: QueryDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'rate(a[$__rate_interval])' },
  mapping: { source: { label: 'from' }, target: { label: 'to' } },
  recorded: true,
};
const NARROWED: QueryDefinition = { ...MESH, expressions: { requests: 'rate(a{s="$s"}[$__rate_interval])' } };

describe('recorded series', () => {
  it('U73: are read in place of the expressions, and only where a definition says so', () => {
    const recorded = { requests: 'traffic_intuition:requests{traffic_definition="mesh"}' };
    expect(readRecorded(MESH)).toEqual({ ...MESH, expressions: recorded });
    expect(readRecorded({ ...MESH, recorded: false })).toEqual({ ...MESH, recorded: false });
    expect(readRecorded(NARROWED)).toEqual({ ...NARROWED, recorded: false });
    expect(readRecorded({ ...MESH, keepLabels: ['team'] })).toMatchObject({
      expressions: recorded,
      keepLabels: ['team'],
    });
  });

  it('are not read with the reason', () => {
    expect(recordedNotices([MESH])).toEqual([]);
    expect(recordedNotices([{ ...NARROWED, hidden: true }])).toEqual([]);
    expect(recordedNotices([NARROWED])).toEqual([
      { severity: 'info', text: expect.stringContaining('only a dashboard knows: $s') },
    ]);
  });
});

describe('rule file', () => {
  it('holds every name and expression as it is, hostile ones too', () => {
    const groups = [
      {
        name: 'Traffic Intuition: a: "b"\n- c',
        rules: [
          { record: 'r', labels: { traffic_definition: '{{ x }} #\n' }, expr: `a{b="${'x'.repeat(200)}"} or\n  c # d` },
        ],
      },
    ];
    expect(parse(rulesText(groups))).toEqual({ groups });
  });
});
