import { createSimulation } from '../../src/core/simulation';
import { createExposition, renderLabels } from './exposition';

const NOON = Date.UTC(2026, 5, 1, 12);
const simulation = createSimulation({ seed: 1, scenario: 'incidents' });
const expose = createExposition(simulation);

/** Samples by their text up to the value. */
function parse(text: string): Map<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))])
  );
}

describe('createExposition', () => {
  const samples = parse(expose(NOON));

  it('declares each metric once, before its samples, and ends in a line end', () => {
    const text = expose(NOON);
    const declared = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map((match) => match[1]);
    expect(new Set(declared).size).toBe(declared.length);
    for (const name of declared) {
      expect(text.search(new RegExp(`^${name}(_bucket)?\\{`, 'm'))).toBeGreaterThan(text.indexOf(`# TYPE ${name} `));
    }
    expect(text.endsWith('\n')).toBe(true);
  });

  it('holds no series twice, and whole numbers but for gauges', () => {
    const lines = expose(NOON)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(samples.size).toBe(lines.length);
    const counters = [...samples].filter(([key]) => !/^(k8s|kube)_/.test(key));
    expect(counters.length).toBeGreaterThan(1000);
    expect(counters.every(([, value]) => Number.isInteger(value))).toBe(true);
  });

  it('reports each request by both proxies, but by the caller alone where the callee is outside', () => {
    const reportersTo = (target: string) =>
      new Set(
        [...samples.keys()]
          .filter(
            (key) => key.startsWith('istio_requests_total') && key.includes(`destination_service_name="${target}"`)
          )
          .map((key) => /reporter="(\w+)"/.exec(key)?.[1])
      );
    expect(reportersTo('orders')).toEqual(new Set(['source', 'destination']));
    expect(reportersTo('card-processor')).toEqual(new Set(['source']));
  });

  it('tells the version of the callee, and has all that fails of the cart in us-east in its canary', () => {
    const cart = [...samples].filter(
      ([key]) =>
        key.startsWith('istio_requests_total') &&
        key.includes('destination_cluster="us-east"') &&
        key.includes('destination_service_name="cart"')
    );
    const sum = (version: string, code: string) =>
      cart
        .filter(([key]) => key.includes(`destination_version="${version}"`) && key.includes(`response_code="${code}"`))
        .reduce((total, [, value]) => total + value, 0);
    expect(sum('v1', '503')).toBe(0);
    expect(sum('v2', '503')).toBeGreaterThan(0);
    expect(sum('v1', '200')).toBeGreaterThan(8 * sum('v2', '200'));
    expect(sum('v2', '200')).toBeGreaterThan(0);
    const counted = simulation.edges
      .filter(({ target }) => target.name === 'cart' && target.region === 'us-east')
      .reduce((total, { index }) => total + Math.floor(simulation.cumulative(index, NOON).requests['2xx']), 0);
    // By the proxies of both sides.
    expect(sum('v1', '200') + sum('v2', '200')).toBe(2 * counted);
    const versions = new Set([...samples.keys()].flatMap((key) => /destination_version="(\w+)"/.exec(key)?.[1] ?? []));
    expect([...versions].sort()).toEqual(['v1', 'v2']);
  });

  it('has histograms whose buckets grow with their bound, up to the count', () => {
    const histograms = new Map<string, Array<[number, number]>>();
    for (const [key, value] of samples) {
      const match =
        /^(istio_request_duration_milliseconds|traces_service_graph_request_server_seconds)_bucket\{(.*)le="([^"]+)"\}$/.exec(
          key
        );
      if (match) {
        const bound = match[3] === '+Inf' ? Infinity : Number(match[3]);
        const labels = `${match[1]}_count{${match[2].replace(/,$/, '')}}`;
        histograms.set(labels, [...(histograms.get(labels) ?? []), [bound, value]]);
      }
    }
    expect(histograms.size).toBeGreaterThan(simulation.edges.length);
    for (const [countKey, buckets] of histograms) {
      const sorted = [...buckets].sort(([a], [b]) => a - b);
      expect(sorted.every(([, value], index) => index === 0 || value >= sorted[index - 1][1])).toBe(true);
      expect(sorted[sorted.length - 1]).toEqual([Infinity, samples.get(countKey)]);
    }
  });

  it('leaves out what a vanished service would report, and counts on when it is back', () => {
    const key = [...samples.keys()].find(
      (name) =>
        name.startsWith('istio_requests_total') &&
        name.includes('source_workload="recommendations"') &&
        name.includes('source_cluster="us-east"') &&
        name.includes('response_code="200"')
    );
    expect(key).toBeDefined();
    const during = parse(expose(NOON + 55 * 60_000));
    const after = parse(expose(NOON + 60 * 60_000));
    expect(during.has(key ?? '')).toBe(false);
    expect(after.get(key ?? '')).toBeGreaterThan(samples.get(key ?? '') ?? NaN);
  });

  it('tells the CPU in use of each service, and what services are scaled for', () => {
    const [load] = simulation.loads(NOON, 30_000).filter(({ service }) => service.name === 'payments');
    const { region, namespace, name } = load.service;
    const cpu = `k8s_pod_cpu_limit_utilization_ratio{k8s_deployment_name="${name}",k8s_namespace_name="${namespace}",k8s_cluster_name="${region}"}`;
    expect(samples.get(cpu)).toBeCloseTo(load.cpu, 4);
    const scaler = `horizontalpodautoscaler="${name}",namespace="${namespace}",cluster="${region}"`;
    expect(samples.get(`kube_horizontalpodautoscaler_spec_max_replicas{${scaler}}`)).toBe(load.scale?.mostPods);
    expect(
      samples.get(
        `kube_horizontalpodautoscaler_spec_target_metric{${scaler},metric_name="requests_per_second",metric_target_type="average"}`
      )
    ).toBe(load.scale?.rateOfPod);
  });

  it('escapes label values', () => {
    expect(renderLabels({ a: 'say "hi"\n\\' })).toBe('{a="say \\"hi\\"\\n\\\\"}');
    expect(renderLabels({})).toBe('');
  });
});
