import { type UpstreamFailure, upstreamErrorText } from '../../upstream/errorText';

/** Why an upstream gave nothing, in a whole sentence for the reader. */
export interface Failure {
  /** Display name of the upstream. */
  readonly upstream: string;
  readonly message: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
}

const UNREACHABLE = /connection refused|no such host|network is unreachable|failed to fetch|ECONNREFUSED|ENOTFOUND/i;
const DELETED = /data ?source (with \S+ )?(was )?not found/i;

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The upstream's own words, wherever Grafana or the plugin put them. */
function detailOf(error: unknown): string | undefined {
  const data = field(error, 'data');
  return (
    text(field(data, 'message')) ??
    text(field(data, 'error')) ??
    text(data) ??
    text(field(error, 'message')) ??
    text(field(error, 'statusText')) ??
    text(error)
  );
}

/** The address in Grafana that was asked, where the error is of an HTTP request of the page. */
function endpointOf(error: unknown): string | undefined {
  return text(field(field(error, 'config'), 'url'));
}

function kindOf(error: unknown, detail: string | undefined): UpstreamFailure['kind'] {
  if (field(error, 'name') === 'TimeoutError' || field(error, 'type') === 'timeout') {
    return 'timeout';
  }
  if (field(error, 'cancelled') === true || field(error, 'type') === 'cancelled') {
    return 'cancelled';
  }
  return detail !== undefined && UNREACHABLE.test(detail) ? 'refused' : undefined;
}

/** A data source that Grafana no longer has. */
export function missingDataSource(uid: string): Failure {
  return {
    upstream: uid,
    status: 404,
    message: `Grafana has no data source “${uid}”: it was deleted, or lives in another organisation. Choose another in the query editor.`,
  };
}

/** What an error of any shape (thrown, or in a response) means to the reader. */
export function failureOf(error: unknown, upstream: string, timeoutMs?: number): Failure {
  const detail = detailOf(error);
  const rawStatus = field(error, 'status');
  const status = typeof rawStatus === 'number' ? rawStatus : undefined;
  if (status === 404 && detail !== undefined && DELETED.test(detail)) {
    return missingDataSource(upstream);
  }
  const kind = kindOf(error, detail);
  const ownWords = kind === 'timeout' || kind === 'cancelled' ? undefined : detail;
  return {
    upstream,
    ...(status !== undefined && { status }),
    message: upstreamErrorText({ upstream, endpoint: endpointOf(error), status, kind, detail: ownWords, timeoutMs }),
  };
}
