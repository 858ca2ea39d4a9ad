import { parse } from 'yaml';
import type { DeriveCounts } from '../../core/model/result';
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

function counts(definitionId: string, series: number): DeriveCounts {
  return { definitionId, series, samples: series, missingLabel: {}, badSamples: 0, edges: series };
}

describe('recorded series', () => {
  it('U73: are read in place of the expressions, and only where a definition says so', () => {
    const recorded = { requests: 'traffic_intuition:requests{traffic_definition="mesh"}' };
    expect(readRecorded(MESH)).toEqual({ ...MESH, expressions: recorded });
    expect(readRecorded({ ...MESH, recorded: false })).toEqual({ ...MESH, recorded: false });
    expect(readRecorded(NARROWED)).toBe(NARROWED);
    expect(readRecorded({ ...MESH, keepLabels: ['team'] })).toMatchObject({
      expressions: recorded,
      keepLabels: ['team'],
    });
  });

  it('are missed with the reason', () => {
    expect(recordedNotices([MESH], [counts('mesh', 0)])).toEqual([
      { severity: 'warning', text: expect.stringContaining('Load its recording rules into Prometheus') },
    ]);
    expect(recordedNotices([MESH], [counts('mesh', 3)])).toEqual([]);
    expect(recordedNotices([{ ...MESH, hidden: true }], [])).toEqual([]);
    expect(recordedNotices([NARROWED], [counts('mesh', 3)])).toEqual([
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
