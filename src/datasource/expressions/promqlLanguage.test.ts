import { EditorView } from '@codemirror/view';
import { PROMQL, promqlProblems } from './promqlLanguage';

async function problems(text: string): Promise<readonly string[]> {
  const view = new EditorView({ doc: text, extensions: PROMQL });
  const found = await promqlProblems(view);
  view.destroy();
  return found.map(({ from, to }) => text.slice(from, to));
}

describe('marks of what is wrong with PromQL', () => {
  it.each([
    '',
    ' \n',
    'sum by (client, server) (rate(traces_service_graph_request_total[$__rate_interval]))',
    'sum by (a) (rate(b{c=~"$d", e="${f:regex}"}[[[window]]])) offset $shift',
    'topk($n, rate(a_total[5m]))',
    'histogram_quantile($q, sum by (le) (rate(a_bucket[$__rate_interval])))',
    '$query',
    'sum by ($labels) (rate(a_total{$matchers}[5m]))',
    '# all of $job\nup',
  ])('marks nothing in %s', async (text) => {
    expect(await problems(text)).toEqual([]);
  });

  it.each([
    ['rate(a_total)', 'a_total'],
    ['sum by (le) (nothing(a_total[5m]))', 'nothing(a_total[5m]'],
    ['rate(a_total[$__rate_interval]) / / up', 'rate(a_total[$__rate_interval]) / '],
  ])('marks what is wrong in %s', async (text, marked) => {
    expect(await problems(text)).toContain(marked);
  });
});
