/**
 * Which folder may import which: docs/architecture.md as rules. An import that no rule allows is an error.
 * `only(from, folders, packages)`: files of `from` may import themselves, these folders and these packages.
 */
const GRAFANA = ['@grafana/(data|runtime|ui|schema)', '@emotion/css', 'react', 'rxjs'];
const TESTS = '(\\.test\\.tsx?$|/(testing|testSupport)/)';

function only(from, folders, packages) {
  const here = { path: `^${from}/`, pathNot: TESTS };
  const ours = [from, ...folders].map((folder) => `^${folder}/`);
  const theirs = packages.map((name) => `node_modules/${name}/`);
  return [
    {
      name: `${from}: folders`,
      severity: 'error',
      from: here,
      to: { path: '^(src|demo|workbench|tests|scripts)/', pathNot: ours },
    },
    {
      name: `${from}: packages`,
      severity: 'error',
      from: here,
      to: { path: 'node_modules/', ...(theirs.length ? { pathNot: theirs } : {}) },
    },
    { name: `${from}: no Node`, severity: 'error', from: here, to: { dependencyTypes: ['core'] } },
  ];
}

const EDITOR = ['@codemirror', '@lezer/highlight', '@prometheus-io'];

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { couldNotResolve: true, pathNot: ['worker\\.inline$', '\\.glsl$'] },
    },
    ...only('src/core', [], []),
    ...only('src/upstream', ['src/core'], ['@grafana/data']),
    ...only('src/frames', ['src/core'], ['@grafana/data']),
    ...only('src/scene', ['src/core'], ['three', '@types/three', '@mapbox/tiny-sdf']),
    ...only('src/workers', ['src/core'], []),
    ...only('src/browser', [], GRAFANA),
    ...only(
      'src/datasource',
      ['src/core', 'src/upstream', 'src/frames', 'src/browser'],
      [...GRAFANA, 'yaml', ...EDITOR]
    ),
    ...only('src/panel', ['src/core', 'src/frames', 'src/scene', 'src/workers', 'src/browser'], GRAFANA),
    {
      name: 'the workbench loads the built plugins only',
      severity: 'error',
      from: { path: '^workbench/' },
      to: { path: '^src/' },
    },
    {
      name: 'the upstream folder takes types of @grafana/data only, for it also runs in Node',
      severity: 'error',
      from: { path: '^src/upstream/', pathNot: TESTS },
      to: { path: 'node_modules/@grafana/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^workbench/hosts/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs'],
    },
  },
};
