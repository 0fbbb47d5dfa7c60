import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = join(root, 'reports');
const dist = join(root, '.cache', 'test-dist');

type Env = Readonly<Record<string, string | undefined>>;

/** One runner of `npm test`: the commands it consists of. A stage with a report counts the tests in it. */
interface Stage {
  readonly key: string;
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly env?: Env;
  readonly report?: string;
}

const bin = (name: string, file: string) => join(root, 'node_modules', name, file);
const astro = bin('astro', 'bin/astro.mjs');

function vitest(key: string, name: string): Stage {
  const report = join(reports, `${key}.json`);
  return {
    key,
    name,
    report,
    env: { SITE_DIST: dist },
    commands: [
      [
        bin('vitest', 'vitest.mjs'),
        'run',
        '--project',
        key,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
    ],
  };
}

const STAGES: readonly Stage[] = [
  {
    key: 'types',
    name: '类型',
    commands: [
      [astro, 'sync'],
      [astro, 'check'],
    ],
  },
  { key: 'lint', name: '代码规则', commands: [[bin('eslint', 'bin/eslint.js'), '.', '--max-warnings=0']] },
  {
    key: 'format',
    name: '格式',
    commands: [[bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  },
  vitest('unit', '单元测试'),
  { key: 'build', name: '建网站', env: { OUT_DIR: dist }, commands: [[join(root, 'src/cli/build.ts')]] },
  vitest('site', '网站测试'),
  vitest('browser', '浏览器测试'),
  { key: 'search', name: '查找的成绩', env: { SITE_DIST: dist }, commands: [[join(root, 'bench/search.ts')]] },
];

interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

function run(command: readonly string[], env: Env): Promise<Outcome> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', failed);
    child.once('close', (code) => done({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** What a runner wrote into its report; a stage that failed before any test could run counts as one failure. */
function countsOf(report: string | undefined, ok: boolean): Counts {
  const written =
    report !== undefined && existsSync(report)
      ? (JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>)
      : {};
  const failed = written['numFailedTests'] ?? 0;
  return { passed: written['numPassedTests'] ?? 0, failed: ok || failed > 0 ? failed : 1 };
}

async function runStage({ key, name, commands, env = {}, report }: Stage): Promise<Counts> {
  const began = performance.now();
  if (report !== undefined) rmSync(report, { force: true });
  let outcome: Outcome = { ok: true, output: '' };
  for (const command of commands) {
    const { ok, output } = await run(command, { ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env });
    outcome = { ok, output: outcome.output + output };
    if (!ok) break;
  }
  writeFileSync(join(reports, `${key}.log`), outcome.output);
  const counts = countsOf(report, outcome.ok);
  if (!outcome.ok) console.log(outcome.output);
  const result = [
    outcome.ok ? '通过' : '没有通过',
    ...(report === undefined ? [] : [`${counts.passed} 项对，${counts.failed} 项错`]),
  ];
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${name} · ${result.join('，')} · ${seconds} 秒`);
  return counts;
}

function chosen(keys: readonly string[]): readonly Stage[] {
  const unknown = keys.filter((key) => !STAGES.some((stage) => stage.key === key));
  if (unknown.length > 0) {
    console.error(`没有这一项：${unknown.join('、')}。可以写的是：${STAGES.map(({ key }) => key).join('、')}`);
    process.exit(2);
  }
  return keys.length === 0 ? STAGES : STAGES.filter(({ key }) => keys.includes(key));
}

mkdirSync(reports, { recursive: true });
let passed = 0;
let failed = 0;
for (const stage of chosen(process.argv.slice(2))) {
  const counts = await runStage(stage);
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) break;
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
