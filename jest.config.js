process.env.TZ = 'UTC';

const base = require('./.config/jest.config');
const { nodeModulesToTransform, grafanaESModules } = require('./.config/jest/utils');

/** The scaffold's settings, mended: d3-color ships `.mjs` only, and three, tiny-sdf and yaml (for browsers) ship ES modules only. */
const shared = {
  ...base,
  modulePaths: [],
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '\\.glsl$': '<rootDir>/tests/support/glslStub.js',
    '/loadExpressionEditor$': '<rootDir>/tests/support/expressionEditorStub.js',
    '\\.worker\\.inline$': '<rootDir>/tests/support/workerStub.js',
  },
  transform: { '^.+\\.(mj|[tj])sx?$': Object.values(base.transform)[0] },
  transformIgnorePatterns: [nodeModulesToTransform([...grafanaESModules, 'three', '@mapbox/tiny-sdf', 'yaml'])],
};

const node = { ...shared, testEnvironment: 'node', setupFilesAfterEnv: [] };

module.exports = {
  // A busy machine is slow, not wrong: this only ends what would never end.
  testTimeout: 120_000,
  projects: [
    {
      ...node,
      displayName: 'core',
      testMatch: [
        '<rootDir>/src/{core,upstream,workers,reporter}/**/*.test.ts',
        '<rootDir>/demo/**/*.test.ts',
        '<rootDir>/tests/unit/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'grafana',
      testMatch: [
        '<rootDir>/src/{browser,frames,scene,datasource,panel}/**/*.test.{ts,tsx}',
        '<rootDir>/workbench/**/*.test.{ts,tsx}',
      ],
    },
    {
      ...node,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/serversSetup.ts',
      globalTeardown: '<rootDir>/tests/support/serversTeardown.ts',
    },
    {
      ...node,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/browser/hostSetup.ts',
    },
  ],
};
