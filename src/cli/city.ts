import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { literally } from '../domain/language/pattern.ts';
import { cityTasks, taskLines } from '../loading/city/tasks.ts';
import { writeCity } from '../loading/city/newCity.ts';
import type { Folders } from '../loading/folders.ts';
import { leftBehind } from '../loading/formats/processes.ts';
import { remove } from '../loading/formats/replaceTogether.ts';
import { registerWords } from '../loading/register/makeRegister.ts';
import { PACKAGES, RegisterError } from '../loading/register/packages.ts';
import { isOfTheDisk } from './building/outputFolder.ts';
import { boxOf, dayOf, UsageError } from './options.ts';
import { Progress, withStages } from './progress.ts';
import { runCommand } from './runCommand.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');
const TEMPLATE: Folders = { data: join(root, 'data'), content: join(root, 'content') };

const USAGE = `用法：npm run city -- <区划代码> <文件夹> [选项]
  省、直辖市写 2 位（31 上海、43 湖南），地级市写 4 位（4401 广州）；文件夹要还没有，或是空的
  --sample           造一份示例站点，马上能看样子
  --name 名字        城市叫什么；不写就照名录
  --no-waters        不取河流和湖泊；要取，先装好 gmt 和 gmt-gshhg-full
  --box 西,南,东,北  地图画到哪里；不写就看街镇的代表点
  --from <文件夹>    不联网，从已装好的 node_modules 读 ${Object.values(PACKAGES)
    .map(({ name }) => name)
    .join('、')}
  --today 2026-11-23 数据算在哪一天；不写就是今天
   npm run city -- --check <文件夹>   说还差什么，按做的先后`;

function parse(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
      name: { type: 'string', default: '' },
      'no-waters': { type: 'boolean', default: false },
      box: { type: 'string' },
      from: { type: 'string' },
      today: { type: 'string' },
    },
  });
  const [folder, code = '', ...rest] = positionals.toReversed();
  const isCode = values.check ? code === '' : /^\d{2}(?:\d{2})?$/u.test(code);
  if (folder === undefined || rest.length > 0 || !isCode)
    throw new UsageError('要写一个区划代码和一个文件夹；查还差什么的，只写文件夹。');
  const box = values.box === undefined ? null : boxOf(values.box);
  return { ...values, code, folder: resolve(folder), box, today: dayOf(values.today, process.env) };
}

const within = (folder: string): Folders => ({ data: join(folder, 'data'), content: join(folder, 'content') });

function assertFree(folder: string): void {
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => !isOfTheDisk(name)) : [];
  if (others.length > 0)
    throw new RegisterError(
      `${folder} 里已经有东西（${others.slice(0, 3).join('、')}），没有动它。怎么改：换一个空的或还没有的文件夹；要看还差什么，用 --check。`,
    );
}

/** Writes a city beside its folder and puts it there in one step, or not at all. */
function make(options: ReturnType<typeof parse>, log: (line: string) => void): void {
  const { folder, sample, code, name, from, today, box } = options;
  assertFree(folder);
  mkdirSync(dirname(folder), { recursive: true });
  leftBehind(dirname(folder), new RegExp(`^\\.${literally(basename(folder))}\\.part-(\\d+)$`, 'u')).forEach(remove);
  const part = join(dirname(folder), `.${basename(folder)}.part-${process.pid}`);
  try {
    const waters = !options['no-waters'];
    const progress = new Progress();
    const made = withStages(progress, (stage) =>
      writeCity(TEMPLATE, within(part), { code, name, sample, waters, box, from, today, stage }),
    );
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(part, folder);
    log(`${made.city}写好了，在 ${folder}，用了 ${progress.took}。${registerWords(made.register, [])}`);
    log(sample ? `站点是示例，${made.stations} 个，都不是真的。` : '站点还是空的。');
  } catch (error) {
    remove(part);
    throw error;
  }
}

function main(args: string[]): void {
  const options = parse(args);
  const { data, content } = within(options.folder);
  if (!options.check) make(options, console.log);
  else if (!existsSync(data)) throw new UsageError(`${options.folder} 里没有 data 文件夹。`);
  const tasks = cityTasks(TEMPLATE, { data, content }, options.today);
  const left = tasks.filter(({ missing }) => missing !== null).length;
  console.log([left === 0 ? '都好了：' : `还差 ${left} 样，按先后：`, ...taskLines(tasks)].join('\n'));
  if (!options.check)
    console.log(
      `看样子：DATA_DIR=${data} CONTENT_DIR=${content} npm start\n再看还差什么：npm run city -- --check ${options.folder}`,
    );
}

await runCommand(main, USAGE);
