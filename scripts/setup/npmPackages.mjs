import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

/**
 * Installs the npm packages of the lock file in `folder`, unless exactly these are installed already.
 * Throws when npm fails.
 */
export async function ensureNpmPackages(folder) {
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  const mark = path.join(folder, 'node_modules', '.installed-lock');
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === lock) {
    return;
  }
  console.log(
    `Installing npm packages in ${path.relative(process.cwd(), folder) || 'this folder'} (a few minutes the first time)`
  );
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  fs.writeFileSync(mark, lock);
}
