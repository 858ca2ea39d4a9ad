import fs from 'node:fs';
import path from 'node:path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import ReplaceInFileWebpackPlugin from 'replace-in-file-webpack-plugin';
import webpack, { type Configuration, type RuleSetRule } from 'webpack';

export const PLUGINS = Object.freeze({
  datasource: 'intuition-traffic-datasource',
  panel: 'intuition-traffic-panel',
});

export type PluginFolder = keyof typeof PLUGINS;

/** Folder of the repository. */
export const ROOT = path.resolve(__dirname, '../..');

// A path that the compiler does not follow: the scaffold is checked by its own settings, not by ours.
const SCAFFOLD: string = path.join(ROOT, '.config/webpack/webpack.config.ts');

/**
 * The scaffold's webpack configuration for one of the two plugins.
 *
 * The scaffold knows one plugin a repository and reads `src/plugin.json`, `package.json` and `dist` relative to the
 * working directory, so it is evaluated in a stage folder that looks like such a repository; what depends on that
 * place (context, entry, output, copied files) is then set to the real one.
 */
export async function pluginConfig(folder: PluginFolder, mode: 'production' | 'development'): Promise<Configuration> {
  const source = path.join(ROOT, 'src', folder);
  const output = path.join(ROOT, 'dist', PLUGINS[folder]);
  const config = await scaffoldConfig(stage(folder), mode);
  const version: string = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version;

  return {
    ...config,
    cache: {
      type: 'filesystem',
      name: `${folder}-${mode}`,
      cacheDirectory: path.join(ROOT, '.cache/webpack'),
      buildDependencies: { config: [__filename, path.join(ROOT, 'package-lock.json')] },
    },
    context: source,
    devtool: mode === 'production' ? 'source-map' : 'eval-source-map',
    entry: { module: path.join(source, 'module.ts') },
    module: { ...config.module, rules: rules(config.module?.rules ?? []) },
    output: { ...config.output, path: output },
    performance: { hints: false },
    plugins: [
      ...(config.plugins ?? []).filter((plugin) => !replaced.has(plugin?.constructor.name ?? '')),
      new webpack.NormalModuleReplacementPlugin(/\.worker\.inline$/, (request) => {
        request.request = `!!${path.join(__dirname, 'inlineWorkerLoader.cjs')}!${request.request.replace(/\.inline$/, '.ts')}`;
      }),
      new CopyWebpackPlugin({ patterns: copied(source) }),
      new ReplaceInFileWebpackPlugin([
        {
          dir: output,
          test: [/(^|\/)plugin\.json$/, /(^|\/)README\.md$/],
          rules: [
            { search: /%VERSION%/g, replace: version },
            { search: /%TODAY%/g, replace: releaseDate() },
            { search: /%PLUGIN_ID%/g, replace: PLUGINS[folder] },
          ],
        },
      ]),
    ],
    resolve: { ...config.resolve, modules: ['node_modules'] },
  };
}

/** Plugins of the scaffold that are made anew above, or serve its development server only. */
const replaced = new Set([
  'CopyPlugin',
  'ReplaceInFilePlugin',
  'ReplaceInFileWebpackPlugin',
  'LiveReloadPlugin',
  'ForkTsCheckerWebpackPlugin',
  'ESLintWebpackPlugin',
]);

/** The date of the newest release in the changelog, so that equal sources build equal files. */
function releaseDate(): string {
  const changelog = fs.readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8');
  return /^## .*(\d{4}-\d{2}-\d{2})/m.exec(changelog)?.[1] ?? '1970-01-01';
}

function stage(folder: PluginFolder): string {
  const directory = path.join(ROOT, '.build', folder);
  fs.mkdirSync(path.join(directory, 'src'), { recursive: true });
  fs.mkdirSync(path.join(directory, '.config'), { recursive: true });
  fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(directory, 'package.json'));
  fs.copyFileSync(path.join(ROOT, '.config/.cprc.json'), path.join(directory, '.config/.cprc.json'));
  fs.copyFileSync(path.join(ROOT, 'src', folder, 'plugin.json'), path.join(directory, 'src/plugin.json'));
  return directory;
}

async function scaffoldConfig(directory: string, mode: 'production' | 'development'): Promise<Configuration> {
  const before = process.cwd();
  process.chdir(directory);
  try {
    const { default: scaffold }: { default: (env: object) => Promise<Configuration> } = await import(SCAFFOLD);
    return await scaffold({ [mode]: true });
  } finally {
    process.chdir(before);
  }
}

type Rules = NonNullable<NonNullable<Configuration['module']>['rules']>;

function rules(scaffold: Rules): Rules {
  return [...scaffold.map(modernTarget), { test: /\.glsl$/, type: 'asset/source' }];
}

/** Grafana 11.1 and later run in browsers that know ES2020; the scaffold's ES2015 costs size and speed. */
function modernTarget(rule: Rules[number]): Rules[number] {
  if (!isSwcRule(rule)) {
    return rule;
  }
  const { use } = rule;
  return {
    ...rule,
    use: {
      ...use,
      options: { ...use.options, jsc: { ...use.options.jsc, target: 'es2020', baseUrl: ROOT } },
    },
  };
}

interface SwcRule extends RuleSetRule {
  use: { loader: string; options: { jsc: Record<string, unknown> } };
}

function isSwcRule(rule: Rules[number]): rule is SwcRule {
  return typeof rule === 'object' && rule !== null && JSON.stringify(rule.use ?? '').includes('swc-loader');
}

function copied(source: string): CopyWebpackPlugin.PluginOptions['patterns'] {
  return [
    { from: path.join(source, 'plugin.json'), to: '.' },
    { from: path.join(source, 'README.md'), to: '.' },
    { from: path.join(source, 'img'), to: 'img' },
    { from: path.join(ROOT, 'LICENSE'), to: '.' },
    { from: path.join(ROOT, 'CHANGELOG.md'), to: '.' },
  ];
}
