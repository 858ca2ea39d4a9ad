import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';
import { WORKBENCH_FOLDER, type HostVersion } from '../versions';

/** Marks a resolution that this file asks for itself, so that it does not ask for it again. */
const RESOLVED = 'workbench-resolved';

/** Takes every package that the host page imports from one version's `node_modules`. */
export function packagesOf(version: HostVersion): Plugin {
  const setup = (build: PluginBuild): void => {
    build.onResolve({ filter: /^[^./]/ }, async (request) => {
      const ours = request.importer.startsWith(WORKBENCH_FOLDER) && !request.importer.includes('node_modules');
      if (!ours || request.pluginData === RESOLVED || request.kind === 'entry-point') {
        return undefined;
      }
      return build.resolve(request.path, { resolveDir: version.folder, kind: request.kind, pluginData: RESOLVED });
    });
  };
  return { name: 'packages-of-version', setup };
}

/** Puts the files that fit this version in the place of the ones that the types are checked with. */
export function bridgeOf(version: HostVersion): Plugin {
  const setup = (build: PluginBuild): void => {
    build.onResolve({ filter: /\/versions\/current$/ }, () => ({
      path: path.join(WORKBENCH_FOLDER, 'host/versions', `${version.bridge}.tsx`),
    }));
    build.onResolve({ filter: /\/prometheusPlugin$/ }, () =>
      version.prometheus ? undefined : { path: path.join(WORKBENCH_FOLDER, 'host/dataSources/prometheusAbsent.ts') }
    );
  };
  return { name: 'bridge-of-version', setup };
}

/**
 * One router for everything: from Grafana 12 on, `@grafana/ui` links through the compatibility package of router 5,
 * while scenes use router 6; both must see the same context.
 */
export function oneRouter(version: HostVersion): Plugin {
  const setup = (build: PluginBuild): void => {
    if (version.bridge === 'grafana11') {
      return;
    }
    build.onResolve({ filter: /^react-router-dom-v5-compat$/ }, (request) =>
      build.resolve('react-router-dom', { resolveDir: version.folder, kind: request.kind, pluginData: RESOLVED })
    );
  };
  return { name: 'one-router', setup };
}

/**
 * The Prometheus library's published modules read ES modules without a default export as if they had one, which is
 * left over from how they were bundled: read them as namespaces.
 */
export function namespaceImports(): Plugin {
  const packages = '(rxjs|@grafana/(?:data|runtime|ui|i18n|schema))';
  const imported = new RegExp(`^import ([\\w$]+) from '${packages}';`, 'gm');
  const exported = new RegExp(`^export \\{ default \\} from '${packages}';`, 'gm');
  const setup = (build: PluginBuild): void => {
    build.onLoad(
      { filter: /@grafana[\\/]prometheus[\\/]dist[\\/]esm[\\/](_virtual|node_modules)[\\/].*\.mjs$/ },
      async (file) => {
        const source = await readFile(file.path, 'utf8');
        return {
          loader: 'js',
          contents: source
            .replace(imported, "import * as $1 from '$2';")
            .replace(exported, "import * as namespace from '$1'; export default namespace;"),
        };
      }
    );
  };
  return { name: 'namespace-imports', setup };
}

/**
 * Scenes import the defaults of the table panel, which the schema of 12.4 does not export yet. They serve a builder of
 * table panels, which the host does not use.
 */
export function tableDefaults(): Plugin {
  const setup = (build: PluginBuild): void => {
    build.onLoad(
      { filter: /@grafana[\\/]schema[\\/].*table[\\/]panelcfg[\\/]x[\\/]types\.gen\.mjs$/ },
      async (file) => {
        const source = await readFile(file.path, 'utf8');
        return {
          loader: 'js',
          contents: source.includes('defaultOptions') ? source : `${source}\nexport const defaultOptions = {};\n`,
        };
      }
    );
  };
  return { name: 'table-defaults', setup };
}

/** Throws when the version's libraries are not installed. */
export function assertInstalled(version: HostVersion): void {
  if (!existsSync(path.join(version.folder, 'node_modules', '@grafana', 'scenes'))) {
    throw new Error(
      `Grafana ${version.name}'s libraries are not installed in ${version.folder}: run npx tsx workbench/hosts/install.ts ${version.name}`
    );
  }
}
