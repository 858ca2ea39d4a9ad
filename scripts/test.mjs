import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  BROWSER_PACKAGES,
  ensureDebianPackages,
  SERVER_PACKAGES,
  TEST_SERVER_PACKAGES,
} from './setup/debianPackages.mjs';
import { ensureNpmPackages } from './setup/npmPackages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * What runs side by side, and then what follows: checks pass or fail as a whole, suites are counted by jest. Types and
 * lint keep one core each busy for about as long; the tests on real servers wait for these most of their time. Tests on
 * the built plugins come after the build.
 */
const STAGES = Object.freeze([
  [
    { name: 'typecheck', script: 'typecheck' },
    { name: 'lint: code', script: 'lint:code' },
    { name: 'lint: import directions', script: 'lint:structure' },
    { name: 'lint: format', script: 'lint:format' },
  ],
  [{ name: 'unit tests', script: 'test:unit', jest: true }],
  [
    { name: 'build', script: 'build' },
    { name: 'integration tests', script: 'test:integration', jest: true },
  ],
  [{ name: 'browser tests', script: 'test:browser', jest: true }],
]);

/** `npm test`: sets up everything, runs every step even when one fails, and ends in one line `N passed, N failed`. */
async function main() {
  process.chdir(root);
  await ensureNpmPackages(root);
  const missing = await ensureDebianPackages([...SERVER_PACKAGES, ...TEST_SERVER_PACKAGES, ...BROWSER_PACKAGES]);
  if (missing.length) {
    console.log(`The tests on real servers and in a browser will fail without: ${missing.join(', ')}`);
  }
  fs.mkdirSync('.local', { recursive: true });
  const results = [];
  for (const stage of STAGES) {
    results.push(...(await Promise.all(stage.map(runStep))));
  }
  console.log('');
  for (const result of results) {
    console.log(
      `${result.failed ? 'FAILED' : 'ok    '}  ${result.name}: ${result.passed} passed, ${result.failed} failed, ${result.seconds} s`
    );
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

async function runStep({ name, script, jest }) {
  const output = path.join('.local', `${script.replace(':', '-')}.json`);
  fs.rmSync(output, { force: true });
  const started = Date.now();
  const args = ['run', '--silent', script, ...(jest ? ['--', '--json', `--outputFile=${output}`, '--ci'] : [])];
  console.log(`\n--- ${name}`);
  const status = await runNpm(args, ['ignore', jest ? 'ignore' : 'inherit', 'inherit']);
  const seconds = Math.round((Date.now() - started) / 1000);
  return {
    name,
    seconds,
    ...(jest ? countTests(output, status) : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }),
  };
}

/** The exit status of `npm`; null when it was ended by a signal. */
function runNpm(args, stdio) {
  return new Promise((resolve, reject) => {
    spawn('npm', args, { stdio }).on('error', reject).on('close', resolve);
  });
}

/** A suite that could not run, or that ran no test, counts as one failure. */
function countTests(output, status) {
  if (!fs.existsSync(output)) {
    return { passed: 0, failed: 1 };
  }
  const report = JSON.parse(fs.readFileSync(output, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const nothingRan = report.numPassedTests === 0;
  return { passed: report.numPassedTests, failed: failed || (status !== 0 || nothingRan ? 1 : 0) };
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
