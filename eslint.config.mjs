import { defineConfig } from 'eslint/config';
import scaffold from './.config/eslint.config.mjs';

export default defineConfig([
  { ignores: ['**/node_modules/', '.config/', '.build/', '.cache/', '.local/', 'dist/', 'tests/fixtures/'] },
  ...scaffold,
  {
    files: ['src/**/*.{ts,tsx}', 'demo/**/*.ts', 'workbench/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    // The core is pure: equal input gives equal output, in a browser, a worker and Node alike.
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'performance',
        'fetch',
        'setTimeout',
        'setInterval',
        'requestAnimationFrame',
        'crypto',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness is injected.' },
        { object: 'Date', property: 'now', message: 'Time is injected.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
]);
