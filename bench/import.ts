import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('importRun.ts', import.meta.url));
const SIZES = [1000, 10_000, 100_000] as const;

interface Measured {
  readonly milliseconds: number;
  /** Milliseconds of processor time: what a busy machine doesn't stretch. */
  readonly cpu: number;
  readonly megabytes: number;
  /** Peak of resident memory in MB, before and after. */
  readonly peak: number;
  readonly before: number;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
const run = (...args: string[]) =>
  execFileSync(process.execPath, ['--max-old-space-size=3000', script, ...args], { encoding: 'utf8' });

/** Each in a process of its own: peak memory never comes down again. */
function measure(form: string, rows: number): Measured {
  const file = join(folder, `${rows}.${form}`);
  run('make', file, String(rows));
  return JSON.parse(run('read', file)) as Measured;
}

for (const form of ['csv', 'xlsx']) {
  let base: Measured | null = null;
  for (const rows of SIZES) {
    const measured = measure(form, rows);
    base ??= measured;
    const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
    const ratio = (measured.cpu / base.cpu).toFixed(1);
    console.log(
      `导入 ${rows} 行 ${form}（${measured.megabytes.toFixed(1)} MB）：${seconds(measured.milliseconds)} 秒，处理器 ${seconds(measured.cpu)} 秒，${ratio} 倍（行数 ${rows / SIZES[0]} 倍）；内存峰值 ${Math.round(measured.peak)} MB，开始前 ${Math.round(measured.before)} MB`,
    );
  }
}
rmSync(folder, { recursive: true });
