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
    // What readers' browsers run: Chrome 86, Safari 14 and Firefox 91 have none of these.
    files: [
      'src/client/**/*.ts',
      'src/search/*.ts',
      'src/search/{types,text,files,match,fullText,answers}/**/*.ts',
      'src/domain/{time,language,place,service,map}/**/*.ts',
      'src/domain/site/{paths,routes}.ts',
      'src/domain/station/{station,phone,naming,freshness,openState,operation,responsibility,tile}.ts',
      'src/domain/station/hours/{code,format,week}.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(toSorted|toReversed|toSpliced|findLast|findLastIndex|throwIfAborted|groupBy|hasOwn|withResolvers)$/]',
          message: '老浏览器没有这个方法：用 [...x].sort()、[...x].reverse().find() 之类。',
        },
        {
          selector: "CallExpression[callee.property.name='at'][arguments.0.type='UnaryExpression']",
          message: '老浏览器没有 at(-1)：用 x[x.length - 1]。',
        },
        { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: '老浏览器读不懂向后看的正则，整个文件都不能用。' },
      ],
    },
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
