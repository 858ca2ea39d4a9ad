import { deriveTraffic } from './deriveTraffic';
import { nodeKindOf } from './nodeKinds';
import { call, definition, deriveOne, GROUPED, mapping, table } from './testTables';

test('D19 a missing name comes from the constant, or the series is skipped and counted once', () => {
  const rows = [
    [call('', 'api'), [1]],
    [{ target: 'api' }, [1]],
    [{ source: 'web' }, [1]],
    [call('', ''), [1]],
  ] as const;
  const skipped = deriveOne({ requests: table(rows) });
  expect(skipped.history.edges.ids).toEqual([]);
  expect(skipped.counts[0].missingLabel).toEqual({ source: 3, target: 1 });
  expect(skipped.notices).toHaveLength(2);

  const constant = mapping({ source: { label: 'source', constant: 'Internet' }, target: { label: 'target' } });
  const filled = deriveOne({ requests: table(rows) }, { mapping: constant });
  expect(filled.history.edges.ids).toEqual(['Internet→api']);
  expect(filled.counts[0].missingLabel).toEqual({ target: 2 });
});

test('D19 a mapping with neither label nor constant skips all and says so', () => {
  const { counts, notices } = deriveOne(
    { requests: table([[call('web', 'api'), [1]]]) },
    { mapping: { source: {}, target: { label: 'target' } } }
  );
  expect(counts[0].missingLabel).toEqual({ source: 1 });
  expect(notices).toHaveLength(1);
});

test('D20 missing parts are left out of a group path; a path without any falls back to the fixed group', () => {
  const levels = mapping({
    source: { label: 'source', groupLabels: ['cluster', 'namespace'], group: ['edge'] },
    target: { label: 'target', group: ['backend', ''] },
  });
  const requests = table([
    [call('a', 'x', { cluster: 'eu', namespace: 'shop' }), [1]],
    [call('b', 'x', { namespace: 'shop' }), [1]],
    [call('c', 'x', { cluster: '', namespace: '' }), [1]],
  ]);
  const { nodes } = deriveOne({ requests }, { mapping: levels }).history;
  expect(nodes.ids).toEqual(['backend/x', 'edge/c', 'eu/shop/a', 'shop/b']);
  expect(nodes.groups).toEqual([['backend'], ['edge'], ['eu', 'shop'], ['shop']]);
});

test('D21 the same name in another group is another node', () => {
  const requests = table([
    [call('web', 'api', { source_group: 'eu', target_group: 'eu' }), [1]],
    [call('web', 'api', { source_group: 'us', target_group: 'us' }), [1]],
  ]);
  const { history } = deriveOne({ requests }, { mapping: GROUPED });
  expect(history.nodes.ids).toEqual(['eu/api', 'eu/web', 'us/api', 'us/web']);
  expect(history.edges.ids).toEqual(['eu/web→eu/api', 'us/web→us/api']);
});

test('D22 a node without a group is the only one of its name that has one', () => {
  const requests = table([
    [call('web', 'api', { source_group: 'eu' }), [1]],
    [call('api', 'db', { source_group: 'eu', target_group: 'data' }), [1]],
    [call('api', 'db', { source_group: 'eu' }), [2]],
  ]);
  const { history } = deriveOne({ requests }, { mapping: GROUPED });
  expect(history.edges.ids).toEqual(['eu/api→data/db', 'eu/web→eu/api']);
  expect(history.edges.rates[0][0]).toBe(3);
});

test('D22 it stays itself where two groups have the name', () => {
  const requests = table([
    [call('web', 'api', { source_group: 'eu', target_group: 'eu' }), [1]],
    [call('web', 'api', { source_group: 'us', target_group: 'us' }), [1]],
    [call('batch', 'api', { source_group: 'us' }), [1]],
  ]);
  const { history } = deriveOne({ requests }, { mapping: GROUPED });
  expect(history.edges.ids).toContain('us/batch→api');
});

test('D22 holds across definitions', () => {
  const grouped = table([[call('web', 'api', { source_group: 'eu', target_group: 'eu' }), [1]]]);
  const plain = table([[call('web', 'api'), [5]]]);
  const { history } = deriveTraffic(
    [
      { definition: definition({ mapping: GROUPED }), tables: { requests: grouped } },
      { definition: definition({ id: 'carbon' }), tables: { requests: plain } },
    ],
    'max'
  );
  expect(history.edges.ids).toEqual(['eu/web→eu/api']);
  expect(history.edges.rates[0][0]).toBe(5);
  expect(history.edges.seenIn).toEqual([['mesh', 'carbon']]);
  expect(history.nodes.seenIn).toEqual([
    ['mesh', 'carbon'],
    ['mesh', 'carbon'],
  ]);
});

test.each([
  ['checkout', 'service'],
  ['orders-db', 'database'],
  ['ordersDb', 'database'],
  ['postgres-primary-0', 'database'],
  ['shared-redis', 'cache'],
  ['session-cache', 'cache'],
  ['kafka-2', 'queue'],
  ['kafka-consumer', 'service'],
  ['orders-queue', 'queue'],
  ['edge-gateway', 'gateway'],
  ['nginx-ingress-controller', 'gateway'],
  ['db-migrator', 'service'],
  ['user', 'user'],
  ['user-service', 'service'],
  ['Internet', 'external'],
  ['api.payments.example.com', 'external'],
  ['hooks.partner.io:443', 'external'],
  ['payments.shop.svc.cluster.local', 'service'],
  ['', 'service'],
  ['…', 'service'],
])('D23 the kind of "%s" is %s', (name, kind) => {
  expect(nodeKindOf(name)).toBe(kind);
});
