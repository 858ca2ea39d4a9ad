import { act } from '@testing-library/react';
import { locationService } from '@grafana/runtime';
import { chooseInTable, installResizeObserver, lastView, openNode, pressKey, small } from './testing/actions';
import { renderPanel, settle } from './testing/renderPanel';

beforeAll(installResizeObserver);

describe('dashboard variables', () => {
  const variables = { service: 'svc', groups: ['region', 'namespace'], level: 'level' };
  const inAddress = (name: string) => locationService.getSearch().get(`var-${name}`);
  const address = async (search: string) => {
    await act(async () => locationService.push(`/d/1?${search}`));
    await settle();
  };
  beforeEach(() => locationService.push('/d/1'));

  it('take the service and the groups of what is chosen, and the level that is opened', async () => {
    const panel = await renderPanel({ ...small(), options: { variables } });
    expect(locationService.getLocation().search).toBe('');
    await chooseInTable('checkout');
    expect(['svc', 'region', 'namespace', 'level'].map(inAddress)).toEqual(['checkout', 'eu', 'shop', null]);
    await pressKey('Escape');
    const { nodes } = lastView(panel);
    await openNode(panel, 'gateway');
    expect([inAddress('svc'), inAddress('level')]).toEqual(['gateway', nodes.ids[nodes.names.indexOf('gateway')]]);
  });

  it('lead to a level by a link, then and later', async () => {
    await address(`var-level=${encodeURIComponent('eu/shop/')}`);
    const panel = await renderPanel({ ...small(), options: { detail: 'groups', variables } });
    expect(lastView(panel).path).toEqual(['eu', 'shop']);
    await address('var-level=eu/');
    expect(lastView(panel).path).toEqual(['eu']);
    expect(inAddress('region')).toBe('eu');
    await address('var-level=');
    expect(lastView(panel).path).toEqual([]);
  });

  it('are left alone where the options name none', async () => {
    await renderPanel(small());
    await chooseInTable('checkout');
    expect(locationService.getLocation().search).toBe('');
  });
});
