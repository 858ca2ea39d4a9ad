/** Bundles the host page: `npx tsx workbench/build.ts [version …]`, such as 12.4, or `all`. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import {
  assertInstalled,
  bridgeOf,
  namespaceImports,
  oneRouter,
  packagesOf,
  tableDefaults,
} from './build/esbuildPlugins';
import { hostFingerprint } from './build/fingerprint';
import {
  DEFAULT_VERSION,
  HOST_VERSIONS,
  hostVersion,
  outputFolder,
  WORKBENCH_FOLDER,
  type HostVersion,
} from './versions';

export interface HostBundle {
  readonly version: string;
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/** Names what a bundle was made of, beside it. */
const FINGERPRINT = 'fingerprint.txt';

/** Builds one host into `.cache/workbench/<version>/`. Throws when its libraries are not installed. */
export async function buildHost(version: HostVersion): Promise<HostBundle> {
  assertInstalled(version);
  const folder = outputFolder(version);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const result = await build({
    absWorkingDir: version.folder,
    entryPoints: [path.join(WORKBENCH_FOLDER, 'host/main.tsx')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'transform',
    minify: true,
    keepNames: true,
    metafile: true,
    logLevel: 'error',
    plugins: [packagesOf(version), bridgeOf(version), oneRouter(version), namespaceImports(), tableDefaults()],
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env': '{}',
      global: 'window',
      // SystemJS's AMD support leaves a `define` behind that lodash and others would take.
      define: 'undefined',
    },
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.ttf': 'file', '.woff': 'file', '.woff2': 'file' },
  });
  await writeFile(path.join(folder, FINGERPRINT), await hostFingerprint(version));
  const outputs = Object.values(result.metafile.outputs);
  return {
    version: version.name,
    folder,
    files: outputs.length,
    bytes: outputs.reduce((sum, output) => sum + output.bytes, 0),
  };
}

/** Builds one host where its sources or libraries have changed since. */
export async function ensureHost(version: HostVersion): Promise<void> {
  assertInstalled(version);
  const file = path.join(outputFolder(version), FINGERPRINT);
  if (!existsSync(file) || (await readFile(file, 'utf8')) !== (await hostFingerprint(version))) {
    await buildHost(version);
  }
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const versions = names.includes('all')
    ? HOST_VERSIONS
    : (names.length > 0 ? names : [DEFAULT_VERSION]).map(hostVersion);
  for (const version of versions) {
    const bundle = await buildHost(version);
    process.stdout.write(
      `workbench for Grafana ${bundle.version}: ${bundle.files} files, ${(bundle.bytes / 1e6).toFixed(1)} MB\n`
    );
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
