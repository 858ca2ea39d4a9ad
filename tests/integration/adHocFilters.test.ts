import type { TrafficDefinition } from '../../src/core/model/definition';
import recorded from '../fixtures/adHocExpressions.json';
import { FILTER_VALUES } from '../fixtures/adHocFilters';
import { useOwnPrometheus } from '../support/ownPrometheus';
import { readTraffic } from '../support/readTraffic';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const END = Date.UTC(2026, 5, 2, 12);
const GRID = { from: END - 2 * MINUTE, to: END, stepMs: MINUTE };

const targetOf = (value: string) => `target${FILTER_VALUES.indexOf(value)}`;

/** Each value has a service of its own, so that an edge tells which series came back. */
const SERIES = FILTER_VALUES.map((team) => ({
  name: 'filtered_total',
  labels: { source: 'web', target: targetOf(team), team },
  samples: Array.from({ length: 21 }, (_, index) => [END - (20 - index) * 15_000, index * 15 * 2] as const),
}));

/** As Grafana's own Prometheus data source narrows it: `src/datasource/query/adHocFilters.test.ts`. */
function definitionOf(requests: string): TrafficDefinition {
  return {
    id: 'filtered',
    kind: 'prometheus',
    upstream: 'own',
    expressions: { requests },
    mapping: { source: { label: 'source' }, target: { label: 'target' } },
  };
}

describe('ad hoc filters on a real Prometheus', () => {
  const prometheus = useOwnPrometheus(SERIES);

  it.each(recorded)('team $operator $value is the one series that holds it', async ({ value, expression }) => {
    const { history, upstreamNotices } = await readTraffic(
      [{ definition: definitionOf(expression), url: prometheus.url() }],
      GRID
    );
    expect(upstreamNotices).toEqual([]);
    expect(history.edges.ids).toEqual([`web→${targetOf(value)}`]);
    expect(history.edges.rates[0].at(-1)).toBeCloseTo(2);
  });
});
