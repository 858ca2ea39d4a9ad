import type { TrafficDefinition } from '../../../core/model/definition';
import { dashboardVariables, withWindow } from './dashboardVariables';
import { recordedExpressions } from './recordedExpressions';
import { isWindow, recordingRules } from './recordingRules';

const MESH: TrafficDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: ' rate(a[$__rate_interval]) ', errors: '', p95: 'rate(b[${__interval}])' },
  mapping: { source: { label: 'from' }, target: { label: 'to' } },
};

const asking = (requests: string, id = 'other'): TrafficDefinition => ({ ...MESH, id, expressions: { requests } });

describe('recording rules', () => {
  it('U70: a group a definition and a rule an expression that holds text', () => {
    expect(recordingRules([MESH], '5m')).toEqual({
      groups: [
        {
          name: 'Traffic Intuition: mesh',
          rules: [
            { record: 'traffic_intuition:requests', labels: { traffic_definition: 'mesh' }, expr: 'rate(a[5m])' },
            { record: 'traffic_intuition:p95', labels: { traffic_definition: 'mesh' }, expr: 'rate(b[5m])' },
          ],
        },
      ],
      leftOut: [],
    });
  });

  it('U71: the window stands for the variables of windows, in all their forms, and for nothing else', () => {
    expect(withWindow('a[$__rate_interval] b[${__rate_interval}] c[[[__interval]]] d[${__interval:raw}]', '2m')).toBe(
      'a[2m] b[2m] c[2m] d[2m]'
    );
    expect(withWindow('$__interval_ms $service "$1" x$', '2m')).toBe('$__interval_ms $service "$1" x$');
  });

  it('U72: definitions that only a dashboard can complete are left out, with the reason', () => {
    const { groups, leftOut } = recordingRules(
      [
        asking('rate(a{s="$service",t=~"${team:regex}"}[$__range])', 'variables'),
        asking(' ', 'blank'),
        { ...MESH, id: 'paths', kind: 'graphite' },
        { ...MESH, id: 'invented', kind: 'simulated' },
      ],
      '2m'
    );
    expect(groups).toEqual([]);
    expect(leftOut).toEqual([
      { definitionId: 'variables', reason: 'it uses what only a dashboard knows: $service, $team, $__range' },
      { definitionId: 'blank', reason: 'it has no expression for requests or bytes' },
      { definitionId: 'paths', reason: 'Graphite has no recording rules' },
      { definitionId: 'invented', reason: 'simulated traffic needs no rules' },
    ]);
  });

  it('U72: places of regular expressions and classes of characters are no variables', () => {
    const named = 'label_replace(a, "x", "$part-${1}", "y", "(?P<part>[[:alpha:]]+)(.*)$")';
    expect(dashboardVariables(named)).toEqual([]);
    expect(dashboardVariables('label_replace(a, "x", "$part", "y", "(.*)")')).toEqual(['part']);
  });

  it('U73: recorded series are selected by name and definition, escaped', () => {
    expect(recordedExpressions(asking('a', 'x"} or vector(1) # \\'))).toEqual({
      requests: 'traffic_intuition:requests{traffic_definition="x\\"} or vector(1) # \\\\"}',
    });
    expect(recordedExpressions(MESH)).toEqual({
      requests: 'traffic_intuition:requests{traffic_definition="mesh"}',
      p95: 'traffic_intuition:p95{traffic_definition="mesh"}',
    });
    expect(recordedExpressions(asking('$a'))).toBeUndefined();
  });

  it.each(['2m', '90s', '1h30m', '500ms', '1d'])('takes the window %s', (text) => {
    expect(isWindow(text)).toBe(true);
  });

  it.each(['', '0s', '2', 'm', '1.5m', '30m1h', '2m]) or vector(1', '-1m'])('refuses the window "%s"', (text) => {
    expect(isWindow(text)).toBe(false);
    expect(() => recordingRules([MESH], text)).toThrow('expected a duration');
  });
});
