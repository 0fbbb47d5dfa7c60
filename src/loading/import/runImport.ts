import { TABLES, type TableName } from '../../domain/dataset/columns.ts';
import type { Crs } from '../../domain/place/coordinates.ts';
import { findTown, type PlaceMatch } from '../../domain/tidy/placeNames.ts';
import { placeholderIn } from '../../domain/rules/placeholders.ts';
import { importTitle } from '../../domain/tidy/headings.ts';
import { IMPORT_RULES, type ImportRule } from '../../domain/rules/importRules.ts';
import type { DatasetMeta } from '../../domain/dataset/dataset.ts';
import type { Town } from '../../domain/place/region.ts';
import { commonNet } from '../../domain/tidy/phones.ts';
import type { Row } from '../../schemas/tables.ts';
import { readTable } from '../csv.ts';
import { readDataset, toDistrict, toTown, type ReadFile } from '../dataset.ts';
import { importFault, isBlocking, type Fault } from '../faults.ts';
import { readPackage } from '../settings.ts';
import { knownStations, type Draft, type ImportContext } from './draft.ts';
import type { StationRecord } from './match.ts';
import { merge, type Merge } from './merge.ts';
import { readDrafts } from './readDrafts.ts';
import { LIMITS, type ImportLimits, type InputFile } from './limits.ts';
import { readInput, type FileReading } from './readFile.ts';
import { stationRecords, stationsCsv } from './stationTable.ts';

/** What the clerk asked for beside the files. */
export interface ImportOptions {
  readonly district: string | null;
  readonly sheet: string | null;
  readonly crs: Crs | null;
  readonly areaCode: string | null;
  readonly retire: boolean;
  /** Leaves out rows with a fault that must be mended, and imports the others. */
  readonly skipFaulty: boolean;
  readonly today: string;
}

/** What came of an import. Nothing was written yet. */
export interface ImportOutcome {
  readonly files: readonly {
    readonly file: InputFile;
    readonly reading: FileReading;
    readonly notes: readonly string[];
  }[];
  readonly faults: readonly Fault[];
  readonly merge: Merge | null;
  readonly meta: DatasetMeta | null;
  /** The new stations.csv; null where nothing changes, or nothing may be written. */
  readonly table: string | null;
  /** Rows that were left out because they can't be imported as they are. */
  readonly leftOut: number;
  /** Rows of the new table in which made-up content still stands. */
  readonly placeholders: number;
}

function contextOf(read: ReadFile, meta: DatasetMeta, options: ImportOptions): ImportContext {
  const rows = <T extends TableName>(table: T): Row<T>[] =>
    readTable(table, `${table}.csv`, read(`${table}.csv`) ?? new Uint8Array()).rows.map(({ value }) => value);
  const stations = rows('stations');
  const towns = rows('towns').map(toTown);
  const districts = rows('districts').map(toDistrict);
  const committees = Map.groupBy(rows('committees'), ({ town_code }) => town_code);
  const byTown = new Map(
    [...committees].map(([town, list]) => [
      town,
      list.map(({ code, town_code, name, kind }) => ({ code, townCode: town_code, name, kind })),
    ]),
  );
  const places = new Map<string, PlaceMatch<Town>>();
  return {
    districts,
    towns,
    townNamed: (text, district) => {
      const key = `${district ?? ''}|${text}`;
      const found =
        places.get(key) ??
        findTown(
          text,
          district === null ? towns : towns.filter(({ districtCode }) => districtCode === district),
          districts,
        );
      places.set(key, found);
      return found;
    },
    committeesOf: (townCode) => byTown.get(townCode) ?? [],
    fields: rows('fields'),
    services: rows('services'),
    organizations: rows('organizations'),
    known: knownStations(stations),
    net: commonNet(
      stations.flatMap(({ phone }) => phone),
      options.areaCode,
    ),
    district: options.district,
    crs: options.crs,
    asAt: meta.asAt,
    hoursSeen: new Map(),
  };
}

/** What the strict reader says of the new table, told of the rows of the clerk's own file. */
function strictFaults(read: ReadFile, table: string, merged: Merge): Fault[] {
  const bytes = new TextEncoder().encode(table);
  const { faults } = readDataset((name) => (name === 'stations.csv' ? bytes : read(name)));
  return faults.map((fault): Fault => {
    const id = fault.file === 'stations.csv' && fault.row !== null ? merged.records[fault.row - 2]?.id : undefined;
    const place = id === undefined ? undefined : merged.origins.get(id);
    const name = TABLES.stations.find(({ title }) => title === fault.column)?.name;
    return {
      ...fault,
      ...place,
      column: name === undefined ? fault.column : importTitle(name),
      level: IMPORT_RULES['dataset.strict'].level,
      code: 'dataset.strict' satisfies ImportRule,
    };
  });
}

interface Merged {
  readonly merge: Merge;
  readonly table: string;
  readonly strict: readonly Fault[];
}

const placeKey = ({
  file,
  sheet,
  row,
}: {
  readonly file: string;
  readonly sheet?: string | null;
  readonly row: number | null;
}) => `${file}|${sheet ?? ''}|${row}`;

function mergeChecked(
  read: ReadFile,
  old: readonly StationRecord[],
  drafts: readonly Draft[],
  context: ImportContext,
  options: ImportOptions,
): Merged {
  const districts = new Set(drafts.map(({ townCode }) => townCode.slice(0, 6)));
  if (context.district !== null) districts.add(context.district);
  const sensitive = new Set(context.fields.filter((field) => field.sensitive).map(({ slug }) => slug));
  const merged = merge(old, drafts, districts, {
    retire: options.retire,
    today: options.today,
    district: context.district,
    isSensitive: (field) => sensitive.has(field),
  });
  const table = stationsCsv(merged.records);
  const touched = merged.added.length + merged.updated.length + merged.retired.length > 0;
  return { merge: merged, table, strict: touched ? strictFaults(read, table, merged) : [] };
}

/** No station is closed for being absent while something of the files is not read. */
const retireHeld = (rows: number) =>
  importFault(
    'retire.held',
    'stations.csv',
    '',
    `有${rows > 0 ? ` ${rows} 行` : '文件'}没有读成，没有把缺失的站标为撤并`,
  );

/** Reads the files and works out the new table; the caller writes. */
export async function runImport(
  files: readonly InputFile[],
  read: ReadFile,
  options: ImportOptions,
  limits: ImportLimits = LIMITS,
): Promise<ImportOutcome> {
  const nothing = { files: [], merge: null, table: null, leftOut: 0, placeholders: 0 };
  const { value: meta } = readPackage(read);
  const own = readDataset(read).faults;
  if (own.length > 0 || meta === null) return { ...nothing, meta, faults: own };
  const context = contextOf(read, meta, options);
  if (options.district !== null && !context.districts.some(({ code }) => code === options.district)) {
    const known = context.districts.map(({ code, name }) => `${code} ${name}`).join('、');
    return {
      ...nothing,
      meta,
      faults: [
        importFault('district.none', '--district', '', `没有代码是 ${options.district} 的区`, `可以写：${known}`),
      ],
    };
  }
  const faults: Fault[] = [];
  const drafts: Draft[] = [];
  const readings: { file: InputFile; reading: FileReading; notes: readonly string[] }[] = [];
  let leftOut = 0;
  for (const file of files) {
    const reading = await readInput(file, limits);
    faults.push(...reading.faults);
    const rows = reading.grid === null ? null : readDrafts(file.name, reading.grid, options.sheet, context);
    readings.push({
      file,
      reading,
      notes: [...(reading.grid?.notes ?? []).filter((note) => note.startsWith('文字编码')), ...(rows?.notes ?? [])],
    });
    if (rows === null) continue;
    faults.push(...rows.faults);
    drafts.push(...rows.drafts);
    leftOut += rows.blockedRows;
  }
  const old = stationRecords(read('stations.csv') ?? new Uint8Array());
  // A row that couldn't be read is not absent: nothing is closed then.
  const retire = options.retire && leftOut === 0 && readings.every(({ reading }) => reading.grid !== null);
  if (options.retire && !retire) {
    faults.push(retireHeld(leftOut));
  }
  let result = mergeChecked(read, old, drafts, context, { ...options, retire });
  faults.push(...result.strict);
  if (options.skipFaulty && result.strict.length > 0) {
    const wrong = new Set(result.strict.map(placeKey));
    const sound = drafts.filter(({ place }) => !wrong.has(placeKey(place)));
    leftOut += drafts.length - sound.length;
    if (retire) faults.push(retireHeld(leftOut));
    result = mergeChecked(read, old, sound, context, { ...options, retire: false });
  }
  faults.push(...result.merge.faults);
  leftOut += result.merge.faults.filter(isBlocking).length;
  // A fault of the file itself, or one that the strict reader still finds, is never passed over.
  const ofRows = faults
    .filter(isBlocking)
    .every(({ row, code }) => row !== null && code !== 'header.twice' && code !== 'file.broken');
  const mayWrite =
    faults.every((fault) => !isBlocking(fault)) || (options.skipFaulty && ofRows && result.strict.length === 0);
  const { added, updated, retired, records } = result.merge;
  const changes = added.length + updated.length + retired.length > 0;
  return {
    files: readings,
    faults: faults.toSorted(
      (a, b) =>
        a.file.localeCompare(b.file) || (a.sheet ?? '').localeCompare(b.sheet ?? '') || (a.row ?? 0) - (b.row ?? 0),
    ),
    merge: result.merge,
    meta,
    table: mayWrite && changes ? result.table : null,
    leftOut,
    placeholders: records.filter((record) =>
      [
        record.name,
        record.address,
        record.phone.replaceAll('-', ''),
        record.host,
        record.source,
        record.verified_by,
      ].some((text) => placeholderIn(text) !== null),
    ).length,
  };
}
