import { runAtOnce } from '../steps/steps';
import { SCENARIO_NAMES, STATUS_CLASSES, createSimulation, type EdgeTruth, type Simulation } from './index';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 5, 1, 12);

function total(truth: EdgeTruth): number {
  return truth.rates['2xx'] + truth.rates['4xx'] + truth.rates['5xx'];
}

function named(truths: readonly EdgeTruth[], source: string, target: string): EdgeTruth {
  const found = truths.find(
    ({ edge }) =>
      `${edge.source.region}/${edge.source.name}` === source && `${edge.target.region}/${edge.target.name}` === target
  );
  if (!found) {
    throw new Error(`no edge ${source} → ${target}`);
  }
  return found;
}

function worstErrorRatio(simulation: Simulation, time: number): number {
  return Math.max(
    ...simulation
      .truth(time)
      .map(({ errorRatio }) => errorRatio)
      .filter(Number.isFinite)
  );
}

describe('createSimulation', () => {
  const incidents = createSimulation({ seed: 7, scenario: 'incidents' });

  it('S1: equal options give equal traffic, another seed other numbers on the same company', () => {
    const again = createSimulation({ seed: 7, scenario: 'incidents' });
    const other = createSimulation({ seed: 8, scenario: 'incidents' });
    expect(again.truth(NOON)).toEqual(incidents.truth(NOON));
    expect(other.services).toEqual(incidents.services);
    expect(other.truth(NOON).map(total)).not.toEqual(incidents.truth(NOON).map(total));
  });

  it('S2: the order of questions does not matter', () => {
    const later = createSimulation({ seed: 7, scenario: 'incidents' });
    later.truth(NOON + 9 * HOUR);
    later.cumulative(3, NOON - 400 * HOUR);
    expect(later.truth(NOON)).toEqual(incidents.truth(NOON));
  });

  it('S3: counters never fall, through incidents and over midnight', () => {
    const start = Date.UTC(2026, 5, 1, 22, 30);
    const counters = (edge: number, time: number) => {
      const { requests, latencySum, bytes, latencyAtMost } = incidents.cumulative(edge, time);
      return [...STATUS_CLASSES.map((status) => requests[status]), latencySum, bytes, latencyAtMost(0.1)];
    };
    const fallen: string[] = [];
    for (const { index } of incidents.edges) {
      let previous = counters(index, start);
      for (let time = start + 7_000; time < start + 3 * HOUR; time += 71_000) {
        const next = counters(index, time);
        if (next.some((value, column) => !(value >= previous[column]))) {
          fallen.push(`edge ${index} at ${time}: ${previous} → ${next}`);
        }
        previous = next;
      }
    }
    expect(fallen).toEqual([]);
  });

  it.each([3_000, MINUTE, 17 * MINUTE, 5 * HOUR, 49 * HOUR])(
    'S4: over %d ms the mean rate is the growth of the counter',
    (window) => {
      const end = NOON + 43 * MINUTE + 1_234;
      for (const truth of incidents.truth(end, window)) {
        const before = incidents.cumulative(truth.edge.index, end - window);
        const after = incidents.cumulative(truth.edge.index, end);
        for (const status of STATUS_CLASSES) {
          const grown = ((after.requests[status] - before.requests[status]) * 1000) / window;
          expect(Math.abs(grown - truth.rates[status])).toBeLessThan(1e-3 + 1e-6 * truth.rates[status]);
        }
      }
    }
  );

  it('S4: means over parts of a window average to the mean of the whole', () => {
    const [first, second] = [incidents.truth(NOON + 4 * MINUTE), incidents.truth(NOON + 5 * MINUTE)];
    incidents.truth(NOON + 5 * MINUTE, 2 * MINUTE).forEach((whole, index) => {
      expect(total(whole)).toBeCloseTo((total(first[index]) + total(second[index])) / 2, 4);
    });
  });

  it.each([1, 7, 19, 43])('S5: at minute %d, counters hold the quantiles', (minute) => {
    const end = NOON + minute * MINUTE;
    for (const truth of incidents.truth(end)) {
      const before = incidents.cumulative(truth.edge.index, end - MINUTE);
      const after = incidents.cumulative(truth.edge.index, end);
      const requests = total(truth) * 60;
      for (const [quantile, seconds] of [
        [0.5, truth.p50],
        [0.95, truth.p95],
        [0.99, truth.p99],
      ]) {
        const share = (after.latencyAtMost(seconds) - before.latencyAtMost(seconds)) / requests;
        expect(Math.abs(share - quantile)).toBeLessThan(0.004);
      }
    }
  });

  it('S6: a region is busier in its afternoon than in its night', () => {
    const calm = createSimulation({ seed: 7, scenario: 'calm' });
    const entry = (time: number) => total(named(calm.truth(time, HOUR), '/internet', 'us-east/edge-gateway'));
    const afternoon = entry(Date.UTC(2026, 5, 1, 21));
    const night = entry(Date.UTC(2026, 5, 1, 9));
    expect(afternoon / night).toBeGreaterThan(1.8);
    expect(entry(Date.UTC(2026, 5, 2, 21))).toBeCloseTo(afternoon, 3);
  });

  it('S6: rates do not jump from one second to the next', () => {
    const calm = createSimulation({ seed: 7, scenario: 'calm' });
    for (let time = NOON - 30_000; time < NOON + 30_000; time += 1000) {
      const now = calm.truth(time, 1000);
      calm.truth(time + 1000, 1000).forEach((next, index) => {
        expect(Math.abs(total(next) / total(now[index]) - 1)).toBeLessThan(0.01);
      });
    }
  });

  it('S7: calm has no incident, at the minutes of none', () => {
    const calm = createSimulation({ seed: 7, scenario: 'calm' });
    for (let minute = 0; minute < 60; minute += 4) {
      expect(worstErrorRatio(calm, NOON + minute * MINUTE)).toBeLessThan(0.01);
    }
  });

  it.each(['bad-deploy', 'retry-storm'] as const)('S7: %s alone plays from minute 10 to 50', (scenario) => {
    const alone = createSimulation({ seed: 7, scenario });
    expect(worstErrorRatio(alone, NOON + 9 * MINUTE)).toBeLessThan(0.01);
    expect(worstErrorRatio(alone, NOON + 30 * MINUTE)).toBeGreaterThan(0.3);
    expect(worstErrorRatio(alone, NOON + 52 * MINUTE)).toBeLessThan(0.01);
  });

  it('S8: each incident plays at its minutes of the hour', () => {
    const quiet = incidents.truth(NOON + 1 * MINUTE);
    const at = (minute: number) => incidents.truth(NOON + minute * MINUTE);
    expect(named(at(7), 'eu-west/orders', 'eu-west/orders-db').p95).toBeGreaterThan(1);
    expect(named(quiet, 'eu-west/orders', 'eu-west/orders-db').p95).toBeLessThan(0.05);
    expect(named(at(19), 'us-east/storefront', 'us-east/cart').errorRatio).toBeGreaterThan(0.33);
    const lost =
      total(named(at(31), '/internet', 'ap-south/edge-gateway')) /
      total(named(quiet, '/internet', 'ap-south/edge-gateway'));
    expect(lost).toBeLessThan(0.1);
    const storm =
      total(named(at(43), 'us-east/payments', '/card-processor')) /
      total(named(quiet, 'us-east/payments', '/card-processor'));
    expect(storm).toBeGreaterThan(2);
    expect(total(named(at(55), 'us-east/storefront', 'us-east/recommendations'))).toBe(0);
  });

  it('S9: what a vanished service sent is absent, what is sent to it is zero', () => {
    const gone = incidents.truth(NOON + 55 * MINUTE).filter(({ present }) => !present);
    expect(new Set(gone.map(({ edge }) => edge.source.name))).toEqual(new Set(['recommendations']));
    const { tables } = runAtOnce(incidents.tables(Float64Array.of(NOON + 54 * MINUTE, NOON + 55 * MINUTE)));
    const row =
      tables.bytes?.labels.findIndex(
        ({ source, source_region }) => source === 'recommendations' && source_region === 'us-east'
      ) ?? -1;
    expect(tables.bytes?.values[row * 2 + 1]).toBeNaN();
    const towards =
      tables.requests?.labels.findIndex(
        ({ target, target_region }) => target === 'recommendations' && target_region === 'us-east'
      ) ?? -1;
    expect(tables.requests?.values[towards * 2 + 1]).toBe(0);
  });

  it('S10: scenarios have their number of services, and services overrides it', () => {
    expect(createSimulation({ seed: 1, scenario: 'small' }).services).toHaveLength(5);
    expect(createSimulation({ seed: 1, scenario: 'large' }).services).toHaveLength(2000);
    expect(createSimulation({ seed: 1, scenario: 'calm', services: 100 }).services).toHaveLength(100);
    expect(createSimulation({ seed: 1, scenario: 'calm', services: 20 }).services).toHaveLength(20);
    const own = incidents.services.filter(({ region }) => region !== '');
    expect(own.length).toBeGreaterThanOrEqual(55);
    expect(own.length).toBeLessThanOrEqual(65);
    expect(new Set(own.map(({ region }) => region)).size).toBe(3);
  });

  it('S10: a company cut short still has its traffic, and every service of it is on an edge', () => {
    for (const services of [2, 3, 5, 12, 40, 68, 300]) {
      const simulation = createSimulation({ seed: 1, scenario: 'calm', services });
      const seen = new Set(simulation.edges.flatMap(({ source, target }) => [source, target]));
      expect(simulation.truth(NOON).every((truth) => total(truth) > 0)).toBe(true);
      expect(simulation.services.filter((service) => !seen.has(service))).toEqual([]);
    }
  });

  it('S11: empty has services but no edges and no series', () => {
    const empty = createSimulation({ seed: 1, scenario: 'empty' });
    expect(empty.services.length).toBeGreaterThan(0);
    expect(empty.truth(NOON)).toEqual([]);
    expect(runAtOnce(empty.tables(Float64Array.of(NOON))).tables.requests?.labels).toEqual([]);
  });

  it('S12: tables hold the means of each bucket', () => {
    const times = Float64Array.of(NOON, NOON + 15_000, NOON + 45_000);
    const { tables, definition } = runAtOnce(incidents.tables(times));
    const windows = [15_000, 15_000, 30_000];
    times.forEach((time, bucket) => {
      for (const truth of incidents.truth(time, windows[bucket])) {
        const row = truth.edge.index * times.length + bucket;
        expect(tables.p95?.values[row]).toBeCloseTo(truth.p95, 12);
        STATUS_CLASSES.forEach((status, index) => {
          expect(tables.requests?.values[(truth.edge.index * 3 + index) * times.length + bucket]).toBeCloseTo(
            truth.rates[status],
            9
          );
        });
      }
    });
    const labels = tables.requests?.labels[0] ?? {};
    expect(Object.keys(labels)).toEqual(
      expect.arrayContaining([
        definition.mapping.source.label,
        definition.mapping.classLabel,
        definition.mapping.protocolLabel,
      ])
    );
    const single = runAtOnce(incidents.tables(Float64Array.of(NOON))).tables.bytes;
    expect(single?.values[0]).toBeCloseTo(incidents.truth(NOON, MINUTE)[0].bytes, 6);
  });

  it.each(SCENARIO_NAMES)('S13: services of %s are unique by region, namespace and name', (scenario) => {
    const { services } = createSimulation({ seed: 3, scenario });
    expect(new Set(services.map(({ region, namespace, name }) => `${region}/${namespace}/${name}`)).size).toBe(
      services.length
    );
    const outside = services.filter(({ kind }) => kind === 'user' || kind === 'external');
    expect(outside.every(({ region, namespace }) => region === '' && namespace === '')).toBe(true);
  });

  it('S14: what makes no sense throws and names the value', () => {
    expect(() => createSimulation({ seed: 0.5, scenario: 'calm' })).toThrow(/0\.5/);
    expect(() => createSimulation({ seed: 1, scenario: 'calm', services: 1 })).toThrow(/not 1/);
    expect(() => createSimulation({ seed: 1, scenario: 'storm' as 'calm' })).toThrow(/"storm".*incidents/);
    expect(() => incidents.cumulative(9999, NOON)).toThrow(/9999/);
    expect(() => runAtOnce(incidents.tables(Float64Array.of(NOON, NOON)))).toThrow(/times\[1\]/);
  });

  it('S15: tells how busy services are: little on a good day, more where incidents strike, and never more than all', () => {
    const calm = createSimulation({ seed: 7, scenario: 'calm' });
    for (const time of [NOON, NOON + 8 * HOUR, NOON + 17 * HOUR + 41 * MINUTE]) {
      const loads = calm.loads(time);
      expect(loads.length).toBeGreaterThan(50);
      expect(Math.min(...loads.map(({ cpu }) => cpu))).toBeGreaterThan(0.2);
      expect(Math.max(...loads.map(({ cpu }) => cpu))).toBeLessThan(0.75);
      expect(loads.every(({ present }) => present)).toBe(true);
    }
    const cpuOf = (name: string, region: string, minute: number) =>
      incidents.loads(NOON + minute * MINUTE).find(({ service }) => service.name === name && service.region === region)
        ?.cpu;
    expect(cpuOf('orders-db', 'eu-west', 7)).toBeGreaterThan(0.8);
    expect(cpuOf('payments', 'us-east', 43)).toBeGreaterThan(0.8);
    expect(cpuOf('orders-db', 'eu-west', 0)).toBeLessThan(0.75);
    for (let minute = 0; minute < 60; minute++) {
      expect(Math.max(...incidents.loads(NOON + minute * MINUTE).map(({ cpu }) => cpu))).toBeLessThanOrEqual(1);
    }
  });

  it('S15: services are scaled for more than a good day, and a vanished one tells nothing', () => {
    const calm = createSimulation({ seed: 7, scenario: 'calm' });
    const received = new Map<string, number>();
    const idOf = ({ region, namespace, name }: { region: string; namespace: string; name: string }) =>
      `${region}/${namespace}/${name}`;
    for (let hour = 0; hour < 24; hour++) {
      const rates = new Map<string, number>();
      for (const truth of calm.truth(NOON + hour * HOUR)) {
        const id = idOf(truth.edge.target);
        rates.set(id, (rates.get(id) ?? 0) + total(truth));
      }
      rates.forEach((rate, id) => received.set(id, Math.max(rate, received.get(id) ?? 0)));
    }
    const scaled = calm.loads(NOON).filter(({ scale }) => scale !== undefined);
    expect(new Set(scaled.map(({ service }) => service.kind))).toEqual(new Set(['service', 'gateway']));
    for (const { service, scale } of scaled) {
      const load = received.get(idOf(service))! / (scale!.mostPods * scale!.rateOfPod);
      expect(load).toBeLessThan(0.8);
    }
    const gone = incidents.loads(NOON + 55 * MINUTE).filter(({ present }) => !present);
    expect(gone.map(({ service }) => idOf(service))).toEqual(['us-east/shop/recommendations']);
  });

  it('S16: tables tell loads as metrics of services', () => {
    const times = Float64Array.of(NOON + 42 * MINUTE, NOON + 43 * MINUTE);
    const { tables, definition } = runAtOnce(incidents.tables(times));
    expect(definition.nodeMetrics?.map(({ kind }) => kind)).toEqual(['saturation', 'capacity']);
    const loads = incidents.loads(times[1]);
    const [cpu, capacity] = [tables.node0!, tables.node1!];
    expect(cpu.labels).toHaveLength(loads.length);
    loads.forEach(({ service, cpu: used, scale }, row) => {
      expect(cpu.labels[row]).toEqual({
        target: service.name,
        target_region: service.region,
        target_namespace: service.namespace,
      });
      expect(cpu.values[row * 2 + 1]).toBeCloseTo(used, 9);
      expect(capacity.values[row * 2 + 1]).toEqual(scale ? scale.mostPods * scale.rateOfPod : NaN);
    });
    const payments = loads.findIndex(({ service }) => service.name === 'payments' && service.region === 'us-east');
    expect(cpu.values[payments * 2 + 1]).toBeGreaterThan(0.8);
    const later = runAtOnce(incidents.tables(Float64Array.of(NOON + 54 * MINUTE, NOON + 55 * MINUTE))).tables.node0!;
    const gone = later.labels.findIndex(
      (labels) => labels.target === 'recommendations' && labels.target_region === 'us-east'
    );
    expect(later.values[gone * 2 + 1]).toBeNaN();
  });
});
