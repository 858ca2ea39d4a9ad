import {
  COMPANY,
  ENTRY,
  GENERATED_NAMESPACES,
  GENERATED_ROLES,
  INTERNET,
  REGIONS,
  SELF_DRIVEN,
  type CompanyRow,
} from './company';
import { createRandom, seedFor } from './random';
import type { SimulatedEdge, SimulatedService } from './types';

/** An edge with what the company's plan says of it. */
export interface PlannedEdge extends SimulatedEdge {
  /** Requests per second at an average hour. */
  readonly baseRate: number;
  /** Median latency, seconds. */
  readonly median: number;
  /** Parts of all requests, 0–1, that fail with 4xx and 5xx when all is well. */
  readonly clientErrors: number;
  readonly serverErrors: number;
  readonly bytesPerRequest: number;
}

export interface Topology {
  readonly services: readonly SimulatedService[];
  readonly edges: readonly PlannedEdge[];
}

/** Passes after which the rates of the company's call graph, cycles of small gain included, have settled. */
const RATE_PASSES = 24;
/** Edges into a generated service, at most; on average the half of it. */
const MOST_CALLERS = 7;

interface Call {
  readonly source: number;
  readonly target: number;
  readonly fanout: number;
}

interface Plan {
  readonly services: SimulatedService[];
  readonly latency: number[];
  readonly calls: Call[];
}

/** The company's services and edges, cut or extended to a number of services. */
export function buildTopology(seed: number, count: number): Topology {
  const plan = planCompany(count);
  const rates = settleRates(plan);
  const edges = plan.calls.map((call) => ({ ...call, rate: rates[call.source] * call.fanout }));
  generateServices(plan, edges, seed, count);
  return {
    services: plan.services,
    edges: edges.map(({ source, target, rate }, index) => planEdge(plan, seed, index, source, target, rate)),
  };
}

/** How many services the hand-written company has, the internet included. */
export function companySize(): number {
  return 1 + COMPANY.reduce((sum, row) => sum + Math.max(1, row.regions.length), 0);
}

/** Region by region, so that a small company is one region's. */
function planCompany(count: number): Plan {
  const placed: Array<{ row?: CompanyRow; service: SimulatedService }> = [
    { service: { name: INTERNET, region: '', namespace: '', kind: 'user' } },
  ];
  for (const region of REGIONS) {
    for (const row of COMPANY) {
      const outside = row.regions === '' && region === REGIONS[0];
      if (outside || row.regions.includes(region.letter)) {
        const place = outside ? { region: '', namespace: '' } : { region: region.name, namespace: row.namespace };
        placed.push({ row, service: Object.freeze({ name: row.name, ...place, kind: row.kind }) });
      }
    }
  }
  const kept = placed.slice(0, count);
  const rowsByName = new Map<string, number[]>();
  kept.forEach(({ service }, index) => {
    rowsByName.set(service.name, [...(rowsByName.get(service.name) ?? []), index]);
  });
  const calls: Call[] = [];
  kept.forEach(({ row, service }, source) => {
    if (!row) {
      for (const target of rowsByName.get(ENTRY) ?? []) {
        const entryRate = REGIONS.find((region) => region.name === kept[target].service.region)?.entryRate ?? 0;
        calls.push({ source, target, fanout: entryRate });
      }
      return;
    }
    for (const [name, fanout] of Object.entries(row.calls)) {
      const targets = rowsByName.get(name) ?? [];
      const near = targets.find((target) => kept[target].service.region === service.region);
      const target = near ?? targets[0];
      if (target !== undefined) {
        calls.push({ source, target, fanout });
      }
    }
  });
  return { services: kept.map(({ service }) => service), latency: kept.map(({ row }) => row?.latency ?? 0), calls };
}

/** Requests per second that each service receives, following the calls from the internet on. */
function settleRates(plan: Plan): Float64Array {
  const own = Float64Array.from(plan.services, (service) =>
    service.name === INTERNET ? 1 : (SELF_DRIVEN[service.name] ?? 0)
  );
  let rates = own.slice();
  for (let pass = 0; pass < RATE_PASSES; pass++) {
    const next = own.slice();
    for (const { source, target, fanout } of plan.calls) {
      next[target] += rates[source] * fanout;
    }
    rates = next;
  }
  return rates;
}

/** Adds services beyond the company, each called by some that came before it, mostly of its own region. */
function generateServices(
  plan: Plan,
  edges: Array<{ source: number; target: number; rate: number }>,
  seed: number,
  count: number
): void {
  const random = createRandom(seedFor(seed, 'generated services'));
  const byRegion = REGIONS.map(({ name }) =>
    plan.services.flatMap((service, index) => (service.region === name ? [index] : []))
  );
  const callers = byRegion.map((rows) => rows.filter((index) => plan.services[index].kind === 'service'));
  for (let target = plan.services.length; target < count; target++) {
    const region = target % REGIONS.length;
    const namespace = GENERATED_NAMESPACES[Math.floor(random() * GENERATED_NAMESPACES.length)];
    const [role, kind, latency] = GENERATED_ROLES[Math.floor(random() * GENERATED_ROLES.length)];
    plan.services.push(
      Object.freeze({ name: `${namespace}-${target}-${role}`, region: REGIONS[region].name, namespace, kind })
    );
    plan.latency.push(latency);
    const wanted = 1 + Math.floor(random() * MOST_CALLERS);
    const sources = new Set<number>();
    for (let caller = 0; caller < wanted; caller++) {
      const home = random() < 0.93 ? region : Math.floor(random() * REGIONS.length);
      const candidates = callers[home];
      if (candidates.length > 0) {
        sources.add(candidates[Math.floor(random() * candidates.length)]);
      }
    }
    for (const source of sources) {
      edges.push({ source, target, rate: 0.5 * Math.pow(100, random()) });
    }
    if (kind === 'service') {
      callers[region].push(target);
    }
  }
}

function planEdge(
  plan: Plan,
  seed: number,
  index: number,
  sourceRow: number,
  targetRow: number,
  rate: number
): PlannedEdge {
  const source = plan.services[sourceRow];
  const target = plan.services[targetRow];
  const random = createRandom(seedFor(seed, `${source.region}/${source.name}>${target.region}/${target.name}`));
  const distance = source.region !== target.region && source.region !== '' && target.region !== '' ? 0.045 : 0;
  const storage = target.kind === 'database' || target.kind === 'cache' || target.kind === 'queue';
  return Object.freeze({
    index,
    source,
    target,
    protocol: protocolOf(source, target),
    baseRate: rate * (0.9 + 0.2 * random()),
    median: (plan.latency[targetRow] / 1000) * (0.85 + 0.3 * random()) + distance,
    clientErrors: storage ? 0 : 0.005 + 0.02 * random(),
    serverErrors: (storage ? 0.0002 : 0.001) + 0.002 * random(),
    bytesPerRequest: 400 * Math.pow(40, random()),
  });
}

function protocolOf(source: SimulatedService, target: SimulatedService): string {
  switch (target.kind) {
    case 'database':
      return 'sql';
    case 'cache':
      return 'tcp';
    case 'queue':
      return 'amqp';
    case 'external':
    case 'gateway':
      return 'http';
    default:
      return source.kind === 'gateway' ? 'http' : 'grpc';
  }
}
