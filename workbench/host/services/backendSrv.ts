import { lastValueFrom, Observable } from 'rxjs';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';

function addressOf(options: BackendSrvRequest): URL {
  const url = new URL(options.url, `${window.location.origin}/`);
  for (const [name, value] of Object.entries<unknown>(options.params ?? {})) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (one !== undefined && one !== null) {
        url.searchParams.append(name, String(one));
      }
    }
  }
  return url;
}

function initOf(options: BackendSrvRequest, signal: AbortSignal): RequestInit {
  const method = options.method ?? 'GET';
  const given = Object.fromEntries(
    Object.entries<unknown>(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])
  );
  const data: unknown = options.data;
  if (data === undefined || method === 'GET') {
    return { method, signal, headers: { accept: 'application/json', ...given } };
  }
  const form = given['content-type']?.includes('urlencoded') === true;
  const body =
    typeof data === 'string'
      ? data
      : form
        ? new URLSearchParams(data as Record<string, string>).toString()
        : JSON.stringify(data);
  return {
    method,
    signal,
    body,
    headers: { accept: 'application/json', 'content-type': 'application/json', ...given },
  };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const cancelled = (config: BackendSrvRequest): FetchError<null> => ({
  status: -1,
  statusText: 'Request was aborted',
  data: null,
  cancelled: true,
  config,
});

/** Asks over HTTP; a status that is not 2xx is thrown as a `FetchError`. */
async function ask<T>(config: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const response = await fetch(addressOf(config), initOf(config, signal));
  const data = parseBody(await response.text()) as T;
  const { status, statusText, ok, headers, redirected, type, url } = response;
  if (!ok) {
    const error: FetchError<T> = { status, statusText, data, config };
    throw error;
  }
  return { data, status, statusText, ok, headers, redirected, type, url, config };
}

/** Grafana's HTTP service: a request with the `requestId` of one under way cancels that one. */
export function createBackendSrv(): BackendSrv {
  const underWay = new Map<string, () => void>();

  const fetchObservable = <T>(config: BackendSrvRequest): Observable<FetchResponse<T>> =>
    new Observable((subscriber) => {
      const controller = new AbortController();
      const cancel = (): void => {
        subscriber.error(cancelled(config));
        controller.abort();
      };
      if (config.requestId !== undefined) {
        underWay.get(config.requestId)?.();
        underWay.set(config.requestId, cancel);
      }
      config.abortSignal?.addEventListener('abort', cancel, { once: true });
      ask<T>(config, controller.signal).then(
        (response) => {
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error)
      );
      return () => {
        if (config.requestId !== undefined && underWay.get(config.requestId) === cancel) {
          underWay.delete(config.requestId);
        }
        controller.abort();
      };
    });

  const request = async <T>(config: BackendSrvRequest): Promise<T> =>
    (await lastValueFrom(fetchObservable<T>(config))).data;
  const withBody =
    (method: string) =>
    <T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> =>
      request<T>({ ...options, method, url, data });

  return {
    fetch: fetchObservable,
    chunked: () => {
      throw new Error('The workbench reads no chunked answers');
    },
    request,
    datasourceRequest: (config) => lastValueFrom(fetchObservable(config)),
    get: (url, params, requestId, options) =>
      request({ ...options, method: 'GET', url, params: params as Record<string, unknown>, requestId }),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
    delete: withBody('DELETE'),
  };
}
