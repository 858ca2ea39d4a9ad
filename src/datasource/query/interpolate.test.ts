import { emptyDefinition } from '../editors/changes';
import type { QueryDefinition } from '../types';
import { interpolateDefinition } from './interpolate';

const HOSTILE = `"} or vector(1) # <img src=x onerror=alert(1)> $& $1 {a,b} .*`;

/** Stands for Grafana's: replaces `$v` by the hostile value, with the escaping that a format asks for. */
function replace(text: string, _scopedVars: unknown, format?: string): string {
  const value = format === 'regex' ? HOSTILE.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&') : HOSTILE;
  return text.replace(/\$v\b/g, () => value);
}

const DEFINITION: QueryDefinition = {
  ...emptyDefinition('mesh', 'prometheus', '$v'),
  expressions: { requests: 'rate(a{x="$v"}[$__rate_interval])', p95: 'b{x=~"$v"}' },
  mapping: {
    source: { label: 'from', constant: '$v', groupLabels: ['$v'] },
    target: { label: '$v', group: ['prod', '$v'] },
    classLabel: '$v',
    protocolLabel: 'protocol',
  },
  pathPattern: 'a.{source}.$v',
  classes: [
    { name: 'bad', severity: 'danger', match: '$v|5..' },
    { name: 'rest', severity: 'normal' },
  ],
};

describe('interpolateDefinition', () => {
  const interpolated = interpolateDefinition(DEFINITION, {}, replace);

  it('leaves expressions to the upstream, which escapes values in its own language', () => {
    expect(interpolated.expressions).toBe(DEFINITION.expressions);
  });

  it('puts values into names and labels as they are, for they are compared and never run', () => {
    expect(interpolated.upstream).toBe(HOSTILE);
    expect(interpolated.pathPattern).toBe(`a.{source}.${HOSTILE}`);
    expect(interpolated.mapping).toEqual({
      source: { label: 'from', constant: HOSTILE, groupLabels: [HOSTILE] },
      target: { label: HOSTILE, group: ['prod', HOSTILE] },
      classLabel: HOSTILE,
      protocolLabel: 'protocol',
    });
  });

  it('escapes values in regular expressions, so that they match themselves and nothing else', () => {
    const pattern = new RegExp(`^(?:${interpolated.classes?.[0].match})$`);
    expect(pattern.test(HOSTILE)).toBe(true);
    expect(pattern.test('503')).toBe(true);
    expect(pattern.test('anything')).toBe(false);
    expect(interpolated.classes?.[1]).toEqual({ name: 'rest', severity: 'normal' });
  });
});
