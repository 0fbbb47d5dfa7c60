import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import compat from 'eslint-plugin-compat';
import esx from 'eslint-plugin-es-x';
import tseslint from 'typescript-eslint';

/** The years whose new syntax and methods the oldest browsers lack; what they know of them is let through one by one. */
const YEARS = [2022, 2023, 2024, 2025];

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
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'srcdoc'].map(
          (property) => ({ property, message: '用 textContent 或 <template>。' }),
        ),
        ...['write', 'writeln'].map((property) => ({ object: 'document', property, message: '用 append。' })),
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/cli/**', 'src/integrations/**', 'test/**', 'bench/**'], rules: { 'no-console': 'off' } },
  // Tests write what must be refused, and run what was built.
  { files: ['test/**'], rules: { 'no-script-url': 'off', 'no-new-func': 'off' } },
  {
    // What readers' browsers run: nothing that Chrome 86, Safari 14 and Firefox 91 lack (`browserslist` in package.json).
    // The studio is a tool for offices with newer browsers; words are broken and names written in English by the build.
    files: [
      'src/client/**/*.ts',
      'src/search/*.ts',
      'src/search/{types,text,files,match,fullText,answers,places}/**/*.ts',
      'src/domain/{time,language,place,service,map}/**/*.ts',
      'src/domain/site/{paths,routes}.ts',
      'src/domain/station/{station,phone,naming,freshness,openState,operation,responsibility,tile}.ts',
      'src/domain/station/hours/{code,format,week}.ts',
    ],
    ignores: ['src/client/studio/**', 'src/domain/language/{wordBreaks,englishNames}.ts'],
    extends: [compat.configs['flat/recommended'], ...YEARS.map((year) => esx.configs[`flat/no-new-in-es${year}`])],
    rules: {
      // Written short here, and lowered by the build.
      'es-x/no-class-instance-fields': 'off',
      'es-x/no-class-private-fields': 'off',
      'es-x/no-class-private-methods': 'off',
      'es-x/no-regexp-lookbehind-assertions': 'error',
    },
  },
  {
    // Pictures and the clipboard of the case desk need newer ones than the pages that readers open.
    files: ['src/client/caseDesk/**/*.ts'],
    rules: { 'compat/compat': 'off' },
  },
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
