import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRegister, registerFiles, registerWords } from '../loading/register/makeRegister.ts';
import { PACKAGES } from '../loading/register/packages.ts';
import { readRows } from '../loading/register/tables.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { UsageError } from './options.ts';
import { Progress, withStages } from './progress.ts';
import { runCommand } from './runCommand.ts';

const USAGE = `用法：npm run register -- <区划代码>
  省、直辖市写 2 位（31 上海、43 湖南），地级市写 4 位（4401 广州）。
  --from <文件夹>  不联网，从已装好的 node_modules 读 ${PACKAGES.divisions.name} 和 ${PACKAGES.places.name}`;

function parse(args: string[]): { code: string; from: string | undefined } {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { from: { type: 'string' } } });
  const [code = ''] = positionals;
  if (positionals.length !== 1 || !/^\d{2}(?:\d{2})?$/u.test(code))
    throw new UsageError('区划代码写一个，是 2 位或 4 位数字。');
  return { code, from: values.from };
}

function main(args: string[]): void {
  const { code, from } = parse(args);
  const folder = resolve(process.env['DATA_DIR'] ?? 'data');
  const earlier = { districts: readRows(folder, 'districts'), towns: readRows(folder, 'towns') };
  const progress = new Progress();
  const { register } = withStages(progress, (stage) => makeRegister(code, from, earlier, stage));
  mkdirSync(folder, { recursive: true });
  writeTogether(folder, registerFiles(register));
  const codes = new Set(register.towns.map((town) => town.code));
  console.log(
    registerWords(
      register,
      earlier.towns.filter((town) => !codes.has(town.code)).map((town) => town.name),
    ),
  );
  console.log(`写在 ${folder}，用了 ${progress.took}。`);
}

await runCommand(main, USAGE);
