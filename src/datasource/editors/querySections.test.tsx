import { fireEvent, screen } from '@testing-library/react';
import { enter, installSurroundings, MESH, mountQueryEditor, press, write } from '../testSupport/queryEditor';

beforeEach(installSurroundings);

describe('graph', () => {
  it('shapes the graph, and leaves nothing behind when all is taken back', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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
});

describe('thresholds', () => {
  it('edits thresholds and says what is wrong with one', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH], thresholds: [] });
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
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH], thresholds: [] });
    await user.click(screen.getByText('Alert thresholds (0)'));
    await user.click(screen.getByText('Add threshold'));
    await enter(user, 'Danger of threshold 1', '$slo');
    expect(changes.at(-1)?.thresholds?.[0].danger).toBe('$slo');
    expect(screen.getByText(/its danger limit "\$slo" is "gold", which is no number/)).toBeInTheDocument();
    await enter(user, 'Danger of threshold 1', '5%');
    expect(changes.at(-1)?.thresholds?.[0].danger).toBe(0.05);
  });
});

describe('alerts', () => {
  it('adds a source, narrows it, names service labels, and leaves nothing behind when it goes', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH], thresholds: [] });
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

describe('service labels of alerts', () => {
  it('stay to be seen and taken back where the last source of alerts is removed', async () => {
    const { changes, user } = mountQueryEditor({
      refId: 'A',
      definitions: [MESH],
      alerts: { sources: [{ kind: 'grafana' }], serviceLabels: ['team'] },
    });
    fireEvent.click(screen.getByText('Alerts (1)'));
    press('Remove source 1 of alerts');
    expect(changes.at(-1)?.alerts).toEqual({ sources: [], serviceLabels: ['team'] });
    expect(screen.getByLabelText('Service labels')).toHaveValue('team');
    await write(user, 'Service labels', '');
    await user.tab();
    expect(changes.at(-1)).toStrictEqual({ refId: 'A', definitions: [MESH], alerts: undefined });
    expect(screen.queryByLabelText('Service labels')).toBeNull();
  });
});

describe('links', () => {
  it('leaves Explore out, adds a link, says what is wrong with it, and leaves nothing behind when it goes', async () => {
    const { changes, user } = mountQueryEditor({ refId: 'A', definitions: [MESH] });
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
