import type { IncomingMessage, ServerResponse } from 'node:http';
import { abortedWith } from './proxy';
import { frameOfSeries, type FrameJson, type PrometheusSeries } from './prometheusFrames';
import { stepOf, withIntervals } from './prometheusInterval';
import { readBody, replyJson } from './reply';
import { absent, unreachable, type Upstream, type Upstreams } from './upstreams';

interface QueryJson {
  readonly refId: string;
  readonly expr: string;
  readonly instant?: boolean;
  readonly intervalMs?: number;
  readonly datasource: { readonly uid: string };
}

interface Answer {
  readonly status: number;
  readonly frames?: readonly FrameJson[];
  readonly error?: string;
}

interface PrometheusBody {
  readonly data?: { readonly result: readonly PrometheusSeries[] };
  readonly error?: string;
}

/** The demo is scraped this often; Grafana reads it from the data source's settings. */
const SCRAPE_INTERVAL_MS = 15000;

async function answerOne(
  upstream: Upstream & { readonly url: string },
  query: QueryJson,
  from: number,
  to: number,
  signal: AbortSignal
): Promise<Answer> {
  const resolution = {
    from,
    to,
    intervalMs: query.intervalMs ?? SCRAPE_INTERVAL_MS,
    scrapeIntervalMs: SCRAPE_INTERVAL_MS,
  };
  const stepMs = stepOf(resolution);
  const expression = withIntervals(query.expr, resolution);
  const range = {
    start: String((Math.floor(from / stepMs) * stepMs) / 1000),
    end: String((Math.floor(to / stepMs) * stepMs) / 1000),
    step: String(stepMs / 1000),
  };
  const [path, parameters] = query.instant === true ? ['query', { time: String(to / 1000) }] : ['query_range', range];
  const response = await fetch(`${upstream.url.replace(/\/$/, '')}/api/v1/${path}`, {
    method: 'POST',
    body: new URLSearchParams({ query: expression, ...parameters }),
    signal,
  });
  const body = (await response.json()) as PrometheusBody;
  if (!response.ok || body.data === undefined) {
    return { status: response.status, error: body.error ?? `${upstream.name} answered ${response.status}` };
  }
  return {
    status: 200,
    frames: body.data.result.map((series) => frameOfSeries(series, query.refId, expression, stepMs)),
  };
}

async function answerSafely(
  upstreams: Upstreams,
  query: QueryJson,
  from: number,
  to: number,
  signal: AbortSignal
): Promise<Answer> {
  const upstream = upstreams[query.datasource.uid];
  if (upstream === undefined) {
    return { status: 404, error: `The workbench has no data source with the uid "${query.datasource.uid}"` };
  }
  if (upstream.url === undefined) {
    return { status: 502, error: absent(upstream) };
  }
  try {
    return await answerOne({ ...upstream, url: upstream.url }, query, from, to, signal);
  } catch (error) {
    return { status: 502, error: unreachable(upstream, error) };
  }
}

/** Answers Grafana's `POST /api/ds/query` for Prometheus queries: frames by refId, or 400 with each query's error. */
export async function replyToDataSourceQuery(
  upstreams: Upstreams,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const body = JSON.parse((await readBody(request)).toString()) as {
    queries: readonly QueryJson[];
    from: string;
    to: string;
  };
  const signal = abortedWith(response);
  const answers = await Promise.all(
    body.queries.map(
      async (query) =>
        [query.refId, await answerSafely(upstreams, query, Number(body.from), Number(body.to), signal)] as const
    )
  );
  if (!response.destroyed) {
    replyJson(response, answers.every(([, answer]) => answer.error === undefined) ? 200 : 400, {
      results: Object.fromEntries(answers),
    });
  }
}
