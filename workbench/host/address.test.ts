import { changedAddress, parseAddress } from './address';

describe('the address of the page', () => {
  it('is read with what is absent or makes no sense left at its start', () => {
    expect(parseAddress('')).toEqual({
      scenario: 'simulated',
      theme: 'dark',
      width: undefined,
      height: undefined,
      edit: false,
      page: 'dashboard',
      from: undefined,
      to: undefined,
      refresh: '',
      options: {},
      panels: 1,
    });
    expect(parseAddress('?width=-3&height=none&panels=0&theme=pink&options={')).toEqual(parseAddress(''));
  });

  it('is read with all that it says', () => {
    const address = parseAddress(
      '?scenario=mixed&theme=light&width=320.4&edit=1&panels=3&options={"detail":"services"}'
    );
    expect(address).toMatchObject({
      scenario: 'mixed',
      theme: 'light',
      width: 320,
      edit: true,
      panels: 3,
      options: { detail: 'services' },
    });
  });

  it('takes times as Grafana writes them', () => {
    expect(parseAddress('?from=now-1h&to=now')).toMatchObject({ from: 'now-1h', to: 'now' });
    expect(parseAddress('?from=1780316400000')).toMatchObject({ from: '2026-06-01T12:20:00.000Z' });
  });

  it('keeps the rest when some of it changes', () => {
    expect(changedAddress('?scenario=mixed&edit=1', { theme: 'light', edit: '' })).toBe('?scenario=mixed&theme=light');
  });
});
