/** The servers behind the data sources of the host page, by the data source's uid. */
export interface Upstream {
  readonly name: string;
  readonly url?: string;
}

export type Upstreams = Readonly<Record<string, Upstream>>;

/** The last port but one, where hardly anything ever listens. */
const NOWHERE = 'http://127.0.0.1:65534';

/** Uids of the host's data sources and where they lead; `prometheus-down` leads nowhere on purpose. */
export const upstreamsOf = (prometheusUrl: string | undefined, graphiteUrl: string | undefined): Upstreams => ({
  prometheus: { name: 'Prometheus', url: prometheusUrl },
  graphite: { name: 'Graphite', url: graphiteUrl },
  'prometheus-down': { name: 'Prometheus (down)', url: NOWHERE },
});

/** Why an upstream cannot be asked, and what to do. */
export const absent = (upstream: Upstream): string =>
  `The workbench was started without ${upstream.name}: give its address with --${upstream.name.toLowerCase()} URL, or start everything with npm start`;

/** Why an upstream did not answer. */
export function unreachable(upstream: Upstream, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const text = cause || (error instanceof Error ? error.message : String(error));
  return `${upstream.name} at ${upstream.url ?? 'no address'} does not answer: ${text}`;
}
