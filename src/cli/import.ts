import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { CRS, type Crs } from '../domain/place/coordinates.ts';
import { shanghaiNow } from '../domain/time/dates.ts';
import { gradedLine } from '../loading/faults/lines.ts';
import { fileFault, type Fault } from '../loading/faults/fault.ts';
import { foldersOf } from '../loading/folders.ts';
import { LIMITS, type InputFile } from '../loading/import/read/limits.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { faultOfSystem } from './failure.ts';
import type { ImportJob, ImportResult, ImportStage } from './importWorker.ts';
import { Progress } from './progress.ts';

const USAGE = `用法：npm run import -- 表格.xlsx [更多的表格] [选项]
  --district 310110   整份表是哪个区的（6 位代码）
  --sheet 名称        只读这张工作表
  --crs GCJ02         表里的坐标是哪种：${CRS.join('、')}
  --area 021          没有区号的电话补哪个区号；不写就用已有站点的
  --dry-run           只检查，不写入
  --retire            表里没有的站标为撤并
  --skip-faulty       留下有错的行，先导入别的
  --out 文件夹        检查结果放在哪里；不写就放在表格旁边
  --timeout 秒        最多算多久，默认 300`;

/** The most memory the worker may use, in MB; no real table needs more. */
const MEMORY_MB = 3000;

class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly faults: readonly Fault[];

  constructor(...faults: readonly Fault[]) {
    super(faults.map(gradedLine).join('\n'));
    this.faults = faults;
  }
}

interface Command {
  readonly paths: readonly string[];
  readonly job: Omit<ImportJob, 'files'>;
  readonly out: string | null;
  readonly seconds: number;
}

function refuse(what: string, message: string): never {
  throw new ImportRefused(fileFault(what, message, `看下面的用法\n${USAGE}\n`));
}

function parse(args: string[], data: string): Command {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        district: { type: 'string' },
        sheet: { type: 'string' },
        crs: { type: 'string' },
        area: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        retire: { type: 'boolean', default: false },
        'skip-faulty': { type: 'boolean', default: false },
        out: { type: 'string' },
        timeout: { type: 'string', default: '300' },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) refuse('npm run import', `看不懂写的选项（${error.message}）`);
    throw error;
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) refuse('npm run import', '没有写要导入哪个文件');
  const crs = CRS.find((name) => name === values.crs?.toUpperCase());
  if (values.crs !== undefined && crs === undefined) refuse('--crs', `没有叫 ${values.crs} 的坐标系`);
  if (values.area !== undefined && !/^0\d{2,3}$/u.test(values.area)) refuse('--area', `${values.area} 不是区号`);
  const seconds = Number(values.timeout);
  if (!(seconds > 0 && seconds <= 3600)) refuse('--timeout', `${values.timeout} 不是 1 到 3600 的秒数`);
  return {
    // npm runs scripts in the repository; a relative path is meant from the folder where the clerk typed it.
    paths: positionals.map((path) => resolve(process.env['INIT_CWD'] ?? '.', path)),
    job: {
      data,
      dryRun: values['dry-run'],
      options: {
        district: values.district ?? null,
        sheet: values.sheet ?? null,
        crs: (crs ?? null) as Crs | null,
        areaCode: values.area ?? null,
        retire: values.retire,
        skipFaulty: values['skip-faulty'],
        today: shanghaiNow(new Date()).date,
      },
    },
    out: values.out === undefined ? null : resolve(process.env['INIT_CWD'] ?? '.', values.out),
    seconds,
  };
}

function readFiles(paths: readonly string[]): InputFile[] {
  const faults: Fault[] = [];
  const files = paths.flatMap((path): InputFile[] => {
    const name = basename(path);
    if (!existsSync(path)) faults.push(fileFault(path, '文件不存在', '检查文件名和所在的文件夹，路径里有空格的加引号'));
    else if (!statSync(path).isFile()) faults.push(fileFault(path, '是文件夹', '写里面的表格文件'));
    // A file of this size is no list of stations and isn't even read.
    else if (statSync(path).size > LIMITS.bytes)
      faults.push(
        fileFault(
          path,
          `有 ${(statSync(path).size / 1e6).toFixed(1)} MB，超过 ${LIMITS.bytes / 1e6} MB`,
          '删掉图片和空白行，或分成几个文件',
        ),
      );
    else return [{ name, bytes: readFileSync(path) }];
    return [];
  });
  const names = files.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) faults.push(fileFault(twice, '写了两个同名的文件', '改一个文件名，或分两次导入'));
  if (faults.length > 0) throw new ImportRefused(...faults);
  return files;
}

/** Runs the import in a thread of its own, so that the command survives and explains when time or memory runs out. */
function inWorker(job: ImportJob, seconds: number, progress: Progress): Promise<ImportResult> {
  const names = job.files.map(({ name }) => name).join('、');
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('importWorker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const timer = setTimeout(() => {
      failed(
        new ImportRefused(
          fileFault(
            names,
            `${seconds} 秒还没有读完`,
            '删掉空白行和多余的工作表，或分成几个文件；确实很大，用 --timeout 加长',
          ),
        ),
      );
      void worker.terminate();
    }, seconds * 1000);
    worker.on('message', (message: ImportResult | ImportStage) => {
      if ('stage' in message) return progress.stage(message.stage);
      clearTimeout(timer);
      done(message);
      void worker.terminate();
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      failed(
        new ImportRefused(
          fileFault(
            names,
            memory ? '表太大，内存不够' : `程序没有处理好：${error.message}`,
            memory ? '删掉空白行和多余的工作表，或分成几个文件' : '把文件和这句话交给维护者',
          ),
        ),
      );
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      failed(new ImportRefused(fileFault(names, '程序中途停了', '再试一次；还不行，把文件交给维护者')));
    });
  });
}

async function main(args: string[]): Promise<void> {
  const { data } = foldersOf(process.env);
  const { paths, job, out, seconds } = parse(args, data);
  const files = readFiles(paths);
  const now = (name: string) => (existsSync(join(data, name)) ? readFileSync(join(data, name)) : null);
  const before = new Map(['stations.csv', 'places.csv'].map((name) => [name, now(name)]));
  const progress = new Progress();
  const result = await inWorker({ ...job, files }, seconds, progress).finally(() => progress.end());
  const { summary, faults, reports } = result;
  if (summary === '') throw new ImportRefused(...faults);
  const shown: string[] = [];
  for (const [of, own] of Map.groupBy(reports, (report) => report.of)) {
    const folder = out ?? dirname(paths[of] ?? '.');
    if (!existsSync(folder)) throw new ImportRefused(fileFault(folder, '文件夹不存在', '先建好，或去掉 --out'));
    writeTogether(folder, Object.fromEntries(own.map(({ name, content }) => [name, content])));
    shown.push(...own.map(({ name }) => `检查结果：${join(folder, name)}`));
  }
  if (!job.dryRun && Object.keys(result.tables).length > 0) {
    const changed = Object.keys(result.tables).find((name) => {
      const [then, today] = [before.get(name) ?? null, now(name)];
      return then === null || today === null ? then !== today : !then.equals(today);
    });
    if (changed !== undefined)
      throw new ImportRefused(fileFault(changed, '导入的时候被别人改了，没有写', '再导入一次'));
    writeTogether(data, result.tables);
  }
  // Printed only after everything was written: the summary tells what was done, not what was planned.
  console[result.ok ? 'log' : 'error']([summary, ...shown, `用了 ${progress.took}。`].join('\n'));
  if (!result.ok) process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(
    error instanceof ImportRefused
      ? error.message
      : `没有写任何数据：${faultOfSystem(error) ?? (error instanceof Error ? error.message : String(error))}`,
  );
  process.exitCode = 1;
}
