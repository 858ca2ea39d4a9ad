import { deriveTraffic } from '../derive/deriveTraffic';
import { call, definition, table } from '../derive/testTables';

import { DEFAULT_THRESHOLDS, evaluateThresholds } from './index';

test('T1 an edge past its danger value is in danger', () => {
  const requests = table([[call('web', 'api'), [10, 10, 10]]]);
  const errors = table([[call('web', 'api'), [0, 2, 0]]]);
  const { history } = deriveTraffic(
    [{ definition: definition({ expressions: { requests: 'r', errors: 'e' } }), tables: { requests, errors } }],
    'prefer'
  );
  const states = evaluateThresholds(history, DEFAULT_THRESHOLDS);
  expect([...states.edges]).toEqual([0, 2, 0]);
  expect(states.transitions.filter(({ scope }) => scope === 'edge').map(({ from, to }) => [from, to])).toEqual([
    [0, 2],
    [2, 0],
  ]);
});
