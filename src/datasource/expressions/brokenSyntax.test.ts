import { brokenSyntax } from './brokenSyntax';

const places = (text: string) =>
  brokenSyntax(text).map(({ from, to, isUnfinished }) => `${text.slice(from, to)}${isUnfinished ? ' unfinished' : ''}`);

describe('what no dialect of PromQL reads', () => {
  it.each([
    '',
    'time()',
    '-a + -b ^ +2 * -(c)',
    'sum by (a, b,) (rate(c{d=~"e\\"(", f!=\'[\', g=`{\\`}[5m:1m] offset -5m @ end()))',
    'a == bool 1 and on () b >= c </ d >/ 2 != e',
    'a # (\n/ b # "',
    'WITH (x = {a="b" or c="d"}) sum(rate(y{x}[1i])) by (z) limit 10 default 0 if d > 1e-5',
    'label_set(a / b keep_metric_names, "c", "d"[5m])',
    '{"a.b", c="d"}',
    'a and b or c UNLESS on (d) e atan2 ignoring (f) group_left (g) h > bool i',
    'or or and and unless',
    'sum by (or, and) (unless) default default if if ifnot ifnot',
    'a * on (b) or',
    'WITH (if = a) if',
    'a{b="c" or d="e"}[5m] offset 5m or "or" or `and`',
    'sum(a) by (b) or sum(rate(c[5m])) without (d)',
  ])('finds nothing in %s', (text) => {
    expect(brokenSyntax(text)).toEqual([]);
  });

  it.each([
    ['a / / b', ['/']],
    ['a + * b', ['*']],
    ['/ b', ['/']],
    ['sum(* a)', ['*']],
    ['sum(a +) + b', [')']],
    ['clamp(, 1)', [',']],
    ['clamp(a,, 1)', [',']],
    ['sum(a))', [')']],
    ['rate(a[5m)]', [')', ']']],
    ['sum(rate(a[5m', ['( unfinished', '( unfinished', '[ unfinished']],
    ['a{b="c}', ['{ unfinished', '" unfinished']],
    ["a{b='c\\'", ['{ unfinished', "' unfinished"]],
    ['a{b=`c', ['{ unfinished', '` unfinished']],
    ['a + b -', ['- unfinished']],
    ['a and', ['and unfinished']],
    ['sum(a) by (b) OR', ['OR unfinished']],
    ['a{b="c"} unless # soon', ['unless unfinished']],
    ['a[5m] offset 5m default', ['default unfinished']],
    ['a atan2', ['atan2 unfinished']],
    ['a or or or', ['or unfinished']],
    ['a and on (b)', ['and unfinished']],
    ['a * on (b, c) group_left', ['* unfinished']],
    ['a / ignoring (b) group_right (c)', ['/ unfinished']],
    ['a > bool', ['> unfinished']],
    ['(a or', ['( unfinished', 'or unfinished']],
    ['(a or) + b', [')']],
    ['a and * b', ['*']],
    ['sum(a if, b)', [',']],
    ['(a *', ['( unfinished', '* unfinished']],
    ['a{b=', ['{ unfinished']],
  ])('finds what is broken in %s', (text, broken) => {
    expect(places(text)).toEqual(broken);
  });

  it('says what is missing', () => {
    expect(brokenSyntax('(a / / b))').map(({ message }) => message)).toEqual([
      'nothing stands between / and /',
      'no ( is open here',
    ]);
    expect(brokenSyntax('* a[5m').map(({ message }) => message)).toEqual([
      'nothing stands before *',
      'no ] closes this [',
    ]);
    expect(brokenSyntax('(a]').map(({ message }) => message)).toEqual([') was expected, not ]']);
    expect(brokenSyntax('a +').map(({ message }) => message)).toEqual(['nothing stands behind +']);
    expect(
      brokenSyntax('a{b="')
        .map(({ message }) => message)
        .at(-1)
    ).toBe('nothing ends the text that this " begins');
  });
});
