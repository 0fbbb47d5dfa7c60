import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { boxAround, makeBackdrop } from '../loading/register/makeBackdrop.ts';
import type { Names } from '../loading/register/waters.ts';
import { readCoastline } from '../loading/tables/settings.ts';
import { faultLine } from '../loading/faults/lines.ts';
import { PACKAGES, RegisterError } from '../loading/register/packages.ts';
import { readRows } from '../loading/register/tables.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { boxOf, UsageError } from './options.ts';
import { Progress, withStages } from './progress.ts';
import { runCommand } from './runCommand.ts';

const USAGE = `用法：npm run coastline -- [西经度,南纬度,东经度,北纬度]
  不写范围，就取 towns.csv 里全部代表点的范围，四边各放宽约 15 公里。
  --from <文件夹>  不联网，从已装好的 node_modules 读 ${PACKAGES.coastlines.name}
  --no-waters      不取河流和湖泊；要取，先装好 gmt 和 gmt-gshhg-full
  河、湖、海的名字写在 coastline.json 的 waters.names 里，一行是 ["黄浦江",121.46,31.1]：名字和水上的一点。再运行一次就用上。`;

/** The names of waters in the file that is there; none where there is no file. Refuses one that it can't read. */
function namesIn(folder: string): Names {
  if (!existsSync(join(folder, 'coastline.json'))) return [];
  const { value, faults } = readCoastline((file) => readFileSync(join(folder, file)));
  if (value === null) throw new RegisterError(`没有写任何文件。\n${faults.map(faultLine).join('\n')}`);
  return value.waters.names;
}

function main(args: string[]): void {
  const folder = resolve(process.env['DATA_DIR'] ?? 'data');
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { from: { type: 'string' }, 'no-waters': { type: 'boolean', default: false } },
  });
  const [text, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError('范围只写一个。');
  const box = text === undefined ? boxAround(readRows(folder, 'towns')) : boxOf(text);
  if (box === null) throw new RegisterError(`${folder} 里没有带代表点的 towns.csv，请写出范围。\n${USAGE}`);
  const names = namesIn(folder);
  const waters = !values['no-waters'];
  const progress = new Progress();
  const { json, unknown } = withStages(progress, (stage) =>
    makeBackdrop(box, waters ? names : null, values.from, stage),
  );
  mkdirSync(folder, { recursive: true });
  writeTogether(folder, { 'coastline.json': json });
  console.log(
    `海岸线${waters ? '和河湖' : ''}写好：范围 ${box.join(',')}，${Buffer.byteLength(json)} 字节，用了 ${progress.took}。`,
  );
  for (const name of unknown)
    console.log(`“${name}”没有用上：它的点旁边 5 公里内没有河湖。怎么改：把 waters.names 里的点移到水上，再运行一次。`);
}

await runCommand(main, USAGE);
