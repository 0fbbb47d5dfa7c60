import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { faultLine } from '../loading/faults/lines.ts';
import { fileFault } from '../loading/faults/fault.ts';
import { foldersOf } from '../loading/folders.ts';
import { load } from '../loading/input.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { worklist } from '../loading/handouts/callList.ts';
import { dayOf, UsageError } from './options.ts';
import { runCommand } from './runCommand.ts';

const USAGE = `用法：npm run worklist -- [选项]
  --district 310104   哪个区（6 位代码）；不写就是全市
  --out 文件.xlsx     写到哪里；不写就在当前文件夹
  --today 2026-11-23  按哪一天算；不写就是今天`;

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { district: { type: 'string' }, out: { type: 'string' }, today: { type: 'string' } },
  });
  const today = dayOf(values.today, process.env);
  const { dataset } = load(foldersOf(process.env));
  const district = dataset.districts.find(({ code }) => code === values.district);
  if (values.district !== undefined && district === undefined) {
    const known = dataset.districts.map(({ code, name }) => `${code} ${name}`).join('、');
    throw new UsageError(faultLine(fileFault('--district', `没有代码是 ${values.district} 的区`, `可以写：${known}`)));
  }
  const where = district?.name ?? '全市';
  const file = resolve(process.env['INIT_CWD'] ?? '.', values.out ?? `回访名单-${where}-${today}.xlsx`);
  if (!file.endsWith('.xlsx'))
    throw new UsageError(faultLine(fileFault('--out', '不是 .xlsx 文件', '文件名以 .xlsx 结尾')));
  // An existing list may have been filled in already and must not be overwritten.
  if (existsSync(file))
    throw new UsageError(faultLine(fileFault(file, '已经有了，没有覆盖', '换一个名字，或先移走原来的')));
  if (!existsSync(dirname(file)))
    throw new UsageError(faultLine(fileFault(dirname(file), '文件夹不存在', '先建好，或换一个地方')));
  const { count, workbook } = await worklist(dataset, district?.code ?? null, today);
  if (count === 0) {
    console.log(`${where}没有要回访的站：半年内都核实过。没有写文件。`);
    return;
  }
  writeTogether(dirname(file), { [basename(file)]: workbook });
  console.log(`${where}有 ${count} 个站要回访，最早的排在前面：${join(dirname(file), basename(file))}`);
}

await runCommand(main, USAGE);
