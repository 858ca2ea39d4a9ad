import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { presetPages } from '../../scripts/docs/presetPages';

const FOLDER = path.join(__dirname, '../../docs/presets');

describe('the pages of presets', () => {
  const pages = presetPages();

  it('are one a preset, and the list of them', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...pages.keys()].sort());
  });

  it.each([...pages])('%s is up to date; if not: npm run docs:presets', (file, text) => {
    expect(readFileSync(path.join(FOLDER, file), 'utf8')).toBe(text);
  });
});
