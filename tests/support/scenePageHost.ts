import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './browser/chromium';

const ROOT = join(__dirname, '..', '..');

/** What the driver says of tests that read pictures back. */
const OF_TESTS = /GPU stall due to ReadPixels/;

export interface SceneHost {
  readonly browser: Browser;
  readonly address: string;
  /** A page with the scene's functions as `window.page`, and what it complained of. */
  open(width?: number, height?: number): Promise<{ page: Page; complaints: string[] }>;
  close(): Promise<void>;
}

async function bundle(entry: string): Promise<string> {
  const made = await build({
    entryPoints: [join(ROOT, 'tests/support', entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    loader: { '.glsl': 'text' },
    minify: true,
    logLevel: 'silent',
  });
  return made.outputFiles[0].text;
}

function serve(script: string): Promise<Server> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(
      isScript
        ? script
        : '<!doctype html><link rel="icon" href="data:,"><body style="margin:0"><script src="/page.js"></script>'
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Bundles the page, serves it on a free port of the loopback and starts a browser. */
export async function startSceneHost(entry = 'scenePage.ts'): Promise<SceneHost> {
  const server = await serve(await bundle(entry));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/`;
  const browser = await launchChromium(['--enable-precise-memory-info']);
  return {
    browser,
    address,
    async open(width = 1280, height = 720) {
      const page = await browser.newPage({ viewport: { width, height } });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !OF_TESTS.test(message.text())) {
          complaints.push(message.text());
        }
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(address);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
