import { seededRandom } from '../../../../tests/support/random';
import { DEFAULT_MISSING, type NameMapping } from '../../model/naming';
import { call, calls, deriveOne, GROUPED, mapping, table } from '../testTables';

import { addressKind } from './addresses';
import { createNaming } from './createNaming';

function resolved(naming: NameMapping, raw: string): string {
  const { name, group } = createNaming(naming)?.resolve(raw) ?? { name: raw, group: [] };
  return [...group, name].join(' › ');
}

test('D42 rules in order; the first that matches all of a name decides', () => {
  const naming: NameMapping = {
    rules: [
      { match: 'orders-v2', exact: true, name: 'orders', group: 'shop' },
      { match: '(?<team>[a-z]+)-(.+)-v\\d+', name: '$2', group: 'teams/$<team>' },
      { match: 'orders-v2', exact: true, name: 'too late' },
      { match: '.*\\.stripe\\.com', name: 'Stripe' },
      { match: 'batch', group: 'night' },
    ],
  };
  expect(resolved(naming, 'orders-v2')).toBe('shop › orders');
  expect(resolved(naming, 'pay-card-api-v12')).toBe('teams › pay › card-api');
  expect(resolved(naming, 'api.stripe.com')).toBe('Stripe');
  expect(resolved(naming, 'xapi.stripe.com.evil')).toBe('xapi.stripe.com.evil');
  expect(resolved(naming, 'batch')).toBe('night › batch');
});

test('D42 an exact rule after a pattern that matches comes too late', () => {
  const naming: NameMapping = {
    rules: [
      { match: 'a.*', name: 'pattern' },
      { match: 'ab', exact: true, name: 'exact' },
    ],
  };
  expect(resolved(naming, 'ab')).toBe('pattern');
});

test('D42 an exact rule takes its text as it is, and a rule that leaves no name changes none', () => {
  expect(resolved({ rules: [{ match: 'a.b', exact: true, name: '$1' }] }, 'a.b')).toBe('$1');
  expect(resolved({ rules: [{ match: 'a.b', exact: true, name: 'x' }] }, 'acb')).toBe('acb');
  expect(resolved({ rules: [{ match: '(b)?a', name: '$1' }] }, 'a')).toBe('a');
  expect(resolved({ rules: [{ match: '(?i)ORDERS', name: 'orders' }] }, 'Orders')).toBe('orders');
});

test('D42 a pattern that is no regular expression matches nothing, and a notice says so', () => {
  const { history, notices } = deriveOne(
    { requests: calls({ 'web→api': 1 }) },
    { naming: { rules: [{ match: '(' }] } }
  );
  expect(history.edges.ids).toEqual(['web→api']);
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('"("')]);
});

test.each([
  ['orders.shop.svc.cluster.local:8080', 'shop › orders'],
  ['orders.shop.svc', 'shop › orders'],
  ['orders.shop.svc.prod.local.', 'shop › orders'],
  ['orders-0.orders.shop.svc.cluster.local', 'shop › orders'],
  ['http://user@orders.shop.svc:80/v1/x?y', 'shop › orders'],
  ['orders.service.consul', 'orders'],
  ['orders.service.dc1.consul', 'orders'],
  ['orders.local:9000', 'orders'],
  ['orders:8080', 'orders'],
  ['api.stripe.com:443', 'api.stripe.com'],
  ['localhost:8080', 'localhost:8080'],
  ['10.0.0.7', '10.0.0.7'],
  ['shop/orders', 'shop/orders'],
  ['orders@docker', 'orders@docker'],
  ['svc', 'svc'],
  ['', ''],
])('D43 the host "%s" is %s', (raw, expected) => {
  expect(resolved({ hosts: {} }, raw)).toBe(expected);
});

test('D43 endings of one’s own replace the usual ones', () => {
  const naming: NameMapping = { hosts: { suffixes: ['.prod.example.com', '.*.corp'] } };
  expect(resolved(naming, 'orders.shop.prod.example.com:80')).toBe('shop › orders');
  expect(resolved(naming, 'orders.eu.corp')).toBe('orders');
  expect(resolved(naming, 'orders.shop.svc')).toBe('orders.shop.svc');
});

test.each([
  ['10.1.2.3', 'private'],
  ['172.31.0.1:80', 'private'],
  ['100.64.0.1', 'private'],
  ['172.32.0.1', 'public'],
  ['8.8.8.8:53', 'public'],
  ['[::1]:80', 'private'],
  ['fd00::1', 'private'],
  ['2001:db8::1', 'public'],
  ['999.1.1.1', undefined],
  ['orders:8080', undefined],
  ['a:b', undefined],
])('D44 the address "%s" is %s', (raw, kind) => {
  expect(addressKind(raw)).toBe(kind);
});

test('D44 addresses that have a name go by it, the others stay', () => {
  const requests = calls({ 'web→8.8.8.8:53': 1, 'web→1.1.1.1': 2, 'web→10.0.0.1': 4 });
  const { history } = deriveOne({ requests }, { naming: { addresses: { publicName: 'Internet' } } });
  expect(history.edges.ids).toEqual(['web→10.0.0.1', 'web→Internet']);
  expect(history.edges.rates[0]).toEqual(Float32Array.of(4, 3));
});

test('D45 names hold their groups: the outer ones farther from the name', () => {
  expect(resolved({ split: { separator: '/', name: 'last' } }, 'eu/shop/orders')).toBe('eu › shop › orders');
  expect(resolved({ split: { separator: '.', name: 'first' } }, 'orders.shop.eu')).toBe('eu › shop › orders');
  expect(resolved({ split: { separator: '.', name: 'first' } }, 'orders')).toBe('orders');
  expect(resolved({ split: { separator: '', name: 'first' } }, 'orders')).toBe('orders');
  expect(resolved({ hosts: {}, split: { separator: '.', name: 'first' } }, 'orders.shop.svc')).toBe('shop › orders');
  expect(resolved({ hosts: {}, split: { separator: '.', name: 'first' } }, 'orders.shop')).toBe('shop › orders');
});

test('D46 groups that a name tells go below those of labels, and not twice', () => {
  const requests = table([
    [call('web', 'orders.shop.svc', { target_group: 'eu' }), [1]],
    [call('web', 'orders.shop.svc', { target_group: 'shop' }), [1]],
    [call('web', 'orders.shop.svc'), [1]],
  ]);
  const { history } = deriveOne({ requests }, { mapping: GROUPED, naming: { hosts: {} } });
  expect(history.nodes.ids).toEqual(['eu/shop/orders', 'shop/orders', 'web']);
});

test('D47 labels in order, templates of labels, then the constant', () => {
  const requests = table([
    [{ source: 'web', app: 'a', ns: 'shop', pod: 'x' }, [1]],
    [{ source: 'web', ns: 'shop', pod: 'orders' }, [2]],
    [{ source: 'web', ns: 'shop', ip: '1.1.1.1' }, [4]],
    [{ source: 'web', ns: 'shop' }, [8]],
  ]);
  const target = { label: 'app', fallbackLabels: ['{ns}/{pod}', 'ip'], constant: 'nobody' };
  const { history } = deriveOne({ requests }, { mapping: mapping({ target }) });
  expect(history.nodes.names).toEqual(['1.1.1.1', 'a', 'nobody', 'shop/orders', 'web'].sort());
});

test('D48 values that name nobody count as missing', () => {
  const requests = calls({ 'unknown→api': 1, '-→api': 2, 'None→api': 4, 'unknown-service→api': 8 });
  const naming = { missing: DEFAULT_MISSING };
  const skipped = deriveOne({ requests }, { naming });
  expect(skipped.history.edges.ids).toEqual(['unknown-service→api']);
  expect(skipped.counts[0].missingLabel).toEqual({ source: 3 });
  const named = deriveOne(
    { requests },
    { naming, mapping: mapping({ source: { label: 'source', constant: 'Internet' } }) }
  );
  expect(named.history.edges.ids).toEqual(['Internet→api', 'unknown-service→api']);
  expect(named.history.edges.rates[0]).toEqual(Float32Array.of(7, 8));
});

test('D48 the series without a name say which labels they have', () => {
  const requests = table([
    [{ app: 'b', server: 'api' }, [1]],
    [{ app: 'a', server: '' }, [1]],
  ]);
  const { counts, notices } = deriveOne({ requests });
  expect(counts[0].labelsThere).toEqual({ app: 'a', server: 'api' });
  expect(notices[0].text).toContain('"app", "server"');
});

describe('D49 hosts that name a known service', () => {
  const groups = { source_group: 'shop', target_group: 'shop' };
  const known = [call('orders', 'db', groups), [1]] as const;
  const target = (
    host: string,
    more: ReadonlyArray<readonly [ReturnType<typeof call>, readonly number[]]> = []
  ): string[] => {
    const requests = table([known, ...more, [call('web', host), [1]]]);
    const { history } = deriveOne({ requests }, { mapping: GROUPED });
    return history.edges.ids.filter((id) => id.startsWith('web→'));
  };
  const other = [call('orders', 'db', { source_group: 'eu', target_group: 'eu' }), [1]] as const;

  test('join it where it is in one group only', () => {
    expect(target('orders.internal')).toEqual(['web→shop/orders']);
    expect(target('orders.internal:8080')).toEqual(['web→shop/orders']);
  });
  test('stay where two groups have it, unless the host names one of them', () => {
    expect(target('orders.internal', [other])).toEqual(['web→orders.internal']);
    expect(target('orders.shop.internal', [other])).toEqual(['web→shop/orders']);
  });
  test('stay where they are public, unless they name the group', () => {
    expect(target('orders.example.com')).toEqual(['web→orders.example.com']);
    expect(target('orders.shop.example.com')).toEqual(['web→shop/orders']);
  });
  test('stay where the switch is off, or nothing is known by that name', () => {
    const requests = table([known, [call('web', 'orders.internal'), [1]]]);
    const { history } = deriveOne({ requests }, { mapping: GROUPED }, { joinHosts: false });
    expect(history.edges.ids).toContain('web→orders.internal');
    expect(target('billing.internal')).toEqual(['web→billing.internal']);
  });
  test('join a service in no group too', () => {
    const { history } = deriveOne({ requests: calls({ 'orders→db': 1, 'web→orders.internal': 1 }) });
    expect(history.edges.ids).toEqual(['orders→db', 'web→orders']);
  });
});

test.each<[string, NameMapping]>([
  ['hosts and addresses', { hosts: {}, addresses: { publicName: 'Internet', privateName: 'inside' } }],
  ['split', { split: { separator: '/', name: 'last' } }],
])('D43 D44 D45 what is named by %s keeps its name when named again, and no name is empty', (_, mapped) => {
  const random = seededRandom(7);
  const bits = ['orders', 'shop', '.', '/', ':80', '.svc', '.local', '10.0.0.1', 'http://', '@', '-0', '', ' ', '…'];
  for (let round = 0; round < 3000; round++) {
    const picked = Array.from({ length: 1 + Math.floor(random() * 5) }, () => bits[Math.floor(random() * bits.length)]);
    const raw = picked.join('');
    const once = createNaming(mapped)?.resolve(raw).name ?? '';
    expect({ raw, empty: raw !== '' && once === '' }).toEqual({ raw, empty: false });
    expect({ raw, name: createNaming(mapped)?.resolve(once).name }).toEqual({ raw, name: once });
  }
});
