import { followRoute } from './pluginRoutes';

const routes = [{ path: 'vizceral', method: 'GET', url: '{{ .JsonData.vizceralUrl }}' }];
const SETTINGS = { vizceralUrl: 'http://vizceral.example/data' };

describe('routes of the plugin', () => {
  it('lead below the address of the settings, and fetch only', () => {
    expect(followRoute(routes, 'GET', 'vizceral/a/b.json?x=1', SETTINGS)).toEqual({
      url: SETTINGS.vizceralUrl,
      rest: 'a/b.json?x=1',
    });
    expect(followRoute(routes, 'GET', 'vizceral', SETTINGS)).toEqual({ url: SETTINGS.vizceralUrl, rest: '' });
    expect(followRoute(routes, 'POST', 'vizceral/a', SETTINGS)).toBeUndefined();
    expect(followRoute(routes, 'GET', 'other/a', SETTINGS)).toBeUndefined();
  });
});
