import { spawn } from 'node:child_process';
import path from 'node:path';
import { PLUGINS, ROOT, type PluginFolder } from './pluginConfig';
import { checkSizes } from './sizes';

/** `npm run build` builds both plugins and fails when a bundle is over its budget; `npm run dev` builds on change. */
async function main(): Promise<void> {
  const watch = process.argv.includes('--watch');
  const folders = Object.keys(PLUGINS) as PluginFolder[];
  const codes = await Promise.all(folders.map((folder) => run(folder, watch)));
  if (codes.some((code) => code !== 0)) {
    process.exitCode = 1;
    return;
  }
  if (!watch && !checkSizes(path.join(ROOT, 'dist'))) {
    process.exitCode = 1;
  }
}

// One process a plugin: the scaffold's configuration reads its plugin.json when it is loaded, once a process.
function run(folder: PluginFolder, watch: boolean): Promise<number> {
  const script = path.join(__dirname, 'buildPlugin.ts');
  const args = ['--import', 'tsx', script, folder, ...(watch ? ['--watch'] : [])];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
