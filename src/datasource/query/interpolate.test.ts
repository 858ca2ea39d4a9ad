import { emptyDefinition } from '../editors/changes';
import type { QueryDefinition } from '../types';
import { interpolateDefinition, interpolateShape, type ReplaceVariables } from './interpolate';

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
    { name: 'other', severity: 'warning', labels: [{ label: '$v', match: 'a|$v' }] },
  ],
  naming: {
    missing: '$v',
    rules: [
      { match: '$v-(.*)', name: '$v/$1', group: '$v' },
      { match: '$v', exact: true, name: 'exact' },
    ],
    addresses: { publicName: '$v' },
    hosts: { suffixes: ['.$v'] },
  },
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
    expect(new RegExp(`^(?:${interpolated.classes?.[2].labels?.[0].match})$`).test(HOSTILE)).toBe(true);
    expect(interpolated.classes?.[1]).toEqual({ name: 'rest', severity: 'normal' });
  });

  it('puts values into names of services as they are, and escapes them in the patterns of names', () => {
    const { naming } = interpolated;
    expect(new RegExp(`^(?:${naming?.missing})$`).test(HOSTILE)).toBe(true);
    expect(new RegExp(`^(?:${naming?.rules?.[0].match})$`).exec(`${HOSTILE}-x`)?.[1]).toBe('x');
    expect(naming?.rules?.[0]).toMatchObject({ name: `${HOSTILE}/$1`, group: HOSTILE });
    expect(naming?.rules?.[1]).toEqual({ match: HOSTILE, exact: true, name: 'exact' });
    expect(naming?.addresses).toEqual({ publicName: HOSTILE });
    expect(naming?.hosts).toEqual({ suffixes: [`.${HOSTILE}`] });
    expect(interpolated.classes?.[2].labels?.[0].label).toBe(HOSTILE);
  });
});

it('lets a variable stand for several labels to keep', () => {
  const definition = { ...emptyDefinition('mesh', 'prometheus', ''), keepLabels: ['zone', '$labels'] };
  const several: ReplaceVariables = (text) => (text === '$labels' ? 'version,team' : text);
  expect(interpolateDefinition(definition, {}, several).keepLabels).toEqual(['zone', 'version', 'team']);
});

describe('interpolateShape', () => {
  it('escapes values in the patterns of kinds and hubs, and leaves the rest', () => {
    const shape = interpolateShape(
      { kinds: [{ match: '$v', kind: 'queue' }], hubs: { match: '$v', show: 'hide' }, externals: 5 },
      {},
      replace
    );
    expect(new RegExp(`^(?:${shape.kinds?.[0].match})$`).test(HOSTILE)).toBe(true);
    expect(new RegExp(`^(?:${shape.hubs?.match})$`).test(HOSTILE)).toBe(true);
    expect(shape).toMatchObject({ kinds: [{ kind: 'queue' }], hubs: { show: 'hide' }, externals: 5 });
  });
});
