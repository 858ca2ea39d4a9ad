import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PLUGINS } from './pluginConfig';

const MODULE_BUDGET = 80_000;
const CHUNK_BUDGET = 600_000;

/** Prints the size of each bundle of both plugins; false when one is over its budget. Sizes are before compression. */
export function checkSizes(dist: string): boolean {
  let within = true;
  for (const id of Object.values(PLUGINS)) {
    const folder = path.join(dist, id);
    for (const file of fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .sort()) {
      const content = fs.readFileSync(path.join(folder, file));
      const budget = file === 'module.js' ? MODULE_BUDGET : CHUNK_BUDGET;
      const over = content.length > budget;
      within = within && !over;
      console.log(
        `${id}/${file}  ${kilobytes(content.length)} of ${kilobytes(budget)}, ${kilobytes(gzipSync(content).length)} compressed${over ? '  OVER BUDGET' : ''}`
      );
    }
  }
  return within;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
