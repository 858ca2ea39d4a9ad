import { deriveTraffic } from '../derive/deriveTraffic';
import { call, definition, table } from '../derive/testTables';
import { DEFAULT_THRESHOLDS, evaluateThresholds } from '../thresholds';

import { buildView } from './buildView';

function history(): ReturnType<typeof deriveTraffic>['history'] {
  const mapping = {
    source: { label: 'source', groupLabels: ['from'] },
    target: { label: 'target', groupLabels: ['to'] },
  };
  const requests = table([
    [call('web', 'api', { from: 'eu', to: 'eu' }), [10]],
    [call('api', 'ledger', { from: 'eu', to: 'us' }), [4]],
    [call('web', 'ledger', { from: 'eu', to: 'us' }), [6]],
  ]);
  return deriveTraffic([{ definition: definition({ mapping }), tables: { requests } }], 'prefer').history;
}

test('V1 groups of the open path collapse, and the rates between them add', () => {
  const traffic = history();
  const view = buildView(traffic, evaluateThresholds(traffic, DEFAULT_THRESHOLDS), { path: [], detail: 'groups' });
  expect(view.nodes.ids).toEqual(['eu/', 'us/']);
  expect(view.edges.ids).toEqual(['eu/→us/']);
  expect(view.edges.rates[0]).toBe(10);
  expect([...view.edges.members]).toEqual([2]);
});
