import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Progress } from './progress.ts';
import { runStages } from './testing/schedule.ts';
import { sharesTable } from './testing/shares.ts';
import type { Env, Outcome, Ran, Stage } from './testing/stage.ts';
import { REPORTS, ROOT, STAGES } from './testing/stages.ts';

/** What every command gets. Many tests start programs of ours: what Node has compiled once, it keeps for the next one. */
const FOR_ALL: Env = {
  ASTRO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
  NODE_COMPILE_CACHE: join(ROOT, '.cache', 'test-compiled'),
};

/** Runs one command to its end; gives whether it succeeded and everything that it printed. */
function run(command: readonly string[], env: Env): Promise<{ readonly ok: boolean; readonly output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
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

/** The counts in the report of a test runner. A stage that failed without any counts as one failure. */
function countsOf(report: string | undefined, ok: boolean): { readonly passed: number; readonly failed: number } {
  const written =
    report !== undefined && existsSync(report)
      ? (JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>)
      : {};
  const failed = written['numFailedTests'] ?? 0;
  return { passed: written['numPassedTests'] ?? 0, failed: ok || failed > 0 ? failed : 1 };
}

async function runStage({ key, commands, env = {}, report }: Stage): Promise<Outcome> {
  if (report !== undefined) rmSync(report, { force: true });
  let ok = true;
  let output = '';
  for (const command of commands) {
    const ended = await run(command, { ...FOR_ALL, ...env });
    output += ended.output;
    ok = ended.ok;
    if (!ok) break;
  }
  writeFileSync(join(REPORTS, `${key}.log`), output);
  return { ok, output, ...countsOf(report, ok) };
}

const progress = new Progress();
const running = new Set<string>();

/** Shows on a terminal which stages run; each leaves a line of its own when it has ended, so these leave none. */
function show(): void {
  if (process.stderr.isTTY !== true) return;
  if (running.size > 0) progress.stage([...running].join('，'), false);
  else progress.end();
}

function tell({ stage: { name, report }, outcome: { ok, output, passed, failed }, from, to }: Ran): void {
  progress.end();
  if (!ok) console.log(output);
  const result = [
    ok ? '通过' : '没有通过',
    ...(report === undefined ? [] : [`${passed} 项对，${failed} 项错`]),
    `${Math.round(to - from)} 秒`,
  ];
  console.log(`${name} · ${result.join(' · ')}`);
  show();
}

function chosen(keys: readonly string[]): readonly Stage[] {
  const unknown = keys.filter((key) => !STAGES.some((stage) => stage.key === key));
  if (unknown.length > 0) {
    console.error(`没有这一项：${unknown.join('、')}。可以写的是：${STAGES.map(({ key }) => key).join('、')}`);
    process.exit(2);
  }
  return keys.length === 0
    ? STAGES.filter(({ onlyWhenNamed }) => onlyWhenNamed !== true)
    : STAGES.filter(({ key }) => keys.includes(key));
}

const began = performance.now();
const stages = chosen(process.argv.slice(2));
mkdirSync(REPORTS, { recursive: true });
const ran = await runStages(stages, {
  lanes: Math.min(2, availableParallelism()),
  run: async (stage) => {
    running.add(stage.name);
    show();
    return runStage(stage).finally(() => running.delete(stage.name));
  },
  clock: () => (performance.now() - began) / 1000,
  tell,
});
progress.end();
const left = stages.filter((stage) => !ran.some((one) => one.stage === stage));
if (left.length > 0) console.log(`没有再跑：${left.map(({ name }) => name).join('、')}`);
sharesTable(ran).forEach((line) => console.log(line));
const sum = (count: 'passed' | 'failed') => ran.reduce((total, { outcome }) => total + outcome[count], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
if (sum('failed') > 0) process.exitCode = 1;
