import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { presetPages } from './presetPages';

const FOLDER = path.join(__dirname, '../../docs/presets');

/** `npm run docs:presets`: writes the pages of all presets anew, and removes those of presets that are gone. */
const pages = presetPages();
mkdirSync(FOLDER, { recursive: true });
for (const file of readdirSync(FOLDER)) {
  if (!pages.has(file)) {
    rmSync(path.join(FOLDER, file));
  }
}
for (const [file, text] of pages) {
  writeFileSync(path.join(FOLDER, file), text);
}
console.log(`Wrote ${pages.size} pages to docs/presets.`);
