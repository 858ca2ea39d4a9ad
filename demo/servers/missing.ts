import { existsSync } from 'node:fs';

/** A program that the demo runs, and the Debian package that brings it. */
export interface ServerProgram {
  readonly path: string;
  readonly package: string;
}

/** Debian's own programs: the Python ones need Debian's Python and its packages. */
export const PROGRAMS = Object.freeze({
  prometheus: { path: '/usr/bin/prometheus', package: 'prometheus' },
  carbon: { path: '/usr/bin/carbon-cache', package: 'graphite-carbon' },
  graphite: { path: '/usr/bin/graphite-manage', package: 'graphite-web' },
  gunicorn: { path: '/usr/bin/gunicorn', package: 'gunicorn' },
} as const satisfies Record<string, ServerProgram>);

/** Debian packages that the demo's servers come from. */
export const DEMO_PACKAGES: readonly string[] = Object.freeze(
  Object.values(PROGRAMS).map((program) => program.package)
);

/** Which of the Debian packages are not installed here. */
export function missingPackages(): readonly string[] {
  return packagesWithout(existsSync);
}

/** Packages whose program is not there, by a check of its path. */
export function packagesWithout(exists: (path: string) => boolean): readonly string[] {
  return Object.values(PROGRAMS)
    .filter((program) => !exists(program.path))
    .map((program) => program.package);
}

/** Throws an error that names the missing packages and how to install them. */
export function requirePackages(missing: readonly string[] = missingPackages()): void {
  if (missing.length > 0) {
    throw new Error(
      `The demo's servers are not installed: ${missing.join(', ')}. ` +
        `On Debian or Ubuntu: sudo apt-get install ${missing.join(' ')}`
    );
  }
}
