import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY, type HostVersion } from '../../workbench/versions';

/** Packages whose types a plugin gets from Grafana; the sources must fit each version's. */
const FROM_GRAFANA = [
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/schema',
  '@grafana/ui',
  '@grafana/e2e-selectors',
  'rxjs',
  'react',
  'react-dom',
];

function typesOf(version: HostVersion, name: string): readonly string[] {
  const modules = path.join(version.folder, 'node_modules');
  return name.startsWith('react') ? [path.join(modules, '@types', name)] : [path.join(modules, name)];
}

/** The sources of both plugins, checked against one version's published types. */
function configOf(version: HostVersion): object {
  const paths = Object.fromEntries(
    FROM_GRAFANA.flatMap((name) => {
      const targets = typesOf(version, name);
      return [
        [name, targets],
        [`${name}/*`, targets.map((target) => `${target}/*`)],
      ];
    })
  );
  return {
    extends: path.join(REPOSITORY, 'tsconfig.json'),
    compilerOptions: {
      rootDir: REPOSITORY,
      baseUrl: REPOSITORY,
      paths,
      types: [],
      noEmit: true,
      incremental: true,
      tsBuildInfoFile: path.join(REPOSITORY, '.cache/compat', `${version.name}.tsbuildinfo`),
    },
    files: ['src/datasource/module.ts', 'src/panel/module.ts'].map((file) => path.join(REPOSITORY, file)),
    // What the modules import, and no test; declarations have no import to be found by.
    include: [path.join(REPOSITORY, 'src/**/*.d.ts')],
  };
}

export interface TypecheckResult {
  readonly passed: boolean;
  /** The compiler's words. */
  readonly output: string;
}

/** Checks the sources against one Grafana version's types. */
export async function typecheckAgainst(version: HostVersion): Promise<TypecheckResult> {
  const folder = path.join(REPOSITORY, '.cache/compat');
  await mkdir(folder, { recursive: true });
  const config = path.join(folder, `tsconfig.${version.name}.json`);
  await writeFile(config, JSON.stringify(configOf(version), undefined, 2));
  const compiler = path.join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  if (!existsSync(compiler)) {
    throw new Error('typecheck: TypeScript is not installed: run npm ci');
  }
  const child = spawn(process.execPath, [compiler, '-p', config, '--pretty', 'false'], { cwd: REPOSITORY });
  const parts: string[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part.toString()));
  child.stderr.on('data', (part: Buffer) => parts.push(part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { passed: code === 0, output: parts.join('') };
}
