import type { PlannedEdge } from './topology';
import type { ScenarioName, SimulatedService } from './types';

/** What an incident does to one edge while it lasts. Parts are 0–1. */
export interface Effect {
  /** Start and end as parts of the hour. */
  readonly start: number;
  readonly end: number;
  /** Multiplies the rate of requests. */
  readonly rate: number;
  /** Part of all requests that fail with 5xx. */
  readonly failing: number;
  /** Part of all requests that are slow. */
  readonly slow: number;
  /** How many times as long a slow request takes. */
  readonly slowness: number;
  /** True where the source of the edge is gone, and its counters with it. */
  readonly gone: boolean;
}

type Change = Partial<Pick<Effect, 'rate' | 'failing' | 'slow' | 'slowness' | 'gone'>>;

/** What an incident does to an edge, or undefined where it does nothing. */
type Incident = (edge: PlannedEdge) => Change | undefined;

function is(service: SimulatedService, name: string, region: string): boolean {
  return service.name === name && service.region === region;
}

const INCIDENTS: Readonly<Record<string, Incident>> = Object.freeze({
  'slow-database': ({ source, target }) => {
    if (is(target, 'orders-db', 'eu-west')) {
      // From afar the way there takes most of the time, and that part is as quick as ever.
      return { slow: 0.75, slowness: source.region === target.region ? 110 : 16, failing: 0.02, rate: 0.8 };
    }
    if (is(target, 'orders', 'eu-west')) {
      return { slow: 0.6, slowness: 30, failing: 0.08 };
    }
    if (is(target, 'checkout', 'eu-west') || (is(target, 'storefront', 'eu-west') && source.kind === 'gateway')) {
      return { slow: 0.3, slowness: 16, failing: 0.015 };
    }
    return undefined;
  },
  'bad-deploy': ({ target }) => {
    if (is(target, 'cart', 'us-east')) {
      return { failing: 0.38 };
    }
    if (is(target, 'storefront', 'us-east')) {
      return { failing: 0.09 };
    }
    if (is(target, 'checkout', 'us-east')) {
      return { rate: 0.6 };
    }
    return undefined;
  },
  'region-outage': ({ source, target }) => {
    if (source.region === 'ap-south' || target.region === 'ap-south') {
      return { rate: 0.05 };
    }
    return source.region === 'eu-west' || target.region === 'eu-west' ? { rate: 1.3 } : undefined;
  },
  'retry-storm': ({ source, target }) => {
    if (is(source, 'payments', 'us-east') && target.name === 'card-processor') {
      return { rate: 3.2, failing: 0.55, slow: 0.4, slowness: 12 };
    }
    if (is(target, 'payments', 'us-east')) {
      return { rate: 2.2, failing: 0.25, slow: 0.4, slowness: 20 };
    }
    if (is(source, 'payments', 'us-east')) {
      return { rate: 1.8 };
    }
    return is(target, 'checkout', 'us-east') ? { failing: 0.12, slow: 0.3, slowness: 20 } : undefined;
  },
  'vanished-service': ({ source, target }) => {
    if (is(target, 'recommendations', 'us-east')) {
      return { rate: 0, failing: 1 };
    }
    return is(source, 'recommendations', 'us-east') ? { rate: 0, gone: true } : undefined;
  },
});

/** Minutes of the hour at which each incident begins and ends when all take turns. */
const ROTATION: ReadonlyArray<readonly [string, number, number]> = Object.freeze([
  ['slow-database', 3, 11],
  ['bad-deploy', 15, 23],
  ['region-outage', 27, 35],
  ['retry-storm', 39, 47],
  ['vanished-service', 51, 58],
]);

/** Minutes of the hour of an incident that has a scenario to itself. */
const ALONE: readonly [number, number] = [10, 50];

/** What happens to an edge in each hour of a scenario. */
export function effectsOn(edge: PlannedEdge, scenario: ScenarioName): readonly Effect[] {
  const script =
    scenario in INCIDENTS
      ? [[scenario, ...ALONE] as const]
      : scenario === 'calm' || scenario === 'empty'
        ? []
        : ROTATION;
  return script.flatMap(([name, start, end]) => {
    const change = INCIDENTS[name](edge);
    return change
      ? [{ rate: 1, failing: 0, slow: 0, slowness: 1, gone: false, ...change, start: start / 60, end: end / 60 }]
      : [];
  });
}
