import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRegister, registerFiles, registerWords } from '../loading/register/makeRegister.ts';
import { PACKAGES, RegisterError } from '../loading/register/packages.ts';
import { readRows } from '../loading/register/tables.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { faultOfSystem } from './failure.ts';
import { Progress, withStages } from './progress.ts';

const USAGE = `用法：npm run register -- <区划代码>
  省、直辖市写 2 位（31 上海、43 湖南），地级市写 4 位（4401 广州）。
  --from <文件夹>  不联网，从已装好的 node_modules 读 ${PACKAGES.divisions.name} 和 ${PACKAGES.places.name}`;

function parse(args: string[]): { code: string; from: string | undefined } {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { from: { type: 'string' } } });
  const [code = ''] = positionals;
  if (positionals.length !== 1 || !/^\d{2}(?:\d{2})?$/u.test(code)) throw new RegisterError(USAGE);
  return { code, from: values.from };
}

function main(args: string[], folder: string, log: (line: string) => void): void {
  const { code, from } = parse(args);
  const earlier = { districts: readRows(folder, 'districts'), towns: readRows(folder, 'towns') };
  const progress = new Progress();
  const { register } = withStages(progress, (stage) => makeRegister(code, from, earlier, stage));
  mkdirSync(folder, { recursive: true });
  writeTogether(folder, registerFiles(register));
  const codes = new Set(register.towns.map((town) => town.code));
  log(
    registerWords(
      register,
      earlier.towns.filter((town) => !codes.has(town.code)).map((town) => town.name),
    ),
  );
  log(`写在 ${folder}，用了 ${progress.took}。`);
}

try {
  main(process.argv.slice(2), resolve(process.env['DATA_DIR'] ?? 'data'), console.log);
} catch (error) {
  console.error(
    error instanceof RegisterError
      ? error.message
      : `没有写任何文件：${faultOfSystem(error) ?? `${String(error)}\n${USAGE}`}`,
  );
  process.exitCode = 1;
}
