import { spawnSync } from 'node:child_process';
import { run } from './run.mjs';

/** The real servers of the demo and of the integration tests. */
export const SERVER_PACKAGES = Object.freeze(['prometheus', 'graphite-web', 'graphite-carbon', 'gunicorn']);

/** Servers that only the integration tests need: one that speaks PromQL and is no Prometheus, and an Alertmanager. */
export const TEST_SERVER_PACKAGES = Object.freeze(['victoria-metrics', 'prometheus-alertmanager']);

/** What the browser tests need: the browser, and fonts for labels in more than one script. */
export const BROWSER_PACKAGES = Object.freeze(['chromium-headless-shell', 'fonts-dejavu-core', 'fonts-noto-cjk']);

/**
 * Installs the named Debian packages that are missing, where apt may be used (as root, or by sudo without a password).
 * Returns those that are still missing; says what it does.
 */
export async function ensureDebianPackages(names) {
  const missing = missingPackages(names);
  if (missing.length === 0) {
    return [];
  }
  const privilege = aptPrivilege();
  if (!privilege) {
    console.log(`Not installed, for apt cannot be used here without a password: ${missing.join(', ')}`);
    return missing;
  }
  console.log(`Installing Debian packages: ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) =>
    run(privilege[0] ?? 'apt-get', [...privilege.slice(1), ...(privilege.length ? ['apt-get'] : []), ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  try {
    await apt(['update', '-q']);
    await apt(['install', '-y', '-q', '--no-install-recommends', ...missing]);
  } catch (error) {
    console.log(`apt-get failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return missingPackages(missing);
}

function missingPackages(names) {
  return names.filter((name) => {
    const answer = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
    return answer.status !== 0 || !answer.stdout.includes('install ok installed');
  });
}

/** The words to put before `apt-get`: none for root, sudo where it asks no password; undefined when neither serves. */
function aptPrivilege() {
  if (spawnSync('apt-get', ['--version']).status !== 0) {
    return undefined;
  }
  if (process.getuid?.() === 0) {
    return [];
  }
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}
