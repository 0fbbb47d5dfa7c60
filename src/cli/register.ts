import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PACKAGES, RegisterError, usingPackages } from '../loading/register/packages.ts';
import { placesOf, withPoints } from '../loading/register/points.ts';
import { readRows, toCsv, withKept } from '../loading/register/tables.ts';
import { rowsUnder, shapeRegister, type Register } from '../loading/register/divisions.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { faultOfSystem } from './failure.ts';

const USAGE = `用法：npm run register -- <区划代码>
  省、直辖市写 2 位（31 上海、43 湖南），地级市写 4 位（4401 广州）。
  --from <文件夹>  不联网，从已装好的 node_modules 读 ${PACKAGES.divisions.name} 和 ${PACKAGES.places.name}`;

function parse(args: string[]): { code: string; from: string | undefined } {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { from: { type: 'string' } } });
  const [code = ''] = positionals;
  if (positionals.length !== 1 || !/^\d{2}(?:\d{2})?$/u.test(code)) throw new RegisterError(USAGE);
  return { code, from: values.from };
}

function build(code: string, from: string | undefined, earlier: Pick<Register, 'districts' | 'towns'>): Register {
  const { divisions, places } = PACKAGES;
  return usingPackages([divisions, places], from, (read) => {
    const rows = (file: string) => rowsUnder(code, read(divisions, `dist/${file}.csv`));
    const shaped = shapeRegister({ areas: rows('areas'), streets: rows('streets'), villages: rows('villages') });
    if (shaped.towns.length === 0) throw new RegisterError(`名录里没有以 ${code} 开头的街镇。\n${USAGE}`);
    return withPoints(withKept(shaped, earlier), placesOf(code.slice(0, 2), read(places, 'dist/cities500.txt')));
  });
}

function report({ districts, towns, committees }: Register, gone: readonly string[]): string {
  const kinds = ['街道', '镇', '乡', '其他'].map(
    (kind) => `${kind} ${towns.filter((town) => town.kind === kind).length}`,
  );
  const without = towns.filter((town) => town.lon === '').length;
  const lines = [
    `区县 ${districts.length}，街镇一级 ${towns.length}（${kinds.join('，')}），居村委 ${committees.length}。`,
    ...(without > 0
      ? [`${without} 个街镇没有代表点：请在 towns.csv 里填 lon、lat（WGS84），point_source 写 约略。`]
      : []),
    ...(gone.length > 0 ? [`原表里有、现在没有的 ${gone.length} 个：${gone.slice(0, 20).join('、')}`] : []),
  ];
  return lines.join('\n');
}

function main(args: string[], folder: string, log: (line: string) => void): void {
  const { code, from } = parse(args);
  const earlier = { districts: readRows(folder, 'districts'), towns: readRows(folder, 'towns') };
  const register = build(code, from, earlier);
  mkdirSync(folder, { recursive: true });
  writeTogether(folder, {
    'districts.csv': toCsv('districts', register.districts),
    'towns.csv': toCsv('towns', register.towns),
    'committees.csv': toCsv('committees', register.committees),
  });
  const codes = new Set(register.towns.map((town) => town.code));
  log(
    report(
      register,
      earlier.towns.filter((town) => !codes.has(town.code)).map((town) => town.name),
    ),
  );
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
