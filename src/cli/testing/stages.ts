import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.ts';

/** The path of the repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The folder that stages write their output and counts into. */
export const REPORTS = join(ROOT, 'reports');

const dist = join(ROOT, '.cache', 'test-dist');
const bin = (name: string, file: string) => join(ROOT, 'node_modules', name, file);
const astro = bin('astro', 'bin/astro.mjs');

function vitest(key: string, name: string, rest: Partial<Stage> = {}): Stage {
  const report = join(REPORTS, `${key}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    key,
    name,
    report,
    env: { SITE_DIST: dist },
    commands: [[bin('vitest', 'vitest.mjs'), 'run', '--project', key, ...reporters]],
    ...rest,
  };
}

/** All stages of `npm test` and `npm run test:deep` in the order in which they start: first quick ones and those that others wait for. */
export const STAGES: readonly Stage[] = [
  {
    key: 'types',
    name: '类型',
    usesAstro: true,
    commands: [[astro, 'check']],
  },
  { key: 'lint', name: '代码规则', commands: [[bin('eslint', 'bin/eslint.js'), '.', '--max-warnings=0']] },
  {
    key: 'format',
    name: '格式',
    commands: [[bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  },
  {
    key: 'build',
    name: '建网站',
    usesAstro: true,
    env: { OUT_DIR: dist },
    commands: [[join(ROOT, 'src/cli/build.ts')], [join(ROOT, 'test/site/buildShared.ts')]],
  },
  vitest('unit', '单元测试'),
  vitest('browser', '浏览器测试', { after: ['build'] }),
  vitest('builds', '建网站的测试', { after: ['build'], usesAstro: true }),
  vitest('site', '网站测试', { after: ['build'] }),
  {
    key: 'search',
    name: '查找的成绩',
    after: ['build'],
    env: { SITE_DIST: dist },
    commands: [[join(ROOT, 'bench/search.ts'), '--judged']],
  },
  vitest('deep', '长的检查', { after: ['build'], onlyWhenNamed: true }),
];
