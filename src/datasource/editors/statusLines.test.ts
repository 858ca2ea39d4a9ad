import { type DataFrame, getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import { deriveTraffic } from '../../core/derive/deriveTraffic';
import { evaluateThresholds } from '../../core/thresholds';
import { encodeTraffic } from '../../frames/encode';
import { emptyDefinition } from './changes';
import { queryStatus } from './statusLines';

const TIMES = Float64Array.of(60_000, 120_000);

function panelData(series: DataFrame[], errors: PanelData['errors'] = undefined): PanelData {
  return { state: LoadingState.Done, series, errors, timeRange: getDefaultTimeRange() };
}

/** Frames of a query whose upstream answered with series of these labels. */
function frames(refId: string, labels: ReadonlyArray<Record<string, string>>): DataFrame[] {
  const definition = { ...emptyDefinition('mesh', 'prometheus', 'prom'), expressions: { requests: 'a' } };
  const table = { labels, times: TIMES, values: new Float64Array(labels.length * TIMES.length).fill(2) };
  const { history, notices, counts } = deriveTraffic([{ definition, tables: { requests: table } }], 'prefer');
  const states = evaluateThresholds(history, []);
  return encodeTraffic({ history, thresholds: [], states, notices, counts }, { refId });
}

describe('queryStatus', () => {
  it('counts series and edges of a definition, and what was skipped for which label', () => {
    const answered = frames('A', [
      { source: 'web', target: 'cart' },
      { source: 'web', target: 'stock' },
      { source: 'lost' },
    ]);
    const status = queryStatus(panelData(answered), 'A');
    expect(status?.lines).toEqual(['mesh: 3 series → 2 edges; 1 skipped: no label target']);
    expect(status?.problems).toEqual([expect.stringMatching(/1 series has no "target"/)]);
  });

  it('reads the frames of its own query only', () => {
    const answered = [...frames('B', [{ source: 'a', target: 'b' }]), ...frames('A', [])];
    expect(queryStatus(panelData(answered), 'A')?.lines).toEqual(['mesh: 0 series → 0 edges']);
    expect(queryStatus(panelData(answered), 'C')).toBeUndefined();
  });

  it('says errors, with or without frames', () => {
    const errors = [{ message: 'all failed' }, { refId: 'B', message: 'other' }];
    expect(queryStatus(panelData([], errors), 'A')).toEqual({ lines: [], problems: ['all failed'] });
    expect(queryStatus(undefined, 'A')).toBeUndefined();
  });
});
