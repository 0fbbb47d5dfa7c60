import { join, resolve } from 'node:path';
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readTable } from '../loading/tables/readTable.ts';
import { faultLine } from '../loading/faults/lines.ts';
import { fileFault } from '../loading/faults/fault.ts';
import { fileReader, foldersOf } from '../loading/folders.ts';
import { tellFailure } from './failure.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { stationTemplate } from '../loading/handouts/template.ts';

const NAME = '社工站填报模板.xlsx';

async function main(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const folder = resolve(process.env['INIT_CWD'] ?? '.', positionals[0] ?? '.');
  const bytes = fileReader(foldersOf(process.env).data)('fields.csv');
  const { rows, faults } =
    bytes === null
      ? { rows: [], faults: [fileFault('fields.csv', '文件不存在', '模板里的领域取自这张表，先放好')] }
      : readTable('fields', 'fields.csv', bytes);
  if (faults.length > 0) {
    console.error(faults.map(faultLine).join('\n'));
    process.exitCode = 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeTogether(folder, { [NAME]: await stationTemplate(rows.map(({ value }) => value.name)) });
  console.log(`模板写好了：${join(folder, NAME)}`);
}

await main(process.argv.slice(2)).catch((error: unknown) => tellFailure(error));
