import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileReader } from '../src/loading/folders.ts';
import { LIMITS } from '../src/loading/import/read/limits.ts';
import { runImport } from '../src/loading/import/runImport.ts';
import { textRecords, textTable } from '../src/loading/tables/tableText.ts';
import { writeWorkbook } from '../src/loading/formats/workbook/write.ts';

/**
 * One step of the measurement in a process of its own. `make FILE ROWS` writes a table, as CSV or as a workbook by its
 * name; `read FILE` imports it into a city without stations and prints milliseconds and peak memory.
 */

const [step = '', file = '', count = '1000'] = process.argv.slice(2);
const read = fileReader('data');

async function make(): Promise<Uint8Array> {
  const records = textRecords('stations', read('stations.csv') ?? new Uint8Array());
  const columns = [
    'town_code',
    'type',
    'field',
    'committee_code',
    'name',
    'address',
    'phone',
    'hours',
    'staff_count',
    'status',
    'external_id',
  ] as const;
  const towns = records.filter(({ type }) => type === '综合').map(({ town_code, name }) => ({ town_code, name }));

  const rows = Array.from({ length: Number(count) }, (_, at) => {
    const { town_code, name } = towns[at % towns.length] ?? { town_code: '', name: '' };
    const hours =
      ['周一至周五8:30-11:3013:00-16:30', '周一至周日8：30-17：00（节假日不休）', '周一、三、五 9点-17点'][at % 3] ??
      '';
    return [
      town_code,
      '综合',
      '',
      '',
      `${name}第${at}点`,
      `示例路${at}号`,
      `021-0000-${String(at % 10_000).padStart(4, '0')}`,
      hours,
      String(at % 9),
      '运行',
      `示例-B${at}`,
    ];
  });
  return file.endsWith('.xlsx')
    ? await writeWorkbook([{ name: '站点', columns: columns.map((title) => ({ title, width: 12 })), rows }])
    : new TextEncoder().encode(
        [[...columns], ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
      );
}

async function importIt(bytes: Uint8Array): Promise<void> {
  // The guards of size stand before the reader; here the reader is measured.
  const limits = { ...LIMITS, bytes: 1e9, unzipped: 1e9, rows: LIMITS.rows + 1 };
  const empty = new TextEncoder().encode(textTable('stations', []));
  const options = {
    district: null,
    sheet: null,
    crs: null,
    areaCode: '021',
    retire: false,
    skipFaulty: false,
    today: '2026-11-24',
  };
  const before = process.resourceUsage().maxRSS;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const outcome = await runImport(
    [{ name: basename(file), bytes }],
    (name) => (name === 'stations.csv' ? empty : read(name)),
    options,
    limits,
  );
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  if (outcome.table === null) throw new Error(`没有导入：${outcome.faults[0]?.message ?? ''}`);
  console.log(
    JSON.stringify({
      milliseconds,
      cpu: (user + system) / 1000,
      megabytes: bytes.length / 1e6,
      peak: process.resourceUsage().maxRSS / 1024,
      before: before / 1024,
    }),
  );
}

if (step === 'make') writeFileSync(file, await make());
else await importIt(readFileSync(file));
