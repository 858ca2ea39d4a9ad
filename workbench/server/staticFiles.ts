import { access, readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { replyJson } from './reply';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const inside = (folder: string, file: string): boolean => file.startsWith(path.resolve(folder) + path.sep);

export async function hasFile(folder: string, name: string): Promise<boolean> {
  const file = path.resolve(folder, name);
  return (
    inside(folder, file) &&
    (await access(file).then(
      () => true,
      () => false
    ))
  );
}

export function replySvg(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'content-type': TYPES['.svg'] });
  response.end(content);
}

/** As the bundler names chunks: another content has another name. */
const NAMED_BY_CONTENT = /-[A-Z0-9]{8}\.\w+$/;

/**
 * How long a browser may keep a file, and what it has compiled of it: what a build may replace is asked for again each
 * time, chunks that are named by their content and files of packages are not.
 */
const keeping = (file: string): string =>
  NAMED_BY_CONTENT.test(file) || file.includes('/node_modules/') ? 'max-age=86400' : 'no-cache';

/** Sends a file below a folder, or that it is unchanged; 404 as JSON when it is not there or would lie outside. */
export async function replyFile(response: ServerResponse, folder: string, name: string): Promise<void> {
  const file = path.resolve(folder, name);
  try {
    if (!inside(folder, file)) {
      throw new Error('outside the folder');
    }
    const { size, mtimeMs } = await stat(file);
    const headers = { 'cache-control': keeping(file), etag: `"${size}-${mtimeMs}"` };
    if (response.req.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, headers);
      response.end();
      return;
    }
    const content = await readFile(file);
    response.writeHead(200, { ...headers, 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    response.end(content);
  } catch {
    replyJson(response, 404, { message: `The workbench has no file ${name}` });
  }
}
