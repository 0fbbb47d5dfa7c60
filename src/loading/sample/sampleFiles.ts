import type { TableName } from '../../domain/dataset/columns.ts';
import { fileFault, type Fault } from '../faults/fault.ts';
import type { ReadFile } from '../tables/readFile.ts';
import { readTable, type ReadTable } from '../tables/readTable.ts';
import { readPackage } from '../tables/settings.ts';
import { textTable } from '../tables/tableText.ts';
import { makeSample } from './sample.ts';

type SampleTable = 'stations' | 'organizations' | 'places';

/** The tables of a made-up city as files, null where a fault stopped them, with the number of their rows. */
export interface SampleFiles {
  readonly files: Readonly<Record<`${SampleTable}.csv`, string>> | null;
  readonly counts: Readonly<Record<SampleTable, number>>;
  readonly faults: readonly Fault[];
}

/** Makes sample stations from the tables of a data folder. Refuses a folder of official data. */
export function sampleFiles(read: ReadFile): SampleFiles {
  const refused = (faults: readonly Fault[]): SampleFiles => ({
    files: null,
    counts: { stations: 0, organizations: 0, places: 0 },
    faults,
  });
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
  if (faults.length > 0 || meta.value === null) return refused(faults);
  // Made-up rows must never replace real ones.
  if (meta.value.kind !== 'sample')
    return refused([
      fileFault('datapackage.json', '这是正式数据，不能用示例盖掉', '要做示例，用 DATA_DIR 指到另一个文件夹'),
    ]);
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
  return {
    files: {
      'stations.csv': textTable('stations', sample.stations),
      'organizations.csv': textTable('organizations', sample.organizations),
      'places.csv': textTable('places', sample.places),
    },
    counts: {
      stations: sample.stations.length,
      organizations: sample.organizations.length,
      places: sample.places.length,
    },
    faults: [],
  };
}
