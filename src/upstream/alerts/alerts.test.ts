import { recorded } from '../../../tests/fixtures/recorded';
import { parseAlertmanagerAlerts } from './parseAlertmanagerAlerts';
import { parseRules } from './parseRules';

const NOW = Date.UTC(2100, 0, 1);

describe('parseAlertmanagerAlerts', () => {
  const { body } = recorded('alerts', 'alertmanager');

  it('U60 reads the active alerts of a recorded answer, and not the silenced one', () => {
    const { alerts, notices } = parseAlertmanagerAlerts(body, 'AM', NOW);
    expect(notices).toEqual([]);
    expect(alerts).toHaveLength(2);
    expect(alerts.find(({ name }) => name === 'HighErrorRatio')).toEqual({
      name: 'HighErrorRatio',
      labels: { namespace: 'shop', service: 'checkout', severity: 'critical' },
      severity: 'danger',
      periods: [{ from: expect.any(Number), to: NOW }],
      summary: 'Every fifth request fails',
      link: 'https://runbooks.example/checkout',
      upstream: 'AM',
    });
    expect(alerts.find(({ name }) => name === 'SlowCalls')).toMatchObject({
      summary: 'p95 is 2 s',
      link: expect.stringMatching(/^http:\/\/localhost:\d+\/graph\?/),
    });
  });

  it('U61 leaves out and counts what is no alert', () => {
    const odd = [null, 5, {}, { labels: { alertname: 'X' } }, { labels: { alertname: 'X' }, startsAt: 'never' }];
    const { alerts, notices } = parseAlertmanagerAlerts(odd, 'AM', NOW);
    expect(alerts).toEqual([]);
    expect(notices).toEqual([
      { severity: 'warning', upstream: 'AM', text: 'AM: 5 alerts have no name or no beginning and were left out.' },
    ]);
  });

  it.each([['<html>'], ['{"a"'], [{}], [null], [7]])('U51 answers %p with a notice', (odd) => {
    const { alerts, notices } = parseAlertmanagerAlerts(odd, 'AM', NOW);
    expect(alerts).toEqual([]);
    expect(notices).toHaveLength(1);
    expect(notices[0].severity).toBe('error');
  });

  it('U62 takes no link that is not http(s)', () => {
    const odd = [{ labels: { alertname: 'X' }, startsAt: '2026-01-01T00:00:00Z', generatorURL: 'javascript:alert(1)' }];
    expect(parseAlertmanagerAlerts(odd, 'AM', NOW).alerts[0].link).toBeUndefined();
  });
});

describe('parseRules', () => {
  const { body } = recorded('alerts', 'rules');

  it('U60 reads the firing alerts of a recorded answer of Prometheus, and not the pending one', () => {
    const { alerts, notices } = parseRules(body, 'Prometheus', NOW);
    expect(notices).toEqual([]);
    expect(alerts.map(({ name, severity }) => [name, severity])).toEqual([
      ['HighErrorRatio', 'danger'],
      ['SlowCalls', 'warning'],
      ['KnownAndSilenced', 'warning'],
    ]);
  });

  it("U63 reads Grafana's states and links to its page of the rule", () => {
    const instance = (state: string) => ({
      labels: { alertname: 'Slow', service: 'web' },
      state,
      activeAt: '2026-01-01T00:00:00Z',
    });
    const rule = {
      name: 'Slow',
      uid: 'abc-1',
      annotations: { summary: 'It is slow' },
      alerts: ['Alerting', 'Alerting (NoData)', 'Recovering', 'Normal', 'Pending', 'NoData', 'Error'].map(instance),
    };
    const { alerts } = parseRules({ status: 'success', data: { groups: [{ rules: [rule] }] } }, 'Grafana', NOW);
    expect(alerts).toHaveLength(3);
    expect(alerts[0]).toMatchObject({ summary: 'It is slow', link: '/alerting/grafana/abc-1/view' });
  });

  it.each([[{ data: {} }], ['[]'], [undefined], [{ data: { groups: 'x' } }]])('U51 answers %p with a notice', (odd) => {
    expect(parseRules(odd, 'Grafana', NOW)).toEqual({
      alerts: [],
      notices: [expect.objectContaining({ severity: 'error' })],
    });
  });

  it('U61 goes on past groups and rules that are none', () => {
    const groups = [null, {}, { rules: [null, { alerts: 'x' }, { alerts: [{ state: 'firing' }] }] }];
    const { alerts, notices } = parseRules({ data: { groups } }, 'Grafana', NOW);
    expect(alerts).toEqual([]);
    expect(notices).toHaveLength(1);
  });
});
