import { GRAPHITE } from './graphiteLanguage';

/** Each token with its name, such as "called:sumSeries". */
function tokens(text: string): readonly string[] {
  const found: string[] = [];
  GRAPHITE.parser.parse(text).iterate({
    enter: ({ type, from, to }) => {
      if (!type.isTop) {
        found.push(`${type.name}:${text.slice(from, to)}`);
      }
    },
  });
  return found;
}

describe('colours of Graphite', () => {
  it('tells functions, paths, globs, variables, strings and numbers apart', () => {
    expect(tokens(`alias(scale(stats.{a,b}.$env.*.rate, 0.5), 'x (y)')`)).toEqual([
      'called:alias',
      'bracket:(',
      'called:scale',
      'bracket:(',
      'path:stats',
      'separator:.',
      'glob:{',
      'path:a',
      'separator:,',
      'path:b',
      'glob:}',
      'separator:.',
      'template:$env',
      'separator:.',
      'glob:*',
      'separator:.',
      'path:rate',
      'separator:,',
      'number:0.5',
      'bracket:)',
      'separator:,',
      `string:'x (y)'`,
      'bracket:)',
    ]);
  });

  it('reads on in a string that a line break is in', () => {
    expect(tokens('alias(a, "b\nc") # d')).toContain('string:c"');
  });
});
