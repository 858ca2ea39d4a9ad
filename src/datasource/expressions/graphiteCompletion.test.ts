import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import type { MetricFindValue } from '@grafana/data';
import { installTemplates } from '../testSupport/standIns';
import { createAnswerMemory } from './answerMemory';
import { graphiteCompletion } from './graphiteCompletion';
import { graphiteNames } from './graphiteNames';
import { placeInTarget } from './graphitePlace';

function graphite(answers: Readonly<Record<string, readonly MetricFindValue[]>>) {
  const asked: string[] = [];
  const names = graphiteNames(
    async (query) => {
      asked.push(query);
      const answer = answers[query];
      if (!answer) {
        throw new Error('502');
      }
      return answer;
    },
    createAnswerMemory({ now: () => 0 })
  );
  return { asked, names };
}

async function offered(text: string, { names }: Pick<ReturnType<typeof graphite>, 'names'>, explicit = false) {
  const pos = text.indexOf('|');
  const context = new CompletionContext(EditorState.create({ doc: text.replace('|', '') }), pos, explicit);
  const results = await Promise.all(graphiteCompletion(names).map((source) => source(context)));
  const found = results.filter((result): result is CompletionResult => result !== null);
  return found.flatMap(({ options }) => options.map(({ label }) => label));
}

beforeEach(() => installTemplates((text) => text));

describe('completion of Graphite', () => {
  it('offers the parts below a path, with globs, alternatives and variables in it', async () => {
    const upstream = graphite({
      'stats.{a,b}.$env.*': [
        { text: 'web', expandable: true },
        { text: 'web', expandable: false },
        { text: 'odd name', expandable: true },
        { text: '"', expandable: false },
      ],
    });
    expect(await offered('sumSeries(stats.{a,b}.$env.w|', upstream)).toEqual(['web']);
    expect(await offered('sumSeries(stats.{a,b}.$env.|', upstream)).toEqual(['web']);
    expect(upstream.asked).toEqual(['stats.{a,b}.$env.*']);
  });

  it('offers functions and first parts where a target begins, and where they are asked for', async () => {
    const upstream = graphite({ '*': [{ text: 'stats', expandable: true }] });
    expect(await offered('s|', upstream)).toEqual(expect.arrayContaining(['stats', 'sumSeries', 'scaleToSeconds']));
    expect(await offered('sumSeries(|)', upstream)).toEqual([]);
    expect(await offered('sumSeries(|)', upstream, true)).toEqual(expect.arrayContaining(['stats', 'aliasByNode']));
  });

  it('offers tags and their values in conditions of seriesByTag only', async () => {
    const upstream = graphite({
      'tags()': [{ text: 'name' }, { text: 'service' }],
      'tag_values(service)': [{ text: 'cart' }, { text: "o'dd" }],
    });
    expect(await offered("seriesByTag('name=requests', 's|')", upstream)).toEqual(['name', 'service']);
    expect(await offered("seriesByTag('service=~c|')", upstream)).toEqual(['cart']);
    expect(await offered("alias(stats.a, 's|')", upstream)).toEqual([]);
  });

  it('keeps offering functions where the upstream is down', async () => {
    expect(await offered('per|', graphite({}))).toContain('perSecond');
  });

  it('offers template variables', async () => {
    expect(await offered('stats.$__i|', graphite({}))).toContain('$__interval');
  });

  it.each(['scale(a.b, 10|', 'a.b*|', 'a.{b|', 'a.[0-9|', 'a.$x|'])(
    'knows nothing to offer at the end of %s',
    (text) => {
      expect(placeInTarget(text.replace('|', ''))).toBeUndefined();
    }
  );
});
