import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default defineConfig([
  globalIgnores(['dist/', 'dist.*/', '.cache/', '.astro/', 'reports/', 'node_modules/', 'public/']),
  tseslint.configs.strict,
  astro.configs['flat/recommended'],
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-implicit-coercion': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'prefer-const': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: '用 textContent 或 <template>。' },
        { property: 'outerHTML', message: '用 textContent 或 <template>。' },
        { property: 'insertAdjacentHTML', message: '用 textContent 或 <template>。' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/cli/**', 'src/integrations/**', 'test/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    // Runs in the browser before anything else and is kept by hash: as short as can be.
    files: ['src/client/boot.js'],
    rules: {
      'no-var': 'off',
      'no-empty': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
]);
