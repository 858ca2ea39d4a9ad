import type { Means } from './edgeTraffic';
import { createRandom, seedFor } from './random';
import type { PlannedEdge } from './topology';
import { loadAt } from './track';
import type { Profile } from './traffic';
import type { ServiceLoad, SimulatedService } from './types';

/** Part of their CPU that services use on a good day: the least, and how much more the busiest use. */
const LEAST_USED = 0.34;
const MORE_USED = 0.24;
/** What is slow takes more of a usual request's CPU: stores work on it, services mostly wait. */
const WORK_OF_SLOW_STORE = 1.2;
const WORK_OF_SLOW = 0.5;
/** Part of its greatest scale that a service needs in the busiest hour of a good day. */
const NEEDED = 0.62;
/** Requests per second that one pod is scaled for: the greatest of these that makes enough pods. */
const RATES_OF_POD = [200, 100, 50, 25, 10, 5, 2, 1, 0.5];
const LEAST_PODS = 3;

/** A service as it is scaled, and what sends to it. */
interface LoadedService {
  readonly service: SimulatedService;
  /** Edges to it, and those from it, as rows. */
  readonly into: readonly number[];
  readonly from: readonly number[];
  readonly used: number;
  readonly scale?: ServiceLoad['scale'];
}

const STORES: ReadonlySet<string> = new Set(['database', 'cache', 'queue']);
const SCALED: ReadonlySet<string> = new Set(['service', 'gateway']);

/** How many pods a service may have at most, and how many requests per second each is meant for. */
function scaleFor(busiest: number): ServiceLoad['scale'] {
  const wanted = busiest / NEEDED;
  const rateOfPod = RATES_OF_POD.find((rate) => wanted / rate >= LEAST_PODS) ?? RATES_OF_POD[RATES_OF_POD.length - 1];
  return { mostPods: Math.max(1, Math.ceil(wanted / rateOfPod)), rateOfPod };
}

/** What is known of how busy services are: those of the company that somebody calls. */
export function loadedServices(
  services: readonly SimulatedService[],
  edges: readonly PlannedEdge[],
  profiles: readonly Profile[],
  seed: number
): readonly LoadedService[] {
  const into = new Map<SimulatedService, number[]>(services.map((service) => [service, []]));
  const from = new Map<SimulatedService, number[]>(services.map((service) => [service, []]));
  edges.forEach(({ source, target }, row) => {
    into.get(target)?.push(row);
    from.get(source)?.push(row);
  });
  return services.flatMap((service): LoadedService[] => {
    const rows = into.get(service) ?? [];
    if (service.region === '' || rows.length === 0) {
      return [];
    }
    const random = createRandom(seedFor(seed, `load of ${service.region}/${service.namespace}/${service.name}`));
    const busiest = rows.reduce((sum, row) => sum + edges[row].baseRate * Math.max(...profiles[row].all.load), 0);
    return [
      {
        service,
        into: rows,
        from: from.get(service) ?? [],
        used: LEAST_USED + MORE_USED * (STORES.has(service.kind) ? 1 : random()),
        scale: SCALED.has(service.kind) ? scaleFor(busiest) : undefined,
      },
    ];
  });
}

/** How busy services are, by what their edges carry on average over a window that ends at a time in milliseconds. */
export function serviceLoads(
  services: readonly LoadedService[],
  edges: readonly PlannedEdge[],
  profiles: readonly Profile[],
  meansOf: (profile: Profile) => Means,
  timeMs: number
): readonly ServiceLoad[] {
  return services.map(({ service, into, from, used, scale }) => {
    const slowWork = STORES.has(service.kind) ? WORK_OF_SLOW_STORE : WORK_OF_SLOW;
    let usual = 0;
    let work = 0;
    for (const row of into) {
      const { all, slow } = meansOf(profiles[row]);
      usual += edges[row].baseRate * loadAt(profiles[row].all, timeMs);
      work += edges[row].baseRate * (all + slowWork * slow);
    }
    return {
      service,
      cpu: usual > 0 ? Math.min(1, (used * work) / usual) : NaN,
      scale,
      present: from.length === 0 || from.some((row) => meansOf(profiles[row]).present),
    };
  });
}
