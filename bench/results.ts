import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Taken } from './measure.ts';
import { ROOT, SIZES } from './sizes.ts';

/** One measured build of a site. */
export interface Built extends Omit<Taken, 'beside'> {
  readonly pages: number;
  readonly megabytes: number;
  /** What the build said of its stages, `写页面和文件 · 5096 个 · 6.9 秒`. */
  readonly stages: readonly string[];
  /** Seconds of processor of everything else meanwhile; older results don't tell. */
  readonly beside?: number;
}

export type Results = Readonly<Record<string, Built>>;

const FOLDER = join(ROOT, 'bench', 'results');

/** The results of the last day that has some. */
function lastResults(): Results {
  const last = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1);
  return last === undefined ? {} : (JSON.parse(readFileSync(join(FOLDER, last), 'utf8')) as Results);
}

/** The lines of a build that tell of a stage and how long it took. */
export const stagesIn = (said: string): string[] => said.split('\n').filter((line) => / · [\d.分 ]+秒$/u.test(line));

/** The name and the seconds of a stage, as its line tells. */
function stageOf(line: string): readonly [name: string, seconds: number] {
  const [, minutes = '0', seconds = '0'] = /(?:(\d+) 分 )?([\d.]+) 秒$/u.exec(line) ?? [];
  return [line.replace(/ · .*$/u, ''), Number(minutes) * 60 + Number(seconds)];
}

/** A number beside how many times that of the last bench it is. */
const beside = (now: number, then: number | undefined, digits = 0) =>
  `${now.toFixed(digits)}${then === undefined ? '' : ` (×${(now / then).toFixed(2)})`}`;

/** The share of each stage in a build; short ones, which leave no line, are 其余 together. */
function shares({ stages, wall }: Built): Readonly<Record<string, string>> {
  const told = stages.map(stageOf);
  const rest = wall - told.reduce((sum, [, seconds]) => sum + seconds, 0);
  return Object.fromEntries(
    [...told, ['其余', rest] as const].map(([name, seconds]) => [
      name,
      `${seconds.toFixed(1)} 秒 ${Math.round((seconds / wall) * 100)}%`,
    ]),
  );
}

/** Prints results beside those of the last bench, then how the time of each goes to its stages. */
function printResults(results: Results, before: Results): void {
  console.table(
    Object.fromEntries(
      Object.entries(results).map(([name, now]) => {
        const then = before[name];
        return [
          name,
          {
            处理器秒: beside(now.processor, then?.processor, 1),
            内存MB: beside(now.memory, then?.memory),
            秒: beside(now.wall, then?.wall, 1),
            页: beside(now.pages, then?.pages),
            MB: beside(now.megabytes, then?.megabytes),
            每页毫秒: beside((now.processor / now.pages) * 1000, then && (then.processor / then.pages) * 1000, 2),
            每秒页: Math.round(now.pages / now.wall),
            每秒MB: (now.megabytes / now.wall).toFixed(1),
            旁边的处理器秒: now.beside ?? '',
          },
        ];
      }),
    ),
  );
  const staged = Object.entries(results).filter(([, { stages }]) => stages.length > 0);
  if (staged.length > 0) console.table(Object.fromEntries(staged.map(([name, built]) => [name, shares(built)])));
}

/** Prints how much processor each further page takes from one size to the next, and how that grows. */
function printMargins(results: Results): void {
  const kinds = new Set(Object.keys(results).map((name) => name.replace(/^\S+ /u, '')));
  const rows = [...kinds].flatMap((kind) => {
    const found = SIZES.flatMap((size) => {
      const built = results[`${size} ${kind}`];
      return built === undefined ? [] : [{ size, built }];
    });
    const steps = found.slice(1).map(({ size, built }, at) => {
      const { size: from, built: less } = found[at] ?? { size, built };
      const each = ((built.processor - less.processor) / (built.pages - less.pages)) * 1000;
      return { name: `${from}→${size}`, each };
    });
    if (steps.length === 0) return [];
    const growth = steps.slice(1).map(({ each }, at) => (each / (steps[at]?.each ?? each)).toFixed(2));
    const told = steps.map(({ name, each }) => [name, each.toFixed(2)] as const);
    return [[kind, { ...Object.fromEntries(told), 长了几倍: growth.join(' ') }] as const];
  });
  if (rows.length === 0) return;
  console.log('每多一页的处理器毫秒：');
  console.table(Object.fromEntries(rows));
}

/** Prints results and keeps them in the file of today; what else was measured before stays. Gives its path. */
export function keepResults(results: Results): string {
  mkdirSync(FOLDER, { recursive: true });
  const before = lastResults();
  printResults(results, before);
  const all = { ...before, ...results };
  printMargins(all);
  const file = join(FOLDER, `${new Date().toISOString().slice(0, 10)}.json`);
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  return file;
}
