import { PrometheusDatasource } from '@grafana/prometheus';
import { type BackendSrvRequest, setBackendSrv, setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { firstValueFrom, of } from 'rxjs';
import recorded from '../../../tests/fixtures/adHocExpressions.json';
import { FILTER_OPERATORS, FILTER_VALUES, FILTERED_EXPRESSION } from '../../../tests/fixtures/adHocFilters';
import { dashboardRequest, instanceSettings } from '../testSupport/fakeUpstream';
import { installDataSources } from '../testSupport/standIns';
import { MESH, query, services } from '../testSupport/runQuery';
import { runQuery } from './runQuery';

// Its code editor, which is no script that jest can read, and no part of what is asked.
jest.mock('monaco-promql', () => ({ promLanguageDefinition: { id: 'promql' } }));

/** A dashboard without variables. */
const NO_VARIABLES: TemplateSrv = {
  getVariables: () => [],
  replace: (text = '') => text,
  containsTemplate: () => false,
  updateTimeRange: () => undefined,
};

/** Grafana's own Prometheus data source, and what it sends to Grafana's server. */
function realPrometheus() {
  const sent: Array<{ readonly expr: string; readonly refId: string }> = [];
  const fetch = (request: BackendSrvRequest) => {
    sent.push(...request.data.queries);
    return of({ data: { results: {} }, status: 200 });
  };
  setBackendSrv({ fetch } as never);
  setTemplateSrv(NO_VARIABLES);
  const settings = { ...instanceSettings('prom', 'prometheus', {}), id: 1, url: '/api/datasources/proxy/uid/prom' };
  installDataSources([settings]);
  const dataSource = new PrometheusDatasource(settings as never, NO_VARIABLES);
  return { sent, dataSource };
}

async function expressionFor(operator: string, value: string): Promise<string> {
  const { sent, dataSource } = realPrometheus();
  const asked = query({ ...MESH, expressions: { requests: FILTERED_EXPRESSION } });
  const filters = [{ key: 'team', operator, value }];
  const using = services([], { getDataSource: async () => dataSource as never });
  await firstValueFrom(runQuery(asked, dashboardRequest([asked], { filters }), using));
  expect(sent.map(({ refId }) => refId)).toEqual(['A0-requests']);
  return sent[0].expr;
}

describe('ad hoc filters through Grafana’s own Prometheus data source', () => {
  it.each(FILTER_OPERATORS.flatMap((operator) => FILTER_VALUES.map((value) => [operator, value] as const)))(
    'reach each selector: team %s %j',
    async (operator, value) => {
      expect(recorded).toContainEqual({ operator, value, expression: await expressionFor(operator, value) });
    }
  );

  it('are all that is asked of a real server in tests/integration', () => {
    expect(recorded.map(({ operator, value }) => [operator, value])).toEqual(
      FILTER_OPERATORS.flatMap((operator) => FILTER_VALUES.map((value) => [operator, value]))
    );
  });
});
