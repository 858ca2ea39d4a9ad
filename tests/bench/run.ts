import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Each in a process of its own, one after the other, so that none warms or crowds the next. What is `bundled` becomes one
 * file first, as the build does with it: across many files each imported constant would be a call.
 */
const BENCHMARKS = Object.freeze([
  {
    name: 'derive',
    bundled: true,
    about: 'Prometheus answer to traffic edges, against JSON.parse of the same bytes',
    json: true,
  },
  { name: 'frames', bundled: true, about: 'encode and decode of traffic frames', json: false },
  { name: 'view', bundled: true, about: 'thresholds and views', json: false },
  { name: 'layout', bundled: true, about: 'layouts', json: false },
  { name: 'scene', bundled: false, about: 'the scene in a browser', json: true },
]);

/** `npm run bench [-- --json FILE] [-- NAME …]`: prints a table a benchmark; FILE gets the figures of derive and scene. */
function main(args: readonly string[]): void {
  const at = args.indexOf('--json');
  const file = at < 0 ? undefined : args[at + 1];
  const names = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const unknown = names.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown.length || (at >= 0 && !file)) {
    throw new Error(`bench: takes --json FILE and names of ${BENCHMARKS.map(({ name }) => name).join(', ')}`);
  }
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'traffic-bench-'));
  const figures: Record<string, unknown> = {};
  for (const { name, about, json, bundled } of BENCHMARKS.filter(
    (benchmark) => !names.length || names.includes(benchmark.name)
  )) {
    process.stdout.write(`\n## ${name}: ${about}\n\n`);
    const part = path.join(directory, `${name}.json`);
    const script = path.join(__dirname, `${name}.bench.ts`);
    const run = [
      ...(bundled ? ['--expose-gc', bundle(script)] : ['--import', 'tsx', script]),
      ...(json ? ['--json', part] : []),
    ];
    if (spawnSync(process.execPath, run, { stdio: 'inherit' }).status !== 0) {
      process.exitCode = 1;
    } else if (json) {
      Object.assign(figures, JSON.parse(fs.readFileSync(part, 'utf8')));
    }
  }
  fs.rmSync(directory, { recursive: true });
  if (file) {
    fs.writeFileSync(file, `${JSON.stringify(figures, undefined, 2)}\n`);
  }
}

/** Our own code as one file; packages stay where they are. */
function bundle(script: string): string {
  const outfile = path.join(__dirname, '../../.cache/bench', `${path.basename(script, '.ts')}.cjs`);
  buildSync({ entryPoints: [script], outfile, bundle: true, packages: 'external', platform: 'node', target: 'es2020' });
  return outfile;
}

main(process.argv.slice(2));
