import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { installTemplates } from '../testSupport/standIns';
import { expressionLanguage } from './expressionLanguage';

describe('the data source that names are asked of', () => {
  it('is what a variable stands for now: names of another one are not offered', async () => {
    let named = 'one';
    const replace = (text: string) => text.replace('${source}', named);
    installTemplates(replace);
    const asked: string[] = [];
    const get = async ({ uid }: { readonly uid: string }) => ({
      metricFindQuery: async () => {
        asked.push(replace(uid));
        return [{ text: `of_${replace(uid)}`, expandable: true }];
      },
    });
    setDataSourceSrv({ get } as unknown as DataSourceSrv);
    const { completion } = expressionLanguage('graphite', '${source}');
    const offered = async () => {
      const context = new CompletionContext(EditorState.create({ doc: 'stats.' }), 6, true);
      const results = await Promise.all(completion.map((source) => source(context)));
      return results.flatMap((result) => result?.options.map(({ label }) => label) ?? []);
    };
    expect(await offered()).toEqual(['of_one']);
    named = 'two';
    expect(await offered()).toEqual(['of_two']);
    named = 'one';
    expect(await offered()).toEqual(['of_one']);
    expect(asked).toEqual(['one', 'two']);
  });
});
