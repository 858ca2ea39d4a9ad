import { toDataFrame } from '@grafana/data';
import { encodeTraffic } from '../../frames/encode';
import { smallResult } from '../../../tests/support/trafficResult';
import { framesOfQuery, shownQuery, trafficQueries } from './queries';

const mapOf = (refId: string) => encodeTraffic(smallResult(), { refId }).map((frame) => toDataFrame(frame));
const other = toDataFrame({ refId: 'C', fields: [{ name: 'colour', values: ['red'] }] });

describe('queries of one panel', () => {
  const frames = [...mapOf('A'), ...mapOf('B'), other];

  it('are those that answered with a map, in their order', () => {
    expect(trafficQueries(frames)).toEqual(['A', 'B']);
    expect(trafficQueries([other])).toEqual([]);
  });

  it('are drawn one at a time: the wanted one, or the first where that is not there', () => {
    expect(new Set(framesOfQuery(frames, 'B').map(({ refId }) => refId))).toEqual(new Set(['B']));
    expect(new Set(framesOfQuery(frames, 'gone').map(({ refId }) => refId))).toEqual(new Set(['A']));
    expect([shownQuery(['A', 'B'], 'B'), shownQuery(['A', 'B'], ''), shownQuery([], 'B')]).toEqual(['B', 'A', '']);
  });

  it('leave the frames of a single map as they are', () => {
    const one = [...mapOf('A'), other];
    expect(framesOfQuery(one, '')).toBe(one);
  });
});
