import { getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import { screen, within } from '@testing-library/react';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import { enter, installSurroundings, MESH, mountQueryEditor, press, write } from '../testSupport/queryEditor';
import type { TrafficQuery } from '../types';

beforeEach(installSurroundings);

describe('QueryEditor', () => {
  it('shows simulated traffic for a query that says nothing, and changes nothing by itself', () => {
    const { changes } = mountQueryEditor({ refId: 'A' });
    expect(screen.getByLabelText('Definition simulated')).toBeInTheDocument();
    expect(changes).toEqual([]);
  });

  it('opens on a query that is malformed, and keeps what can be read of it with the next change', async () => {
    const broken: object = {
      refId: 'A',
      definitions: [{ ...MESH, keepLabels: 'version', classes: 5, nodeMetrics: {} }, null],
      thresholds: 'none',
      alerts: { sources: 1, serviceLabels: {} },
      links: { templates: 'all' },
      shape: [],
    };
    const { changes, user } = mountQueryEditor(broken as TrafficQuery);
    expect(screen.getByLabelText('Definition mesh')).toBeInTheDocument();
    expect(changes).toEqual([]);
    await enter(user, 'Source label', 'client');
    expect(changes.at(-1)).toEqual({
      refId: 'A',
      definitions: [{ ...MESH, mapping: { ...MESH.mapping, source: { ...MESH.mapping.source, label: 'client' } } }],
      alerts: { sources: [] },
      links: {},
    });
  });

  it('offers the data sources that there are while all traffic is simulated', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A' });
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
    const { changes, runs, user } = mountQueryEditor(
      { refId: 'A' },
      { upstreams: [{ kind: 'graphite', uid: 'carbon' }] }
    );
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

  it('hands an expression on when it loses focus, or on Ctrl+Enter, and not before', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [definition] });
    await write(user, 'Errors', '');
    await user.tab();
    expect(changes[0].definitions?.[0]).toStrictEqual(MESH);
  });

  it('orders, duplicates, hides, renames and removes definitions', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH, { ...MESH, id: 'edge' }] });
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
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
    expect(screen.queryByLabelText('Sum')).not.toBeInTheDocument();
    press('Duplicate mesh');
    await user.click(screen.getByLabelText('Sum'));
    expect(changes.at(-1)?.merge).toBe('sum');
  });

  it('chooses what rates are compared with, and goes back to the mean', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
    await user.click(screen.getByRole('radio', { name: 'A week earlier' }));
    expect(changes.at(-1)?.baseline).toBe('1w');
    await user.click(screen.getByRole('radio', { name: 'Mean so far' }));
    expect(changes.at(-1)?.baseline).toBeUndefined();
  });

  it('does not change what it was given', async () => {
    const query: TrafficQuery = Object.freeze({ refId: 'A', definitions: Object.freeze([Object.freeze(MESH)]) });
    const before = JSON.stringify(query);
    const { user } = mountQueryEditor(query);
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
    mountQueryEditor({ refId: 'A', definitions: [MESH] }, {}, data);
    expect(screen.getByRole('status')).toHaveTextContent('prom is not available (status 502).');
    expect(screen.getByRole('status')).not.toHaveTextContent('of another query');
  });
});
