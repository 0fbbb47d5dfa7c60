import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TableName } from '../domain/dataset/columns.ts';
import { readTable, type ReadTable } from '../loading/tables/readTable.ts';
import { faultLine } from '../loading/faults/lines.ts';
import { fileFault, type Fault } from '../loading/faults/fault.ts';
import { writeTogether } from '../loading/formats/writeTogether.ts';
import { makeSample, sampleCsv } from '../loading/sample/sample.ts';
import { readPackage } from '../loading/tables/settings.ts';
import { tellFailure } from './failure.ts';

function main(folder: string, log: (line: string) => void): readonly Fault[] {
  const read = (name: string): Uint8Array | null => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file) : null;
  };
  const table = <T extends TableName>(name: T): ReadTable<T> => {
    const bytes = read(`${name}.csv`);
    if (bytes === null)
      return { rows: [], faults: [fileFault(`${name}.csv`, '文件不存在', '先有名录和自己的表，再做示例')] };
    return readTable(name, `${name}.csv`, bytes);
  };
  const meta = readPackage(read);
  const tables = {
    districts: table('districts'),
    towns: table('towns'),
    committees: table('committees'),
    fields: table('fields'),
    services: table('services'),
  };
  const faults = [meta, ...Object.values(tables)].flatMap((entry) => entry.faults);
  if (faults.length > 0 || meta.value === null) return faults;
  // Made-up rows must never replace real ones.
  if (meta.value.kind !== 'sample') {
    return [fileFault('datapackage.json', '这是正式数据，不能用示例盖掉', '要做示例，用 DATA_DIR 指到另一个文件夹')];
  }
  const values = <T>({ rows }: { readonly rows: readonly { readonly value: T }[] }): T[] =>
    rows.map(({ value }) => value);
  const sample = makeSample({
    asAt: meta.value.asAt,
    districts: values(tables.districts),
    towns: values(tables.towns),
    committees: values(tables.committees),
    fields: values(tables.fields),
    services: values(tables.services),
  });
  writeTogether(folder, {
    'stations.csv': sampleCsv('stations', sample.stations),
    'organizations.csv': sampleCsv('organizations', sample.organizations),
    'places.csv': sampleCsv('places', sample.places),
  });
  const { stations, organizations, places } = sample;
  log(
    `写了 ${stations.length} 个示例站点、${organizations.length} 个示例机构、${places.length} 行示例门牌，在 ${folder}。`,
  );
  return [];
}

try {
  const faults = main(resolve(process.env['DATA_DIR'] ?? 'data'), console.log);
  for (const fault of faults) console.error(faultLine(fault));
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  tellFailure(error);
}
