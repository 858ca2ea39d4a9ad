import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDebianPackages, SERVER_PACKAGES } from './setup/debianPackages.mjs';
import { ensureNpmPackages } from './setup/npmPackages.mjs';
import { run } from './setup/run.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * `npm start [-- --port N] [-- --no-open] [-- --scenario NAME]`: sets up what is missing, builds the plugins, starts
 * the demo and the workbench, prints the address, and stops all of it on Ctrl-C.
 */
async function main(args) {
  process.chdir(root);
  await ensureNpmPackages(root);
  const missing = await ensureDebianPackages(SERVER_PACKAGES);
  await run('npm', ['run', '--silent', 'build']);
  const serve = ['--import', 'tsx', 'scripts/serve.ts', ...args, ...(missing.length ? ['--no-servers'] : [])];
  const child = spawn(process.execPath, serve, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code) => process.exit(code ?? 1));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
