import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listFiles } from '../src/built/listFiles.ts';
import { Progress } from '../src/cli/progress.ts';
import { writeCity } from '../src/loading/city/newCity.ts';

/**
 * `npm run bench:build [-- --sizes 1k,10k --from node_modules]`: builds the sample (1k) and that of a province (10k), cold,
 * cold with KEEP_PAGES=1, and so again with one row in a hundred changed. Prints processor, wall, peak memory, pages and bytes beside those of the last
 * time, and keeps them in bench/results/.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = join(ROOT, 'bench', 'results');
const TODAY = '2026-11-23';
/** Hunan: nine thousand stations. */
const PROVINCE = '43';

interface Measured {
  readonly wall: number;
  /** Seconds of processor of all its processes, in user and in system mode. */
  readonly processor: number;
  /** The most memory that the largest of its processes had, in MB. */
  readonly memory: number;
  readonly pages: number;
  readonly megabytes: number;
  /** What the build said of its stages. */
  readonly stages: readonly string[];
}

type Results = Readonly<Record<string, Measured>>;

/** Builds once in a process of its own, under GNU time, which counts the processes of that process too. */
function build(env: Readonly<Record<string, string>>, out: string): Promise<Measured> {
  return new Promise((done, failed) => {
    const child = spawn(
      '/usr/bin/time',
      ['-f', 'measured %U %S %e %M', process.execPath, join(ROOT, 'src/cli/build.ts')],
      {
        cwd: ROOT,
        env: { ...process.env, SITE_TODAY: TODAY, ...env, OUT_DIR: out },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) => {
      const [, user, system, wall, memory] = /measured (\S+) (\S+) (\S+) (\S+)/u.exec(said) ?? [];
      if (code !== 0 || memory === undefined) return failed(new Error(said));
      const files = listFiles(out);
      done({
        wall: Number(wall),
        processor: Number(user) + Number(system),
        memory: Math.round(Number(memory) / 1024),
        pages: files.filter(({ path }) => path.endsWith('.html')).length,
        megabytes: Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
        stages: said.split('\n').filter((line) => / · [\d.分 ]+秒$/u.test(line)),
      });
    });
  });
}

/** Changes the address of about one station in a hundred, always the same ones. */
function changeRows(data: string): void {
  const file = join(data, 'stations.csv');
  const lines = readFileSync(file, 'utf8').split('\n');
  const changed = lines.map((line, at) => (at % 100 === 50 ? line.replace(/号(?=[,，])/u, '号甲') : line));
  writeFileSync(file, changed.join('\n'));
}

const CHANGED = '改了百分之一再建';
/** Every page is made in the first; the second keeps them for the third. */
const RUNS = [
  { kind: '从头建', keep: '' },
  { kind: '从头建，留下做好的页', keep: '1' },
  { kind: CHANGED, keep: '1' },
] as const;

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1k' }, from: { type: 'string' } },
});
const progress = new Progress();
const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
const results: Record<string, Measured> = {};
try {
  for (const size of values.sizes.split(',')) {
    const [data, content] = [join(folder, size, 'data'), join(folder, size, 'content')];
    const template = { data: join(ROOT, 'data'), content: join(ROOT, 'content') };
    if (size === '1k') {
      cpSync(template.data, data, { recursive: true });
      cpSync(template.content, content, { recursive: true });
      rmSync(join(data, 'urls.txt'), { force: true });
    } else if (size === '10k')
      writeCity(
        template,
        { data, content },
        {
          code: PROVINCE,
          name: '',
          sample: true,
          waters: false,
          box: null,
          from: values.from,
          today: TODAY,
          stage: (name) => progress.stage(name),
        },
      );
    else throw new Error(`没有 ${size} 这一种：写 1k 或 10k`);
    const env = { DATA_DIR: data, CONTENT_DIR: content };
    for (const { kind, keep } of RUNS) {
      if (kind === CHANGED) changeRows(data);
      progress.stage(`${size} ${kind}`);
      results[`${size} ${kind}`] = await build({ ...env, KEEP_PAGES: keep }, join(folder, size, 'dist'));
    }
  }
} finally {
  progress.end();
  rmSync(folder, { recursive: true, force: true });
}

mkdirSync(RESULTS, { recursive: true });
const last = readdirSync(RESULTS)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .at(-1);
const before = last === undefined ? {} : (JSON.parse(readFileSync(join(RESULTS, last), 'utf8')) as Results);
/** A number beside how many times that of the last bench it is. */
const beside = (now: number, then: number | undefined, digits = 0) =>
  `${now.toFixed(digits)}${then === undefined ? '' : ` (×${(now / then).toFixed(2)})`}`;
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
        },
      ];
    }),
  ),
);
for (const [name, { stages }] of Object.entries(results)) console.log(`${name}：${stages.join('，')}`);
const file = join(RESULTS, `${new Date().toISOString().slice(0, 10)}.json`);
writeFileSync(file, `${JSON.stringify({ ...before, ...results }, null, 2)}\n`);
console.log(`记在 ${file}，一共用了 ${progress.took}。`);
