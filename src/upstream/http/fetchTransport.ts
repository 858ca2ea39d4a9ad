import type { Transport, TransportResponse } from './transport';

/** A transport over the global `fetch`, or over the one given. */
export function createFetchTransport(fetchFunction: typeof fetch = fetch): Transport {
  return async (request) => {
    const timeout = AbortSignal.timeout(request.timeoutMs);
    try {
      const { url, headers } = withAuthorization(request.url, request.headers);
      const response = await fetchFunction(url, {
        method: request.method,
        headers,
        body: request.body,
        signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
      });
      const text = await response.text();
      return { kind: 'answer', status: response.status, contentType: response.headers.get('Content-Type') ?? '', text };
    } catch (error) {
      return failureOf(error, request.signal, timeout);
    }
  };
}

/** `fetch` refuses addresses with a user; they go where they belong, unless a header is there already. */
function withAuthorization(
  address: string,
  headers: Readonly<Record<string, string>>
): { url: string; headers: Readonly<Record<string, string>> } {
  const url = new URL(address);
  if (url.username === '' && url.password === '') {
    return { url: address, headers };
  }
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const basic = btoa(String.fromCharCode(...new TextEncoder().encode(user)));
  url.username = '';
  url.password = '';
  return { url: url.href, headers: { Authorization: `Basic ${basic}`, ...headers } };
}

function failureOf(error: unknown, signal: AbortSignal | undefined, timeout: AbortSignal): TransportResponse {
  if (signal?.aborted) {
    return { kind: 'cancelled' };
  }
  if (timeout.aborted) {
    return { kind: 'timeout' };
  }
  return { kind: 'refused', detail: causeCode(error) };
}

/** Node puts the reason, such as ECONNREFUSED, on the cause. */
function causeCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;
}
