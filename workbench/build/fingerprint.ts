import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { WORKBENCH_FOLDER, type HostVersion } from '../versions';

const FOLDERS = ['host', 'scenarios', 'build'];

/** A hash over all that a host's bundle is made of: the page's sources and the lock file of its libraries. */
export async function hostFingerprint(version: HostVersion): Promise<string> {
  const hash = createHash('sha256').update(await readFile(path.join(version.folder, 'package-lock.json')));
  for (const folder of FOLDERS) {
    const names = await readdir(path.join(WORKBENCH_FOLDER, folder), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      hash.update(file).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}
