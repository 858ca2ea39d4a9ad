import type { DataSourceGetTagKeysOptions, DataSourceGetTagValuesOptions, MetricFindValue } from '@grafana/data';
import { firstValueFrom, of } from 'rxjs';
import { setTemplateSrv } from '@grafana/runtime';
import { dashboardRequest, FakeUpstream, instanceSettings, timeRange } from '../testSupport/fakeUpstream';
import { installDataSources } from '../testSupport/standIns';
import { TrafficDataSource } from '../TrafficDataSource';
import type { QueryDefinition, TrafficJsonData, TrafficQuery } from '../types';

const HOSTILE = 'a"b\\c{}|.*$other<script>';

/** An existing data source with labels; `asked` holds the options it was asked with. */
class Labelled extends FakeUpstream {
  readonly tagOptions: unknown[] = [];

  constructor(
    uid: string,
    private readonly tags: Readonly<Record<string, readonly string[]>> | Error,
    type = 'prometheus'
  ) {
    super(uid, type, () => of({ data: [] }));
  }

  override async getTagKeys(options?: DataSourceGetTagKeysOptions): Promise<MetricFindValue[]> {
    return this.give(options, (tags) => Object.keys(tags));
  }

  override async getTagValues(options: DataSourceGetTagValuesOptions): Promise<MetricFindValue[]> {
    return this.give(options, (tags) => tags[options.key] ?? []);
  }

  private give(
    options: unknown,
    pick: (tags: Readonly<Record<string, readonly string[]>>) => readonly string[]
  ): MetricFindValue[] {
    this.tagOptions.push(options);
    if (this.tags instanceof Error) {
      throw this.tags;
    }
    return pick(this.tags).map((text) => ({ text, value: text }));
  }
}

function dataSource(upstreams: readonly Labelled[], settings: TrafficJsonData = {}): TrafficDataSource {
  installDataSources([], upstreams);
  setTemplateSrv({
    getVariables: () => [],
    replace: (text = '') => text.replaceAll('$mesh', 'two'),
    containsTemplate: () => false,
    updateTimeRange: () => undefined,
  });
  return new TrafficDataSource(instanceSettings('traffic', 'intuition-traffic-datasource', settings));
}

const ONE: TrafficJsonData = { upstreams: [{ uid: 'one', kind: 'prometheus' }] };
const BOTH: TrafficJsonData = {
  upstreams: [
    { uid: 'one', kind: 'prometheus' },
    { uid: 'two', kind: 'prometheus' },
  ],
};
const texts = (values: readonly MetricFindValue[]) => values.map(({ text }) => text);
const labels = (uid: string) => new Labelled(uid, { job: [uid, 'both', HOSTILE], [`only_${uid}`]: ['1'] });

describe('keys and values of ad hoc filters', () => {
  it('are those of all upstreams, each once', async () => {
    const source = dataSource([labels('one'), labels('two')], BOTH);
    expect(texts(await source.getTagKeys({ filters: [] }))).toEqual(['job', 'only_one', 'only_two']);
    expect(texts(await source.getTagValues({ key: 'job', filters: [] }))).toEqual([HOSTILE, 'both', 'one', 'two']);
  });

  it('are asked within the range and the other filters, without queries in a language of ours', async () => {
    const one = labels('one');
    const filters = [{ key: 'env', operator: '=', value: HOSTILE }];
    const queries: TrafficQuery[] = [{ refId: 'A' }];
    await dataSource([one], ONE).getTagValues({ key: 'job', filters, timeRange: timeRange(), queries });
    expect(one.tagOptions).toEqual([{ key: 'job', filters, timeRange: timeRange() }]);
  });

  it('come from the upstreams that the queries of the dashboard name, too', async () => {
    const definition: QueryDefinition = {
      id: 'mesh',
      kind: 'prometheus',
      upstream: '$mesh',
      expressions: { requests: 'rate(a[1m])' },
      mapping: { source: { label: 'from' }, target: { label: 'to' } },
    };
    const queries: TrafficQuery[] = [{ refId: 'A', definitions: [definition] }];
    const source = dataSource([labels('one'), labels('two')], ONE);
    expect(texts(await source.getTagKeys({ filters: [], queries }))).toContain('only_two');
  });

  it('are not those of Graphite, which filters do not narrow', async () => {
    const carbon = new Labelled('carbon', { host: ['a'] }, 'graphite');
    const source = dataSource([carbon], { upstreams: [{ uid: 'carbon', kind: 'graphite' }] });
    expect(await source.getTagKeys({ filters: [] })).toEqual([]);
    expect(carbon.tagOptions).toEqual([]);
    expect(await dataSource([]).getTagKeys()).toEqual([]);
  });

  it('leave those of one upstream when another fails, and say why when all do', async () => {
    const broken = new Labelled('two', Object.assign(new Error('no'), { status: 403 }));
    expect(texts(await dataSource([labels('one'), broken], BOTH).getTagKeys({ filters: [] }))).toContain('only_one');
    await expect(
      dataSource([new Labelled('one', Object.assign(new Error('no'), { status: 403 }))], ONE).getTagKeys({
        filters: [],
      })
    ).rejects.toThrow(/one/);
  });
});

describe('ad hoc filters of a query', () => {
  it('reach the upstream in each selector, and its variables as they are, hostile values too', async () => {
    const one = labels('one');
    const filters = [{ key: 'job', operator: '=~', value: HOSTILE }];
    const query: TrafficQuery = {
      refId: 'A',
      definitions: [
        {
          id: 'mesh',
          kind: 'prometheus',
          upstream: 'one',
          expressions: { requests: 'rate(a{x="$x"}[$__rate_interval])' },
          mapping: { source: { label: 'from' }, target: { label: 'to' } },
        },
      ],
    };
    const scopedVars = { x: { text: HOSTILE, value: HOSTILE } };
    await firstValueFrom(dataSource([one]).query(dashboardRequest([query], { filters, scopedVars })));
    expect(one.asked[0].filters).toBeUndefined();
    expect(one.asked[0].scopedVars.x).toEqual(scopedVars.x);
    expect(one.asked[0].scopedVars.__interval).toEqual({ text: '60s', value: '60s' });
    expect(one.asked[0].scopedVars.__rate_interval).toBeUndefined();
    expect(one.asked[0].targets[0]).toMatchObject({
      expr: 'rate(a{job=~"a\\"b\\\\c{}|.*\\x24other<script>",x="$x"}[$__rate_interval])',
    });
  });
});
