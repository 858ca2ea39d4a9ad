import { EditorView } from '@codemirror/view';
import { PROMQL, promqlProblems } from './promqlLanguage';

/** What is marked in a text, each with how severe it is. */
async function marks(text: string, isWriting = false): Promise<ReadonlyArray<readonly [string, string]>> {
  const view = new EditorView({ doc: text, extensions: PROMQL, parent: document.body });
  if (isWriting) {
    view.focus();
  }
  const found = await promqlProblems(view);
  view.destroy();
  return found.map(({ from, to, severity }) => [text.slice(from, to), severity]);
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
    'sum(a) BY (b) / ON (b) GROUP_LEFT (c) count(d) by (b, c)',
    '# all of $job\nup',
  ])('marks nothing in %s', async (text) => {
    expect(await marks(text)).toEqual([]);
  });

  it.each([
    ['rate(a_total[$__rate_interval]) / / up', '/'],
    ['sum(rate(a_total[5m])))', ')'],
    ['median(rate(a_total[5m))', ')'],
  ])('marks what no dialect reads in %s', async (text, marked) => {
    expect(await marks(text, true)).toEqual([[marked, 'error']]);
  });

  it.each([
    ['rate(a_total)', ['a_total']],
    ['sum by (le) (nothing(a_total[5m]))', ['nothing']],
    ['range_median(rate(a_total)) / quantiles_over_time("q", 0.5, b) by (c)', ['range_median', 'quantiles_over_time']],
    ['outliersk(3, a_total) / outliers_iqr($b)', ['outliersk', 'outliers_iqr']],
  ])('calls what Prometheus alone does not read no error in %s', async (text, marked) => {
    expect(await marks(text)).toEqual(marked.map((each) => [each, 'info']));
  });

  it.each([
    'a_total default 0',
    'sum(rate(a_total)) by (b) limit 10',
    'rate(a_total[5m]) keep_metric_names',
    'a_total{b="c" or d="e"}',
    'WITH (x = {a="b"}) sum(rate(y{x}))',
    'a_total if b > 8Ki',
  ])('calls syntax of MetricsQL no error in %s', async (text) => {
    expect((await marks(text)).filter(([, severity]) => severity !== 'info')).toEqual([]);
  });

  it.each([
    ['sum(rate(a_total[5m])', '('],
    ['a_total /', '/'],
  ])('marks that %s is unfinished, once nobody writes in it', async (text, marked) => {
    expect(await marks(text, true)).toEqual([]);
    expect(await marks(text)).toEqual([[marked, 'error']]);
  });
});
