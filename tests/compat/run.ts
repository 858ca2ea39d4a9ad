/**
 * The sources against the published types of every supported Grafana, and the one built pair of plugins in a host of
 * every version: `npx tsx tests/compat/run.ts`. Ends in a line `N passed, N failed`.
 */
import { ensureHost } from '../../workbench/build';
import { installHost } from '../../workbench/hosts/install';
import { HOST_VERSIONS } from '../../workbench/versions';
import { launchChromium } from '../support/browser/chromium';
import { editorProblems } from './completes';
import { mapProblems } from './drawsMap';
import { typecheckAgainst } from './typecheck';

interface Result {
  readonly name: string;
  readonly problems: readonly string[];
}

/** Runs one check and prints what came of it; an exception is a failure. */
async function check(name: string, run: () => Promise<readonly string[]>): Promise<Result> {
  const started = Date.now();
  const problems = await run().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  process.stdout.write(
    `${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${Math.round((Date.now() - started) / 1000)} s\n`
  );
  problems.forEach((problem) => process.stdout.write(`        ${problem}\n`));
  return { name, problems };
}

async function main(): Promise<void> {
  await Promise.all(HOST_VERSIONS.map(installHost));
  const results: Result[] = [];
  const browser = await launchChromium();
  try {
    for (const version of HOST_VERSIONS) {
      const types = check(`Grafana ${version.name}: types`, async () => {
        const { passed, output } = await typecheckAgainst(version);
        return passed ? [] : output.trim().split('\n').slice(0, 20);
      });
      const map = check(`Grafana ${version.name}: a live map`, async () => {
        await ensureHost(version);
        return mapProblems(version, browser);
      });
      const editor = check(`Grafana ${version.name}: an expression being written`, async () => {
        await map;
        return editorProblems(version, browser);
      });
      results.push(...(await Promise.all([types, map, editor])));
    }
  } finally {
    await browser.close();
  }
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
});
