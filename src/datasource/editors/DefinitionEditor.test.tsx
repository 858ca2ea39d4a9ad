import { fireEvent, screen, within } from '@testing-library/react';
import { of } from 'rxjs';
import { PRESETS } from '../presets';
import { FakeUpstream, seriesFrame } from '../testSupport/fakeUpstream';
import { enter, EXISTING, installSurroundings, MESH, mountQueryEditor, press } from '../testSupport/queryEditor';
import { installDataSources } from '../testSupport/standIns';
import type { QueryDefinition } from '../types';

beforeEach(installSurroundings);

describe('DefinitionEditor', () => {
  it('fills a definition from a preset and keeps its upstream', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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

  it('keeps labels by name, each once, and leaves nothing behind', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
    await enter(user, 'Keep labels', ' version, team ,, version');
    expect(changes.at(-1)?.definitions?.[0]).toStrictEqual({ ...MESH, keepLabels: ['version', 'team'] });
    expect(screen.getByLabelText('Keep labels')).toHaveValue('version, team');
    await enter(user, 'Keep labels', ' ');
    expect(changes.at(-1)?.definitions?.[0]).toStrictEqual(MESH);
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
    const { changes } = mountQueryEditor({ refId: 'A', definitions: [{ ...MESH, expressions: { requests: '' } }] });
    fireEvent.click(await screen.findByText('Kong: 42 edges'));
    expect(changes[0].definitions?.[0]).toMatchObject({ id: 'mesh', upstream: 'prom', preset: 'kong' });
  });

  it('guides from paths in Graphite to a definition, with the edges they make', async () => {
    const paths = ['web.upstream.cart.200', 'web.upstream.cart.500', 'cart.upstream.stock.200'];
    const carbon = new FakeUpstream('carbon', 'graphite', () =>
      of({ data: paths.map((path) => ({ ...seriesFrame('series', {}, 1), name: `stats.counters.${path}.rate` })) })
    );
    installDataSources(EXISTING, [carbon]);
    const definition: QueryDefinition = { ...MESH, kind: 'graphite', upstream: 'carbon' };
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [definition] });
    await user.click(screen.getByText('Start from paths of your own'));
    await enter(user, 'Paths or series', 'stats.counters.*.upstream.*.*.rate');
    expect(await screen.findByText('Edges: web → cart, cart → stock')).toBeInTheDocument();
    // The parts that vary are all taken, and the others tell nothing.
    expect(screen.queryByLabelText(/^Keep as well/)).toBeNull();
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

  it('maps labels, fallbacks and groups', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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

  it('tries several labels for a name, in order', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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

  it('adds a metric of services with labels of its own, and leaves nothing behind when it goes', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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
});
