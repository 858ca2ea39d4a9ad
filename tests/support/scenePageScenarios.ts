import { createSimulation, type SimulatedService } from '../../src/core/simulation';
import { STATE_DANGER, STATE_NO_DATA, STATE_NORMAL, STATE_WARNING } from '../../src/core/model/state';
import type { TrafficView } from '../../src/core/model/view';
import { viewOf } from './scenePageViews';

const states = (): TrafficView =>
  viewOf(
    [
      { id: 'internet', kind: 'user', rates: [900, 0, 0] },
      { id: 'edge', kind: 'gateway', rates: [880, 20, 0] },
      { id: 'checkout', rates: [300, 20, 80], state: STATE_DANGER },
      { id: 'catalogue', rates: [400, 60, 0], state: STATE_WARNING },
      { id: 'sessions', kind: 'cache', rates: [900, 0, 0] },
      { id: 'orders', kind: 'queue', rates: [120, 0, 0] },
      { id: 'ledger', kind: 'database', rates: [200, 0, 4] },
      { id: 'payment provider', kind: 'external', rates: [60, 0, 10], state: STATE_WARNING },
      { id: 'reports', rates: [0, 0, 0] },
      { id: 'legacy importer', rates: [NaN, NaN, NaN], state: STATE_NO_DATA },
      { id: 'recommendation-engine-canary', rates: [40, 0, 0], outside: true },
      { id: '注文サービス', rates: [70, 3, 0] },
      { id: 'خدمة الدفع', rates: [30, 0, 0] },
    ],
    [
      { source: 'internet', target: 'edge', rates: [880, 20, 0], p50: 0.02 },
      { source: 'edge', target: 'checkout', rates: [300, 20, 80], p50: 0.4, state: STATE_DANGER },
      { source: 'checkout', target: 'edge', rates: [60, 0, 0], p50: 0.01 },
      { source: 'edge', target: 'catalogue', rates: [400, 60, 0], p50: 0.05, state: STATE_WARNING },
      { source: 'edge', target: 'sessions', rates: [900, 0, 0], p50: 0.001 },
      { source: 'checkout', target: 'orders', rates: [120, 0, 0], p50: 0.004 },
      { source: 'checkout', target: 'ledger', rates: [200, 0, 4], p50: 0.012 },
      { source: 'checkout', target: 'payment provider', rates: [60, 0, 10], p50: 0.9, state: STATE_WARNING },
      { source: 'orders', target: 'orders', rates: [15, 0, 0], p50: 0.03 },
      { source: 'catalogue', target: 'reports', rates: [0, 0, 0] },
      { source: 'catalogue', target: 'legacy importer', rates: [NaN, NaN, NaN], state: STATE_NO_DATA },
      { source: 'catalogue', target: 'recommendation-engine-canary', rates: [40, 0, 0], p50: 0.2 },
      { source: 'checkout', target: '注文サービス', rates: [70, 3, 0], p50: 0.03 },
      { source: '注文サービス', target: 'خدمة الدفع', rates: [30, 0, 0], p50: 0.03 },
      { source: '注文サービス', target: 'ledger', rates: [5, 0, 0], p50: 0.03 },
    ]
  );

const regions = (): TrafficView =>
  viewOf(
    [
      { id: 'internet', kind: 'user', rates: [2400, 10, 0] },
      { id: 'us-east', kind: 'group', members: 24, rates: [900, 12, 2] },
      { id: 'eu-central', kind: 'group', members: 21, rates: [800, 60, 70], state: STATE_DANGER },
      { id: 'ap-south', kind: 'group', members: 15, rates: [300, 20, 2], state: STATE_WARNING },
    ],
    [
      { source: 'internet', target: 'us-east', rates: [900, 4, 0], p50: 0.03 },
      { source: 'internet', target: 'eu-central', rates: [800, 40, 60], p50: 0.5, state: STATE_DANGER },
      { source: 'internet', target: 'ap-south', rates: [300, 10, 1], p50: 0.08 },
      { source: 'us-east', target: 'eu-central', rates: [90, 2, 6], p50: 0.12 },
      { source: 'eu-central', target: 'us-east', rates: [60, 1, 0], p50: 0.09 },
      { source: 'ap-south', target: 'us-east', rates: [30, 1, 0], p50: 0.2 },
      { source: 'ap-south', target: 'ap-south', rates: [20, 1, 0], p50: 0.02 },
    ]
  );

/** One edge, nearly all of whose requests fail. */
const failing = (): TrafficView =>
  viewOf(
    [
      { id: 'a', rates: [100, 0, 0] },
      { id: 'b', rates: [20, 20, 60] },
    ],
    [{ source: 'a', target: 'b', rates: [20, 20, 60], p50: 0.05 }]
  );

/** Three pairs, each of which has requests of one class only. */
const classes = (): TrafficView =>
  viewOf(
    ['normal', 'warning', 'danger'].flatMap((name, index) => {
      const rates = [0, 1, 2].map((each) => (each === index ? 100 : 0)) as [number, number, number];
      return [
        { id: `${name} caller`, rates },
        { id: name, rates },
      ];
    }),
    ['normal', 'warning', 'danger'].map((name, index) => ({
      source: `${name} caller`,
      target: name,
      rates: [0, 1, 2].map((each) => (each === index ? 100 : 0)) as [number, number, number],
      p50: 0.05,
    }))
  );

/** The simulated company, or its first services. */
function companyOf(services?: number): TrafficView {
  const company = createSimulation({ seed: 1, scenario: 'calm', services });
  const idOf = ({ region, namespace, name }: SimulatedService) =>
    [region, namespace, name].filter((part) => part !== '').join('/');
  const truth = company.truth(0).map(({ edge, rates, p50 }) => ({
    source: idOf(edge.source),
    target: idOf(edge.target),
    rates: [rates['2xx'], rates['4xx'], rates['5xx']] as const,
    p50,
  }));
  const sums = new Map(
    company.services.map((service): [string, [number, number, number]] => [idOf(service), [0, 0, 0]])
  );
  for (const { target, rates } of truth) {
    rates.forEach((rate, index) => (sums.get(target)![index] += rate));
  }
  return viewOf(
    company.services.map((service) => ({
      id: idOf(service),
      kind: service.kind,
      path: [service.region, service.namespace].filter((part) => part !== ''),
      rates: sums.get(idOf(service))!,
    })),
    truth
  );
}

/** Names as they come: scripts that join, run from the right or are wide, markup, and far too long. */
const names = (): TrafficView => {
  const ids = [
    '注文サービス',
    'خدمة الدفع',
    'שירות',
    '<img src=x onerror=alert(1)>',
    'a'.repeat(200),
    '{{label}} "quoted" \\n',
    'Ünïcödé-ñame',
  ];
  return viewOf(
    [{ id: 'edge', kind: 'gateway', rates: [100, 0, 0] }, ...ids.map((id) => ({ id, rates: [20, 0, 0] as const }))],
    ids.map((id) => ({ source: 'edge', target: id, rates: [20, 0, 0] as const, p50: 0.03 }))
  );
};

/** Nothing is known of anything. */
const silent = (): TrafficView =>
  viewOf(
    ['a', 'b', 'c'].map((id) => ({ id, rates: [NaN, NaN, NaN] as const, state: STATE_NO_DATA })),
    ['b', 'c'].map((target) => ({ source: 'a', target, rates: [NaN, NaN, NaN] as const, state: STATE_NO_DATA }))
  );

/** Eighty strong flows, and three weak ones between nodes of their own: how they lie is up to who draws it. */
const crowded = (): TrafficView => {
  const pairs = [
    ...Array.from({ length: 80 }, (_, index) => ({ name: `strong ${index}`, rate: 1000, state: STATE_NORMAL })),
    { name: 'through', rate: 1, state: STATE_NORMAL },
    { name: 'failing', rate: 1, state: STATE_DANGER },
    { name: 'aside', rate: 1, state: STATE_NORMAL },
  ];
  return viewOf(
    pairs.flatMap(({ name, rate }) => [
      { id: `${name} from`, rates: [rate, 0, 0] as const },
      { id: `${name} to`, rates: [rate, 0, 0] as const },
    ]),
    pairs.map(({ name, rate, state }) => ({
      source: `${name} from`,
      target: `${name} to`,
      rates: [rate, 0, 0] as const,
      state,
    }))
  );
};

/** Services that tell what they can serve: idle, half busy, about to give way, beyond it; and one that does not tell. */
const loads = (): TrafficView =>
  viewOf(
    [
      { id: 'gateway', kind: 'gateway', rates: [800, 0, 0], load: 0.25 },
      { id: 'catalogue', rates: [400, 0, 0], load: 0.5 },
      { id: 'checkout', rates: [300, 0, 0], load: 0.85, state: STATE_WARNING },
      { id: 'payments', rates: [200, 0, 30], load: 1.2, state: STATE_DANGER },
      { id: 'ledger', kind: 'database', rates: [150, 0, 0] },
    ],
    [
      { source: 'gateway', target: 'catalogue', rates: [400, 0, 0], p50: 0.02 },
      { source: 'gateway', target: 'checkout', rates: [300, 0, 0], p50: 0.05 },
      { source: 'checkout', target: 'payments', rates: [200, 0, 30], p50: 0.4, state: STATE_DANGER },
      { source: 'payments', target: 'ledger', rates: [150, 0, 0], p50: 0.01 },
    ]
  );

/** Small graphs that show one thing each. */
export const SCENARIOS = {
  states,
  regions,
  failing,
  classes,
  names,
  silent,
  crowded,
  loads,
  company: () => companyOf(),
  company5: () => companyOf(5),
  company3: () => companyOf(3),
  company24: () => companyOf(24),
} as const;
export type ScenarioName = keyof typeof SCENARIOS;
