import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('importRun.ts', import.meta.url));
const SIZES = [1000, 10_000, 100_000] as const;

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
  /** Peak of resident memory in MB, before and after. */
  readonly peak: number;
  readonly before: number;
}

/** Each in a process of its own: peak memory never comes down again. */
const measure = (form: string, rows: number): Measured =>
  JSON.parse(
    execFileSync(process.execPath, ['--max-old-space-size=3000', script, form, String(rows)], { encoding: 'utf8' }),
  ) as Measured;

for (const form of ['csv', 'xlsx']) {
  let base: Measured | null = null;
  for (const rows of SIZES) {
    const measured = measure(form, rows);
    base ??= measured;
    const seconds = (measured.milliseconds / 1000).toFixed(2);
    const ratio = (measured.milliseconds / base.milliseconds).toFixed(1);
    console.log(
      `导入 ${rows} 行 ${form}（${measured.megabytes.toFixed(1)} MB）：${seconds} 秒，${ratio} 倍（行数 ${rows / SIZES[0]} 倍）；内存峰值 ${Math.round(measured.peak)} MB，开始前 ${Math.round(measured.before)} MB`,
    );
  }
}
