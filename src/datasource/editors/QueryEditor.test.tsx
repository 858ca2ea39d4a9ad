import { getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import React, { useState } from 'react';
import { of } from 'rxjs';
import { PRESETS } from '../presets';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import { FakeUpstream, instanceSettings, seriesFrame } from '../testSupport/fakeUpstream';
import { installDataSources, installIntersectionObserver } from '../testSupport/standIns';
import { TrafficDataSource } from '../TrafficDataSource';
import type { QueryDefinition, TrafficJsonData, TrafficQuery } from '../types';
import { QueryEditor } from './QueryEditor';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  getTemplateSrv: () => ({ replace: (text: string) => text.replace('$slo', 'gold') }),
}));

const EXISTING = [instanceSettings('prom', 'prometheus'), instanceSettings('carbon', 'graphite')];

const MESH: QueryDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'rate(a[1m])' },
  mapping: { source: { label: 'from' }, target: { label: 'to' } },
};

beforeEach(() => {
  installIntersectionObserver();
  installDataSources(EXISTING);
});

/** The editor as a dashboard holds it: every change comes back as the next query. */
function mount(query: TrafficQuery, settings: TrafficJsonData = {}, data?: PanelData) {
  const changes: TrafficQuery[] = [];
  const runs: TrafficQuery[] = [];
  const datasource = new TrafficDataSource(instanceSettings('traffic', 'intuition-traffic-datasource', settings));
  function Host() {
    const [current, setCurrent] = useState(query);
    return (
      <QueryEditor
        datasource={datasource}
        query={current}
        data={data}
        onChange={(changed) => {
          changes.push(changed);
          setCurrent(changed);
        }}
        onRunQuery={() => runs.push(changes[changes.length - 1])}
      />
    );
  }
  render(<Host />);
  return { changes, runs, user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

type User = ReturnType<typeof userEvent.setup>;

/** Replaces the text of a field, and leaves it uncommitted. */
async function write(user: User, label: string | RegExp, text: string) {
  const field = screen.getAllByLabelText(label)[0];
  await user.clear(field);
  if (text !== '') {
    await user.click(field);
    await user.paste(text);
  }
}

/** Presses an icon. Not by pointer: hovering would also lay out its tooltip, which takes jsdom a second. */
function press(label: string) {
  fireEvent.click(screen.getByLabelText(label));
}

async function enter(user: User, label: string | RegExp, text: string) {
  await write(user, label, text);
  await user.keyboard('{Enter}');
}

describe('QueryEditor', () => {
  it('shows simulated traffic for a query that says nothing, and changes nothing by itself', () => {
    const { changes } = mount({ refId: 'A' });
    expect(screen.getByLabelText('Definition simulated')).toBeInTheDocument();
    expect(changes).toEqual([]);
  });

  it('offers the data sources that there are while all traffic is simulated', async () => {
    const { changes, user } = mount({ refId: 'A' });
    await user.click(screen.getByText('name of prom'));
    expect(changes).toEqual([
      {
        refId: 'A',
        definitions: [
          {
            id: 'traffic',
            kind: 'prometheus',
            upstream: 'prom',
            expressions: { requests: '' },
            mapping: { source: { label: 'source' }, target: { label: 'target' } },
          },
        ],
      },
    ]);
    expect(screen.queryByText(/This traffic is invented/)).not.toBeInTheDocument();
  });

  it('adds a definition that reads from the first upstream of the settings', async () => {
    const { changes, runs, user } = mount({ refId: 'A' }, { upstreams: [{ kind: 'graphite', uid: 'carbon' }] });
    await user.click(screen.getByText('Add definition'));
    expect(changes[0].definitions).toEqual([
      SIMULATED_DEFINITION,
      {
        id: 'traffic',
        kind: 'graphite',
        upstream: 'carbon',
        expressions: { requests: '' },
        mapping: { source: { label: 'source' }, target: { label: 'target' } },
      },
    ]);
    expect(runs).toEqual(changes);
  });

  it('fills a definition from a preset and keeps its upstream', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    await user.click(screen.getByLabelText('Preset'));
    await user.click(screen.getByText('Istio (HTTP, gRPC)'));
    const istio = PRESETS.find(({ id }) => id === 'istio');
    expect(changes[0].definitions).toEqual([
      {
        id: 'mesh',
        kind: 'prometheus',
        upstream: 'prom',
        preset: 'istio',
        expressions: istio?.expressions,
        mapping: istio?.mapping,
        latencyUnit: 'ms',
      },
    ]);
    expect(screen.getByLabelText('Source label')).toHaveValue('source_workload');
    expect(screen.getByText(/Both proxies of a call report it/)).toBeInTheDocument();
  });

  it('finds the presets with data where nothing is written yet, and fills one in', async () => {
    const prometheus = new FakeUpstream('prom', 'prometheus', ({ targets }) =>
      of({
        data: targets
          .filter((target) => Reflect.get(target, 'expr') === 'count(count by (service) (kong_http_requests_total))')
          .map(({ refId }) => seriesFrame(refId, {}, 42)),
      })
    );
    installDataSources(EXISTING, [prometheus]);
    const { changes } = mount({ refId: 'A', definitions: [{ ...MESH, expressions: { requests: '' } }] });
    fireEvent.click(await screen.findByText('Kong: 42 edges'));
    expect(changes[0].definitions?.[0]).toMatchObject({ id: 'mesh', upstream: 'prom', preset: 'kong' });
  });

  it('hands an expression on when it loses focus, or on Ctrl+Enter, and not before', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    await write(user, 'Requests', 'rate(b{x="1"}[1m])');
    expect(changes).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(changes[0].definitions?.[0].expressions).toEqual({ requests: 'rate(b{x="1"}[1m])' });
    await write(user, 'Requests', 'rate(c[1m])');
    await user.tab();
    expect(changes[1].definitions?.[0].expressions).toEqual({ requests: 'rate(c[1m])' });
    expect(changes).toHaveLength(2);
  });

  it('leaves what is emptied out of the query', async () => {
    const definition = { ...MESH, expressions: { ...MESH.expressions, errors: 'rate(e[1m])' } };
    const { changes, user } = mount({ refId: 'A', definitions: [definition] });
    await write(user, 'Errors', '');
    await user.tab();
    expect(changes[0].definitions?.[0]).toStrictEqual(MESH);
  });

  it('maps labels, fallbacks and groups', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    await enter(user, 'Source label', 'client');
    await enter(user, 'Source name where the label is missing', 'Internet');
    await enter(user, 'Target group labels', 'cluster, , namespace ');
    await enter(user, 'Class label', 'status_code');
    await user.click(screen.getByLabelText('milliseconds'));
    expect(changes.at(-1)?.definitions).toStrictEqual([
      {
        ...MESH,
        mapping: {
          source: { label: 'client', constant: 'Internet' },
          target: { label: 'to', groupLabels: ['cluster', 'namespace'] },
          classLabel: 'status_code',
        },
        latencyUnit: 'ms',
      },
    ]);
  });

  it('orders, duplicates, hides, renames and removes definitions', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH, { ...MESH, id: 'edge' }] });
    const ids = () => changes.at(-1)?.definitions?.map(({ id }) => id);
    press('Prefer edge more');
    expect(ids()).toEqual(['edge', 'mesh']);
    press('Duplicate mesh');
    expect(ids()).toEqual(['edge', 'mesh', 'mesh 2']);
    press('Do not ask mesh');
    expect(changes.at(-1)?.definitions?.[1].hidden).toBe(true);
    press('Ask mesh again');
    expect(changes.at(-1)?.definitions?.[1]).toStrictEqual(MESH);
    const third = within(screen.getByLabelText('Definition mesh 2'));
    await user.clear(third.getByLabelText('Name of the definition'));
    await user.type(third.getByLabelText('Name of the definition'), 'edge{Enter}');
    expect(ids()).toEqual(['edge', 'mesh', 'edge 2']);
    press('Remove edge');
    expect(ids()).toEqual(['mesh', 'edge 2']);
  });

  it('asks how to merge only where there is something to merge', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    expect(screen.queryByLabelText('Sum')).not.toBeInTheDocument();
    press('Duplicate mesh');
    await user.click(screen.getByLabelText('Sum'));
    expect(changes.at(-1)?.merge).toBe('sum');
  });

  it('chooses what rates are compared with, and goes back to the mean', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    await user.click(screen.getByRole('radio', { name: 'A week earlier' }));
    expect(changes.at(-1)?.baseline).toBe('1w');
    await user.click(screen.getByRole('radio', { name: 'Mean so far' }));
    expect(changes.at(-1)?.baseline).toBeUndefined();
  });

  it('adds a metric of services with labels of its own, and leaves nothing behind when it goes', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    const metrics = () => changes.at(-1)?.definitions?.[0].nodeMetrics;
    await user.click(screen.getByText('Metrics of services (0)'));
    await user.click(screen.getByRole('button', { name: 'Add metric' }));
    const metric = within(screen.getByRole('group', { name: 'Metric 1' }));
    const write = async (name: string, text: string) => {
      await user.type(metric.getByRole('textbox', { name }), text);
      await user.tab();
    };
    await write('Name of metric 1', 'CPU');
    await write('Expression of metric 1', 'cpu');
    await write('Service group labels', 'namespace');
    expect(metrics()).toEqual([
      { kind: 'saturation', name: 'CPU', expression: 'cpu', service: { groupLabels: ['namespace'] } },
    ]);
    await user.click(metric.getByRole('button', { name: 'Remove metric 1' }));
    expect(changes.at(-1)?.definitions?.[0]).not.toHaveProperty('nodeMetrics');
  });

  it('edits classes from the default ones on, and goes back to them', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    await user.click(screen.getByText('Classes of requests (3)'));
    await enter(user, 'Values of warning', '429');
    const changed = changes.at(-1)?.definitions?.[0].classes;
    expect(changed?.map(({ name, match }) => [name, match])).toEqual([
      ['normal', undefined],
      ['warning', '429'],
      ['danger', expect.stringContaining('5..')],
    ]);
    await user.click(screen.getByText('Back to the default classes'));
    expect(changes.at(-1)?.definitions?.[0]).toStrictEqual(MESH);
  });

  it('starts classes from a ready list, and asks one for another label', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    await user.click(screen.getByText('Classes of requests (3)'));
    fireEvent.click(screen.getByText('gRPC codes'));
    expect(changes.at(-1)?.definitions?.[0].classes?.map(({ name }) => name)).toEqual([
      'OK',
      'refused',
      'server error',
    ]);
    press('Ask refused for another label as well');
    await enter(user, 'Label 1 of refused', 'response_flags');
    await enter(user, 'Values of label 1 of refused', 'UO|UH');
    expect(changes.at(-1)?.definitions?.[0].classes?.[1]).toEqual({
      name: 'refused',
      severity: 'warning',
      labels: [{ label: 'response_flags', match: 'UO|UH' }],
    });
    press('Remove label 1 of refused');
    expect(changes.at(-1)?.definitions?.[0].classes?.[1]).toStrictEqual({ name: 'refused', severity: 'warning' });
  });

  it('tries several labels for a name, in order', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    await enter(user, 'Source label', 'client, {namespace}/{app}, ');
    expect(changes.at(-1)?.definitions?.[0].mapping.source).toEqual({
      label: 'client',
      fallbackLabels: ['{namespace}/{app}'],
    });
    expect(screen.getByLabelText('Source label')).toHaveValue('client, {namespace}/{app}');
    await enter(user, 'Source label', 'from');
    expect(changes.at(-1)?.definitions?.[0]).toStrictEqual(MESH);
  });

  it('names services from hosts, addresses and rules, and leaves nothing behind when all is taken back', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    const last = () => changes.at(-1)?.definitions?.[0];
    await user.click(screen.getByText('Names (as labels say)'));
    await user.click(screen.getByLabelText('Read hosts'));
    await enter(user, 'without the endings', '.svc, .lan');
    fireEvent.click(screen.getByText('Use the usual words'));
    await enter(user, 'Public addresses', 'Internet');
    await enter(user, 'Split names at', '/');
    await user.click(screen.getByLabelText('name first'));
    fireEvent.click(screen.getByText('Add renaming rule'));
    await enter(user, 'Names of rule 1', '(.+)-v[0-9]+');
    await enter(user, 'New name of rule 1', '$1');
    await enter(user, 'Group of rule 1', 'shop');
    expect(last()?.naming).toEqual({
      hosts: { suffixes: ['.svc', '.lan'] },
      missing: expect.stringContaining('unknown'),
      addresses: { publicName: 'Internet' },
      split: { separator: '/', name: 'first' },
      rules: [{ match: '(.+)-v[0-9]+', name: '$1', group: 'shop' }],
    });
    expect(screen.getByText('Names (from hosts, 1 rule, more)')).toBeInTheDocument();
    await enter(user, 'Names of rule 1', '(');
    expect(screen.getByText(/This is no valid regular expression/)).toBeInTheDocument();
    await user.click(screen.getByLabelText('Compare rule 1 as text'));
    expect(last()?.naming?.rules?.[0]).toMatchObject({ match: '(', exact: true });
    expect(screen.queryByText(/This is no valid regular expression/)).not.toBeInTheDocument();
    press('Remove renaming rule 1');
    await user.click(screen.getByLabelText('Read hosts'));
    await enter(user, 'Names nobody', '');
    await enter(user, 'Public addresses', '');
    await enter(user, 'Split names at', '');
    expect(last()).toStrictEqual(MESH);
  });

  it('guides from paths in Graphite to a definition, with the edges they make', async () => {
    const paths = ['web.upstream.cart.200', 'web.upstream.cart.500', 'cart.upstream.stock.200'];
    const carbon = new FakeUpstream('carbon', 'graphite', () =>
      of({ data: paths.map((path) => ({ ...seriesFrame('series', {}, 1), name: `stats.counters.${path}.rate` })) })
    );
    installDataSources(EXISTING, [carbon]);
    const definition: QueryDefinition = { ...MESH, kind: 'graphite', upstream: 'carbon' };
    const { changes, user } = mount({ refId: 'A', definitions: [definition] });
    await user.click(screen.getByText('Start from paths of your own'));
    await enter(user, 'Paths or series', 'stats.counters.*.upstream.*.*.rate');
    expect(await screen.findByText('Edges: web → cart, cart → stock')).toBeInTheDocument();
    fireEvent.click(screen.getByText('Use these'));
    expect(changes.at(-1)?.definitions?.[0]).toEqual({
      id: 'mesh',
      kind: 'graphite',
      upstream: 'carbon',
      expressions: { requests: 'stats.counters.*.upstream.*.*.rate' },
      pathPattern: 'stats.counters.{source}.upstream.{target}.{class}.rate',
      mapping: { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'class' },
    });
  });

  it('shapes the graph, and leaves nothing behind when all is taken back', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    await user.click(screen.getByText('Graph (as it is)'));
    await enter(user, 'Idle edges stay', '300');
    await enter(user, 'External nodes', '12');
    await user.click(screen.getByLabelText('Join hosts'));
    await enter(user, 'Hubs are called by over', '40');
    await user.click(screen.getByLabelText('hidden'));
    await enter(user, 'Limit of edges', '500');
    fireEvent.click(screen.getByText('Add kind rule'));
    await enter(user, 'Names of kind rule 1', '.*-db');
    expect(changes.at(-1)?.shape).toEqual({
      keepIdleSeconds: 300,
      externals: 12,
      joinHosts: false,
      hubs: { share: 0.4, show: 'hide' },
      limits: { edges: 500 },
      kinds: [{ match: '.*-db', kind: 'database' }],
    });
    await enter(user, 'Idle edges stay', '-1');
    await enter(user, 'External nodes', '');
    await user.click(screen.getByLabelText('Join hosts'));
    await enter(user, 'Hubs are called by over', '');
    await enter(user, 'Limit of edges', '');
    press('Remove kind rule 1');
    expect(changes.at(-1)).toStrictEqual({ refId: 'A', definitions: [MESH] });
  });

  it('edits thresholds and says what is wrong with one', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH], thresholds: [] });
    await user.click(screen.getByText('Alert thresholds (0)'));
    await user.click(screen.getByText('Add threshold'));
    await enter(user, 'named of threshold 1', 'web→.*');
    await enter(user, 'Warning of threshold 1', '0.02');
    await enter(user, 'for of threshold 1', '60');
    expect(changes.at(-1)?.thresholds).toStrictEqual([
      {
        scope: 'edge',
        metric: 'errorRatio',
        direction: 'above',
        warning: 0.02,
        danger: 0.05,
        match: { name: 'web→.*' },
        holdSeconds: 60,
      },
    ]);
    await enter(user, 'named of threshold 1', '(');
    expect(screen.getByText(/Threshold 1 is ignored: "\(" is no valid regular expression/)).toBeInTheDocument();
  });

  it('T23: keeps a limit that names a variable, and says what it holds where that is no number', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH], thresholds: [] });
    await user.click(screen.getByText('Alert thresholds (0)'));
    await user.click(screen.getByText('Add threshold'));
    await enter(user, 'Danger of threshold 1', '$slo');
    expect(changes.at(-1)?.thresholds?.[0].danger).toBe('$slo');
    expect(screen.getByText(/its danger limit "\$slo" is "gold", which is no number/)).toBeInTheDocument();
    await enter(user, 'Danger of threshold 1', '5%');
    expect(changes.at(-1)?.thresholds?.[0].danger).toBe(0.05);
  });

  it('does not change what it was given', async () => {
    const query: TrafficQuery = Object.freeze({ refId: 'A', definitions: Object.freeze([Object.freeze(MESH)]) });
    const before = JSON.stringify(query);
    const { user } = mount(query);
    press('Duplicate mesh');
    await enter(user, 'Source label', 'x');
    expect(JSON.stringify(query)).toBe(before);
  });

  it('says what failed in the last answer', () => {
    const data: PanelData = {
      state: LoadingState.Error,
      series: [],
      timeRange: getDefaultTimeRange(),
      errors: [
        { refId: 'A', message: 'prom is not available (status 502).' },
        { refId: 'B', message: 'of another query' },
      ],
    };
    mount({ refId: 'A', definitions: [MESH] }, {}, data);
    expect(screen.getByRole('status')).toHaveTextContent('prom is not available (status 502).');
    expect(screen.getByRole('status')).not.toHaveTextContent('of another query');
  });
});

describe('alerts', () => {
  it('adds a source, narrows it, names service labels, and leaves nothing behind when it goes', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH], thresholds: [] });
    const last = () => changes[changes.length - 1].alerts;
    fireEvent.click(screen.getByText('Alerts (0)'));
    fireEvent.click(screen.getByText('Add source of alerts'));
    expect(last()).toEqual({ sources: [{ kind: 'prometheus' }] });
    await write(user, 'Label matchers, source 1', 'team="shop"');
    await user.tab();
    expect(last()?.sources).toEqual([{ kind: 'prometheus', matchers: 'team="shop"' }]);
    await write(user, 'Service labels', 'team, , app ');
    await user.tab();
    expect(last()?.serviceLabels).toEqual(['team', 'app']);
    await write(user, 'Service labels', '');
    await user.tab();
    press('Remove source 1 of alerts');
    expect(last()).toBeUndefined();
  });
});

describe('links', () => {
  it('leaves Explore out, adds a link, says what is wrong with it, and leaves nothing behind when it goes', async () => {
    const { changes, user } = mount({ refId: 'A', definitions: [MESH] });
    const last = () => changes[changes.length - 1];
    fireEvent.click(screen.getByText('Links (1)'));
    await user.click(screen.getByLabelText('Explore'));
    expect(last().links).toEqual({ explore: false });
    fireEvent.click(screen.getByText('Add link'));
    await write(user, 'Title of link 1', 'Logs of {service}');
    await user.tab();
    await write(user, 'Address of link 1', 'javascript:alert(1)');
    await user.tab();
    expect(screen.getByText(/must begin with http/)).toBeInTheDocument();
    await write(user, 'Address of link 1', '/logs?service={service}');
    await user.tab();
    expect(screen.queryByText(/must begin with http/)).not.toBeInTheDocument();
    await user.click(screen.getByLabelText('Open link 1 in a new tab'));
    expect(last().links).toEqual({
      explore: false,
      templates: [{ title: 'Logs of {service}', url: '/logs?service={service}', newTab: true }],
    });
    press('Remove link 1');
    await user.click(screen.getByLabelText('Explore'));
    expect(last()).toStrictEqual({ refId: 'A', definitions: [MESH] });
  });
});
