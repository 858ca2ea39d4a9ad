import { type DataFrame, getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import { deriveTraffic } from '../../core/derive/deriveTraffic';
import type { GraphShape } from '../../core/model/shape';
import { evaluateThresholds } from '../../core/thresholds';
import { encodeTraffic } from '../../frames/encode';
import { emptyDefinition } from './changes';
import { type QueryStatus, queryStatus } from './statusLines';

const TIMES = Float64Array.of(60_000, 120_000);

function panelData(series: DataFrame[], errors: PanelData['errors'] = undefined): PanelData {
  return { state: LoadingState.Done, series, errors, timeRange: getDefaultTimeRange() };
}

/** Frames of a query whose upstream answered with series of these labels. */
function frames(refId: string, labels: ReadonlyArray<Record<string, string>>, asked: GraphShape = {}): DataFrame[] {
  const definition = { ...emptyDefinition('mesh', 'prometheus', 'prom'), expressions: { requests: 'a' } };
  const table = { labels, times: TIMES, values: new Float64Array(labels.length * TIMES.length).fill(2) };
  const { history, notices, counts, shape } = deriveTraffic(
    [{ definition, tables: { requests: table } }],
    'prefer',
    asked
  );
  const states = evaluateThresholds(history, []);
  return encodeTraffic({ history, thresholds: [], states, notices, counts, shape }, { refId });
}

const linesOf = (status: QueryStatus | undefined) =>
  status?.lines.map(({ name, steps }) => `${name}: ${steps.map(({ text }) => text).join(' → ')}`);

describe('queryStatus', () => {
  it('counts series and edges of a definition, and what was skipped for which label', () => {
    const answered = frames('A', [
      { source: 'web', target: 'cart' },
      { source: 'web', target: 'stock' },
      { source: 'lost' },
    ]);
    const status = queryStatus(panelData(answered), 'A');
    expect(linesOf(status)).toEqual(['mesh: 3 series → 1 without the label "target" → 2 edges']);
    expect(status?.next).toBeUndefined();
    expect(status?.problems).toEqual([expect.stringMatching(/1 series has no "target"/)]);
  });

  it('reads the frames of its own query only', () => {
    const answered = [...frames('B', [{ source: 'a', target: 'b' }]), ...frames('A', [])];
    expect(linesOf(queryStatus(panelData(answered), 'A'))).toEqual(['mesh: 0 series → 0 edges']);
    expect(queryStatus(panelData(answered), 'C')).toBeUndefined();
  });

  it('says what is hidden of the graph, and what to do where nothing is left', () => {
    const labels = [{ source: 'web', target: 'cart' }];
    const hidden = queryStatus(panelData(frames('A', labels, { hubs: { match: 'cart', show: 'hide' } })), 'A');
    expect(linesOf(hidden)).toEqual(['mesh: 1 series → 1 edge', 'drawn: 1 edge → 1 to hubs → 0 drawn']);
    expect(hidden?.next).toMatch(/draw hubs with one edge/);
    const unmapped = queryStatus(panelData(frames('A', [{ app: 'web', pod: 'web-1' }])), 'A');
    expect(unmapped?.next).toMatch(/such as "app", "pod"/);
  });

  it('says errors, with or without frames', () => {
    const errors = [{ message: 'all failed' }, { refId: 'B', message: 'other' }];
    expect(queryStatus(panelData([], errors), 'A')).toEqual({ lines: [], problems: ['all failed'] });
    expect(queryStatus(undefined, 'A')).toBeUndefined();
  });
});
