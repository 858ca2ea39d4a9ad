import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeGraphite {
  readonly url: string;
  /** The queries of names that it was asked, in order. */
  readonly asked: readonly string[];
  readonly server: Server;
}

/** What the workbench's Graphite makes of a target, so that an answer tells which query it belongs to. */
const NAMED_TARGET = /^aliasSub\((.+), "\(\^\.\*\$\)", "\\1 (workbenchRefId \S+)"\)$/s;

/** Whether a path fits a pattern in which `*` stands for whole parts. */
function fits(path: readonly string[], pattern: readonly string[]): boolean {
  return path.length === pattern.length && pattern.every((part, index) => part === '*' || part === path[index]);
}

function foundBelow(paths: readonly string[], query: string): readonly unknown[] {
  const pattern = query.split('.');
  const parts = new Map<string, number>();
  for (const path of paths.map((written) => written.split('.'))) {
    if (fits(path.slice(0, pattern.length), pattern)) {
      parts.set(path[pattern.length - 1], path.length > pattern.length ? 1 : 0);
    }
  }
  return Array.from(parts, ([text, expandable]) => ({ text, expandable, leaf: 1 - expandable, id: text }));
}

/** Five in each minute of the time range, for each path that a target names. */
function rendered(paths: readonly string[], form: URLSearchParams): readonly unknown[] {
  const [from, until] = ['from', 'until'].map((name) => Math.ceil(Number(form.get(name)) / 60));
  const datapoints = Array.from({ length: until - from + 1 }, (_, index) => [5, (from + index) * 60]);
  return form.getAll('target').flatMap((written) => {
    const [, target = '', name = ''] = NAMED_TARGET.exec(written) ?? [];
    return paths
      .filter((path) => fits(path.split('.'), target.split('.')))
      .map((path) => ({ target: `${path} ${name}`, datapoints }));
  });
}

/** A Graphite of some dotted paths, which finds and renders them as the real one does. */
export function startFakeGraphite(paths: readonly string[]): Promise<FakeGraphite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://graphite');
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const query = searchParams.get('query') ?? '';
      if (pathname === '/metrics/find') {
        asked.push(query);
      }
      const answer =
        pathname === '/metrics/find' ? foundBelow(paths, query) : rendered(paths, new URLSearchParams(body));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}`, asked, server });
    })
  );
}
