import { evaluateThresholds } from '../thresholds';
import { historyOf, type TestEdge } from '../thresholds/testHistory';
import { buildView } from './buildView';
import { aggregateView } from './far/aggregateView';
import { groupClusters, ownClusters } from './far/clusters';

const CALLS: readonly TestEdge[] = [
  { from: 'eu/web', to: 'us/files', bytes: [300] },
  { from: 'eu/api', to: 'us/files', rate: [2], errorRatio: [0], bytes: [50] },
  { from: 'eu/api', to: 'us/queue', rate: [4], errorRatio: [0] },
];
const history = historyOf(CALLS, 1);
const states = evaluateThresholds(history, []);
const view = (detail: 'groups' | 'services') => buildView(history, states, { path: [], detail });

test('V31 a service has the bytes that come in, or that go out where nobody calls it; a group those of its services', () => {
  const { nodes } = view('services');
  const bytes = Object.fromEntries(nodes.ids.map((id, row) => [id, nodes.bytes?.[row]]));
  expect(bytes).toEqual({ 'eu/api': 50, 'eu/web': 300, 'us/files': 350, 'us/queue': NaN });
  expect([...(view('groups').nodes.bytes ?? [])]).toEqual([350, 350]);
});

test('V31 from afar bytes add as well', () => {
  const near = view('services');
  const { nodes, edges } = aggregateView(near, groupClusters(ownClusters(near.nodes), 1));
  expect(nodes.ids).toEqual(['eu/', 'us/']);
  expect([...(nodes.bytes ?? [])]).toEqual([350, 350]);
  expect([...edges.bytes]).toEqual([350]);
});

test('V31 bytes are absent where nobody asks for them', () => {
  const without = { ...history, edges: { ...history.edges, bytes: undefined } };
  expect(buildView(without, states, { path: [], detail: 'services' }).nodes.bytes).toBeUndefined();
});

test('V12 an edge of bytes alone stays, however many requests are asked for', () => {
  const { edges } = buildView(history, states, { path: [], detail: 'services', minimumRate: 100 });
  expect(edges.ids).toEqual(['eu/web→us/files']);
});
