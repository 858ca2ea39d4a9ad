import { narrowByFilters } from './narrowByFilters';

const team = (value: string, operator = '=') => ({ key: 'team', operator, value });
const narrow = (text: string, ...filters: Parameters<typeof narrowByFilters>[1] & object) =>
  narrowByFilters([['requests', text]], filters);

describe('narrowByFilters', () => {
  it('puts every filter into every selector', () => {
    const { expressions, filters } = narrow(
      'sum by (team) (rate(a[$__rate_interval])) / sum(rate(b{c="$d"}[5m]))',
      team('shop'),
      { key: 'cluster', operator: '!=', value: 'old' }
    );
    expect(expressions).toEqual([
      [
        'requests',
        'sum by (team) (rate(a{team="shop",cluster!="old",}[$__rate_interval])) / sum(rate(b{team="shop",cluster!="old",c="$d"}[5m]))',
      ],
    ]);
    expect(filters).toBeUndefined();
  });

  it('escapes values for where they stand', () => {
    const written = (value: string, operator?: string) => narrow('a', team(value, operator)).expressions[0][1];
    expect(written('"} or vector(1) #')).toBe('a{team="\\"} or vector(1) #",}');
    expect(written('back\\slash\nline')).toBe('a{team="back\\\\slash\\nline",}');
    expect(written('a\\.b|c"', '=~')).toBe('a{team=~"a\\\\.b|c\\"",}');
  });

  it('names no variable of the dashboard in a value', () => {
    const written = (value: string, operator?: string) => narrow('a', team(value, operator)).expressions[0][1];
    expect(written('$job ${job} [[job]]')).toBe('a{team="\\x24job \\x24{job} \\x5b[job]]",}');
    expect(written('$job', '=|')).toBe('a{team=~"\\\\\\x24job",}');
  });

  it('takes several values literally', () => {
    const filter = { key: 'team', operator: '=|', value: 'a.b', values: ['a.b', 'c|d'] };
    expect(narrow('a', filter).expressions[0][1]).toBe('a{team=~"a\\\\.b|c\\\\|d",}');
    expect(narrow('a', { ...filter, operator: '!=|' }).expressions[0][1]).toBe('a{team!~"a\\\\.b|c\\\\|d",}');
  });

  it.each([
    ['label_replace(a, "team", "$1", "b", "(.*)")', team('shop')],
    ['rate($metric[5m])', team('shop')],
    ['rate(${metric}[5m])', team('shop')],
    ['[[metric]]', team('shop')],
    ['a * $__range_s', team('shop')],
    ['a', { key: 'team name', operator: '=', value: 'shop' }],
    ['a', team('3', '<')],
  ])('leaves to the upstream what cannot be done for sure: %s', (text, filter) => {
    expect(narrow(text, filter)).toEqual({ expressions: [['requests', text]], filters: [filter] });
  });

  it('changes nothing without filters', () => {
    expect(narrow('a')).toEqual({ expressions: [['requests', 'a']], filters: [] });
    expect(narrowByFilters([['requests', 'a']], undefined).filters).toBeUndefined();
  });
});
