import { access, readFile } from 'node:fs/promises';
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

/** Sends a file below a folder; 404 as JSON when it is not there or would lie outside. */
export async function replyFile(response: ServerResponse, folder: string, name: string): Promise<void> {
  const file = path.resolve(folder, name);
  try {
    if (!inside(folder, file)) {
      throw new Error('outside the folder');
    }
    const content = await readFile(file);
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    response.end(content);
  } catch {
    replyJson(response, 404, { message: `The workbench has no file ${name}` });
  }
}
