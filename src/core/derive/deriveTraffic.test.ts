import { deriveTraffic } from './deriveTraffic';
import { call, definition, table } from './testTables';

test('D1 a series is an edge, its samples are requests per second of its class', () => {
  const mapping = { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'code' };
  const requests = table([
    [call('web', 'api', { code: '200' }), [9, 8]],
    [call('web', 'api', { code: '500' }), [1, 2]],
  ]);
  const { history, notices } = deriveTraffic([{ definition: definition({ mapping }), tables: { requests } }], 'prefer');
  expect(history.nodes.ids).toEqual(['api', 'web']);
  expect(history.edges.ids).toEqual(['web→api']);
  expect(history.edges.rates.map((column) => [...column])).toEqual([
    [9, 8],
    [0, 0],
    [1, 2],
  ]);
  expect(history.edges.errorRatio[0]).toBeCloseTo(0.1);
  expect(history.edges.errorRatio[1]).toBeCloseTo(0.2);
  expect(notices).toEqual([]);
});
