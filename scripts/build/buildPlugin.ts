import webpack, { type Stats } from 'webpack';
import { PLUGINS, pluginConfig, type PluginFolder } from './pluginConfig';

/** `tsx scripts/build/buildPlugin.ts datasource|panel [--watch]`: builds one plugin into `dist/<plugin id>/`. */
async function main(folder: string | undefined, watch: boolean): Promise<void> {
  if (folder !== 'datasource' && folder !== 'panel') {
    throw new Error(`build: expected one of ${Object.keys(PLUGINS).join(', ')}, got ${String(folder)}`);
  }
  const plugin: PluginFolder = folder;
  const compiler = webpack(await pluginConfig(plugin, watch ? 'development' : 'production'));
  if (!compiler) {
    throw new Error(`build: webpack made no compiler for ${plugin}`);
  }
  const report = (error: Error | null | undefined, stats?: Stats): void => {
    if (error || stats?.hasErrors()) {
      console.error(error ?? stats?.toString({ preset: 'errors-only', colors: false }));
      process.exitCode = 1;
    } else if (watch) {
      console.log(`${PLUGINS[plugin]}: built`);
    }
  };
  if (watch) {
    compiler.watch({}, report);
  } else {
    compiler.run((error, stats) => {
      report(error, stats);
      compiler.close(() => undefined);
    });
  }
}

main(process.argv[2], process.argv.includes('--watch')).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
