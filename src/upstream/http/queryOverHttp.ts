import type { TrafficDefinition } from '../../core/model/definition';
import type { Notice } from '../../core/model/notice';
import type { ExpressionName } from '../../core/model/result';
import type { SeriesTable } from '../../core/model/series';
import { upstreamErrorText } from '../errorText';
import { buildGraphiteRequests } from '../graphite/buildGraphiteRequests';
import { parseGraphiteAnswer } from '../graphite/parseGraphiteAnswer';
import { atPresent, baselineGrid } from '../baseline';
import { fitGrid, type TimeGrid } from '../grid';
import { latestTables } from '../instant';
import { buildPrometheusRequests } from '../prometheus/buildPrometheusRequests';
import { parsePrometheusAnswer } from '../prometheus/parsePrometheusAnswer';
import { isRecord, readBody } from '../readBody';
import type { UpstreamRequest } from '../request';
import type { ParsedAnswer } from '../tableNotices';
import type { Transport, TransportResponse } from './transport';

export interface HttpQueryOptions extends TimeGrid {
  /** Address of the server, with any path prefix; no trailing slash needed. */
  readonly url: string;
  /** Display name for notices; absent: the definition's upstream. */
  readonly upstreamName?: string;
  /** Such as `Authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default 30 s. */
  readonly timeoutMs?: number;
  /** Prometheus only; decides `$__rate_interval`. Default 15 s. */
  readonly scrapeIntervalMs?: number;
  readonly signal?: AbortSignal;
  /** How much earlier the requests lie that rates are compared with, in milliseconds. Default: none are asked. */
  readonly baselineMs?: number;
  /** Only the last bucket is wanted. Default: the whole range. */
  readonly instant?: boolean;
}

/** What one definition gave: a table for each expression that was answered, all on one grid. */
export interface HttpQueryResult {
  readonly definition: TrafficDefinition;
  readonly tables: Partial<Record<ExpressionName, SeriesTable>>;
  readonly notices: readonly Notice[];
}

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Asks a Prometheus or Graphite server by its address for one definition, all expressions at once. An expression that
 * fails becomes an error notice and leaves the others' tables. Throws only on a definition of another kind.
 */
export async function queryOverHttp(
  definition: TrafficDefinition,
  options: HttpQueryOptions,
  transport: Transport
): Promise<HttpQueryResult> {
  const { kind } = definition;
  if (kind !== 'prometheus' && kind !== 'graphite') {
    throw new Error(`queryOverHttp expected a prometheus or graphite definition, got "${kind}" (${definition.id}).`);
  }
  const upstream = options.upstreamName ?? definition.upstream;
  const wanted: TimeGrid = { from: options.from, to: options.to, stepMs: options.stepMs };
  const built =
    kind === 'prometheus'
      ? buildPrometheusRequests(definition, wanted, {
          scrapeIntervalMs: options.scrapeIntervalMs,
          instant: options.instant,
        })
      : buildGraphiteRequests(definition, wanted, options.instant);
  const parse = (text: string): ParsedAnswer =>
    kind === 'prometheus'
      ? parsePrometheusAnswer(text, built.grid, { upstream })
      : parseGraphiteAnswer(text, built.grid, { upstream, pathPattern: definition.pathPattern });
  const answers = await Promise.all(built.requests.map((request) => ask(request, upstream, options, transport, parse)));
  const answered: Partial<Record<ExpressionName, SeriesTable>> = {};
  answers.forEach((answer, index) => {
    if (answer.table) {
      answered[built.requests[index].expression] = answer.table;
    }
  });
  const tables = options.instant ? latestTables(answered) : answered;
  const notices = [...built.notices, ...answers.flatMap((answer) => answer.notices)];
  const { baselineMs, ...others } = options;
  if (baselineMs === undefined || !definition.expressions.requests?.trim()) {
    return { definition, tables, notices };
  }
  const { grid } = fitGrid(wanted);
  const earlier = baselineGrid(grid, baselineMs);
  const requestsOnly = { ...definition, expressions: { requests: definition.expressions.requests }, nodeMetrics: [] };
  const asked = await queryOverHttp(requestsOnly, { ...others, ...earlier }, transport);
  const baseline = asked.tables.requests && atPresent(asked.tables.requests, earlier, grid);
  return {
    definition,
    tables: { ...tables, ...(baseline && { baseline }) },
    notices: [...notices, ...asked.notices.map((notice) => ({ ...notice, text: `baseline, ${notice.text}` }))],
  };
}

interface Answer {
  readonly table?: SeriesTable;
  readonly notices: readonly Notice[];
}

async function ask(
  request: UpstreamRequest,
  upstream: string,
  options: HttpQueryOptions,
  transport: Transport,
  parse: (text: string) => ParsedAnswer
): Promise<Answer> {
  const url = options.url.replace(/\/+$/, '') + request.path;
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const response = await transport({
    url,
    method: request.method,
    headers: { ...request.headers, ...options.headers },
    body: request.body,
    timeoutMs,
    signal: options.signal,
  });
  const failure = failureText(response, upstream, url, timeoutMs);
  if (failure !== undefined) {
    return { notices: [{ severity: 'error', upstream, text: `${request.expression}: ${failure}` }] };
  }
  const parsed = parse(response.kind === 'answer' ? response.text : '');
  const failed = parsed.table.labels.length === 0 && parsed.notices.some((notice) => notice.severity === 'error');
  const notices = parsed.notices.map((notice) => ({ ...notice, text: `${request.expression}: ${notice.text}` }));
  return failed ? { notices } : { table: parsed.table, notices };
}

function failureText(
  response: TransportResponse,
  upstream: string,
  endpoint: string,
  timeoutMs: number
): string | undefined {
  if (response.kind !== 'answer') {
    return upstreamErrorText({ upstream, endpoint, kind: response.kind, detail: response.detail, timeoutMs });
  }
  const { status, text } = response;
  const isHtml = text.trimStart().startsWith('<');
  if (status < 200 || status >= 300) {
    return upstreamErrorText({ upstream, endpoint, status, detail: isHtml ? undefined : errorDetail(text, upstream) });
  }
  return isHtml ? upstreamErrorText({ upstream, endpoint, status, kind: 'html' }) : undefined;
}

/** Prometheus says what is wrong in JSON, Graphite in plain text. */
function errorDetail(text: string, upstream: string): string | undefined {
  const read = text.trimStart().startsWith('{') ? readBody(text, upstream) : undefined;
  if (read && 'json' in read && isRecord(read.json)) {
    return typeof read.json.error === 'string' ? read.json.error : undefined;
  }
  return text;
}
