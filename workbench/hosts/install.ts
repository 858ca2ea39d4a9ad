/**
 * Installs the libraries of the other Grafana versions where they are missing or their lock file has changed:
 * `npx tsx workbench/hosts/install.ts [version …]`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HOST_VERSIONS, hostVersion, REPOSITORY, type HostVersion } from '../versions';

const lockHash = (version: HostVersion): string =>
  createHash('sha256')
    .update(readFileSync(path.join(version.folder, 'package-lock.json')))
    .digest('hex');

const hashFile = (version: HostVersion): string => path.join(version.folder, 'node_modules', '.workbench-lock');

const isInstalled = (version: HostVersion): boolean =>
  existsSync(hashFile(version)) && readFileSync(hashFile(version), 'utf8') === lockHash(version);

function npmCi(folder: string): Promise<void> {
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel', 'error'], {
    cwd: folder,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm ci in ${folder} ended with ${code}`))));
  });
}

/** Installs a host's libraries unless they are there; true when it did. */
export async function installHost(version: HostVersion): Promise<boolean> {
  if (version.folder === REPOSITORY || isInstalled(version)) {
    return false;
  }
  await npmCi(version.folder);
  writeFileSync(hashFile(version), lockHash(version));
  return true;
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  for (const version of names.length > 0 ? names.map(hostVersion) : HOST_VERSIONS) {
    const installed = await installHost(version);
    process.stdout.write(`Grafana ${version.name}: ${installed ? 'installed' : 'already there'}\n`);
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
