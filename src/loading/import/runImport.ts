import type { ImportOptions, ImportOutcome } from './outcome.ts';
import { contextOf } from './context.ts';
import { TABLES } from '../../domain/dataset/columns.ts';
import { placeholderIn } from '../../domain/rules/placeholders.ts';
import { importTitle } from '../../domain/tidy/headings.ts';
import { IMPORT_RULES, type ImportRule } from '../../domain/rules/importRules.ts';
import { readDataset } from '../dataset.ts';
import type { ReadFile } from '../tables/readFile.ts';
import { importFault, isBlocking, type Fault } from '../faults/fault.ts';
import { readPackage } from '../tables/settings.ts';
import type { Draft } from './read/draft.ts';
import type { ImportContext } from './read/context.ts';
import type { StationRecord } from './merge/match.ts';
import { merge, type Merge } from './merge/merge.ts';
import { LIMITS, type ImportLimits, type InputFile } from './read/limits.ts';
import { dataRuleFaults } from '../rules/allTables.ts';
import type { IsoDate } from '../../domain/time/dates.ts';
import { textRecords, textTable } from '../tables/tableText.ts';
import { readTables, type TablesRead } from './readTables.ts';
import { type ExtentOutcome, runExtents } from './extents/run.ts';

/** What the check would refuse in the new table, told of the rows of the clerk's own file. */
function strictFaults(read: ReadFile, table: string, merged: Merge, today: IsoDate): Fault[] {
  const bytes = new TextEncoder().encode(table);
  const reading = readDataset((name) => (name === 'stations.csv' ? bytes : read(name)));
  const ours = ({ file, row }: Fault) =>
    file === 'stations.csv' && row !== null && merged.origins.has(merged.records[row - 2]?.id ?? '');
  const broken = dataRuleFaults(reading, today).filter((fault) => isBlocking(fault) && ours(fault));
  return [...reading.faults, ...broken].map((fault): Fault => {
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

const hasChanges = ({ added, updated, retired }: Merge): boolean => added.length + updated.length + retired.length > 0;

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
  const table = textTable('stations', merged.records);
  return { merge: merged, table, strict: hasChanges(merged) ? strictFaults(read, table, merged, options.today) : [] };
}

/** No station is closed for being absent while something of the files is not read. */
const retireHeld = (rows: number) =>
  importFault(
    'retire.held',
    'stations.csv',
    '',
    `有${rows > 0 ? ` ${rows} 行` : '文件'}没有读成，没有把缺失的站标为撤并`,
  );

interface Step<Result> {
  readonly result: Result;
  readonly faults: readonly Fault[];
  /** Rows that are left out beside those that could not be read. */
  readonly leftOut: number;
  /** What the check still refuses. */
  readonly refused: boolean;
}

/** Puts stations into their table; with --skip-faulty without the rows that the check would refuse there. */
function stationStep(
  read: ReadFile,
  { drafts, blockedRows, readings }: TablesRead,
  context: ImportContext,
  options: ImportOptions,
): Step<Merged> {
  const old = textRecords('stations', read('stations.csv') ?? new Uint8Array());
  // A row that couldn't be read is not absent: nothing is closed then.
  const retire = options.retire && blockedRows === 0 && readings.every(({ reading }) => reading.grid !== null);
  const faults = options.retire && !retire ? [retireHeld(blockedRows)] : [];
  let result = mergeChecked(read, old, drafts, context, { ...options, retire });
  let leftOut = 0;
  faults.push(...result.strict);
  if (options.skipFaulty && result.strict.length > 0) {
    const wrong = new Set(result.strict.map(placeKey));
    const sound = drafts.filter(({ place }) => !wrong.has(placeKey(place)));
    leftOut += drafts.length - sound.length;
    if (retire) faults.push(retireHeld(blockedRows + leftOut));
    result = mergeChecked(read, old, sound, context, { ...options, retire: false });
  }
  faults.push(...result.merge.faults);
  leftOut += result.merge.faults.filter(isBlocking).length;
  return { result, faults, leftOut, refused: result.strict.length > 0 };
}

/** Puts places into their table; with --skip-faulty without the 居委会 of which the check would refuse a row. */
function extentStep(
  read: ReadFile,
  { extents }: TablesRead,
  context: ImportContext,
  { today, skipFaulty }: ImportOptions,
): Step<ExtentOutcome> {
  const result = runExtents(read, extents, context, today);
  if (!skipFaulty || result.strict.length === 0)
    return { result, faults: result.strict, leftOut: 0, refused: result.strict.length > 0 };
  const wrong = new Set(result.strict.map(placeKey));
  const spoilt = new Set(extents.filter(({ place }) => wrong.has(placeKey(place))).map(({ committee }) => committee));
  const sound = extents.filter(({ committee }) => !spoilt.has(committee));
  const second = runExtents(read, sound, context, today);
  return {
    result: second,
    faults: [...result.strict, ...second.strict],
    leftOut: extents.length - sound.length,
    refused: second.strict.length > 0,
  };
}

const placeholdersIn = ({ records }: Merge): number =>
  records.filter((record) =>
    [
      record.name,
      record.address,
      record.phone.replaceAll('-', ''),
      record.host,
      record.source,
      record.verified_by,
    ].some((text) => placeholderIn(text) !== null),
  ).length;

/** Reads the files and works out the new tables; the caller writes. `stage` is told what is done. */
export async function runImport(
  files: readonly InputFile[],
  read: ReadFile,
  options: ImportOptions,
  limits: ImportLimits = LIMITS,
  stage: (name: string) => void = () => undefined,
): Promise<ImportOutcome> {
  stage('读现有的数据');
  const nothing = { files: [], merge: null, extents: null, table: null, places: null, leftOut: 0, placeholders: 0 };
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
  stage('读表');
  const tables = await readTables(files, options.sheet, context, limits);
  stage('核对，合并');
  const stations = tables.hasStations ? stationStep(read, tables, context, options) : null;
  const extents = tables.hasExtents ? extentStep(read, tables, context, options) : null;
  const faults = [...tables.faults, ...(stations?.faults ?? []), ...(extents?.faults ?? [])];
  // A fault of the file itself, or one that the strict reader still finds, is never passed over.
  const ofRows = faults
    .filter(isBlocking)
    .every(({ row, code }) => row !== null && !code.startsWith('header.') && code !== 'file.broken');
  const refused = stations?.refused === true || extents?.refused === true;
  const mayWrite = faults.every((fault) => !isBlocking(fault)) || (options.skipFaulty && ofRows && !refused);
  const merged = stations?.result ?? null;
  const changes = merged !== null && hasChanges(merged.merge);
  return {
    files: tables.readings,
    faults: faults.toSorted(
      (a, b) =>
        a.file.localeCompare(b.file) || (a.sheet ?? '').localeCompare(b.sheet ?? '') || (a.row ?? 0) - (b.row ?? 0),
    ),
    merge: merged?.merge ?? null,
    extents: extents?.result ?? null,
    meta,
    table: mayWrite && changes ? merged.table : null,
    places: mayWrite ? (extents?.result.table ?? null) : null,
    leftOut: tables.blockedRows + (stations?.leftOut ?? 0) + (extents?.leftOut ?? 0),
    placeholders: merged === null ? 0 : placeholdersIn(merged.merge),
  };
}
