/** What went wrong when an upstream was asked. */
export interface UpstreamFailure {
  /** Display name of the upstream. */
  readonly upstream: string;
  /** Address or path that was asked; credentials and query are never shown. */
  readonly endpoint?: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** What went wrong where a status does not say it. */
  readonly kind?: 'timeout' | 'refused' | 'html' | 'unreadable' | 'cancelled';
  /** The upstream's own words. */
  readonly detail?: string;
  /** For `timeout`: how long was waited. */
  readonly timeoutMs?: number;
}

const DETAIL_LENGTH = 300;

/** One plain sentence or two: who, what, and what to do about it. */
export function upstreamErrorText(failure: UpstreamFailure): string {
  const where = failure.endpoint ? ` at ${withoutCredentials(failure.endpoint)}` : '';
  const detail = failure.detail?.trim() ? ` It said: ${shorten(failure.detail.trim())}` : '';
  return `${failure.upstream}${where} ${whatAndWhatToDo(failure)}${detail}`;
}

function whatAndWhatToDo(failure: UpstreamFailure): string {
  switch (failure.kind) {
    case 'timeout': {
      const waited = failure.timeoutMs === undefined ? '' : ` within ${failure.timeoutMs / 1000} s`;
      return `did not answer${waited}. Choose a shorter time range, aggregate in the query (sum by …), or raise the timeout.`;
    }
    case 'refused':
      return 'cannot be reached. Check that it runs, and that its address and port are right.';
    case 'html':
      return `answered with a web page${inStatus(failure)} instead of data. Check its address: a login page or a proxy may stand in front of it.`;
    case 'unreadable':
      return `answered with data that cannot be read${inStatus(failure)}: it is cut short or no JSON. Ask again; if it stays so, look for a size limit in a proxy.`;
    case 'cancelled':
      return 'was no longer asked, since a newer request took over.';
    case undefined:
      return statusText(failure.status);
  }
}

function inStatus(failure: UpstreamFailure): string {
  return failure.status === undefined ? '' : ` (status ${failure.status})`;
}

function statusText(status: number | undefined): string {
  if (status === undefined) {
    return 'failed without saying why. Test the data source in its settings.';
  }
  switch (status) {
    case 400:
    case 422:
      return `refused the query (status ${status}). Correct the expression.`;
    case 401:
      return 'refused the credentials (status 401). Check the authentication in its data source settings.';
    case 403:
      return 'forbids this query (status 403). Ask for query permission on this data source, or for a wider access policy of its token.';
    case 404:
      return 'has no query endpoint at this address (status 404). Check the address, with any path prefix such as /prometheus.';
    case 408:
    case 504:
      return `ran out of time (status ${status}). Choose a shorter time range or aggregate in the query (sum by …).`;
    case 413:
      return 'says that the request is too large (status 413). Shorten the expression, or raise the limit of the proxy.';
    case 429:
      return 'limits how often it may be asked (status 429). Refresh less often, or raise the limit.';
    case 502:
    case 503:
      return `is not available (status ${status}). Check that it runs and has finished starting.`;
    default:
      return status >= 500
        ? `failed on its own side (status ${status}). Look at its log.`
        : `answered with status ${status}. Test the data source in its settings.`;
  }
}

function shorten(text: string): string {
  return text.length > DETAIL_LENGTH ? `${text.slice(0, DETAIL_LENGTH)}…` : text;
}

/** An address without user, password, query and fragment. */
export function withoutCredentials(address: string): string {
  const withoutQuery = address.split(/[?#]/, 1)[0];
  return withoutQuery.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/]*@/i, '$1//');
}
