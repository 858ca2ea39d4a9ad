import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, replyJson } from './reply';
import { absent, unreachable, type Upstreams } from './upstreams';

/** Request headers that go on to the upstream. */
const FORWARDED = ['accept', 'content-type', 'x-http-method-override'];

/** Aborts when the browser gives up on its request, so that the upstream stops working on it too. */
export function abortedWith(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}

/** Passes a request on to the server behind a data source: 404 for an unknown uid, 502 when it does not answer. */
export async function proxyTo(
  upstreams: Upstreams,
  uid: string,
  rest: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const upstream = upstreams[uid];
  if (upstream === undefined) {
    replyJson(response, 404, { message: `The workbench has no data source with the uid "${uid}"` });
    return;
  }
  if (upstream.url === undefined) {
    replyJson(response, 502, { message: absent(upstream) });
    return;
  }
  const method = request.method ?? 'GET';
  const headers = Object.fromEntries(
    FORWARDED.flatMap((name) => (typeof request.headers[name] === 'string' ? [[name, request.headers[name]]] : []))
  );
  const body = method === 'GET' || method === 'HEAD' ? undefined : new Uint8Array(await readBody(request));
  try {
    const base = upstream.url.replace(/\/$/, '');
    const answer = await fetch(rest === '' ? base : `${base}/${rest}`, {
      method,
      headers,
      body,
      signal: abortedWith(response),
    });
    const content = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/octet-stream',
    });
    response.end(content);
  } catch (error) {
    if (!response.destroyed) {
      replyJson(response, 502, { message: unreachable(upstream, error) });
    }
  }
}
