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
import { readDrafts } from './read/readDrafts.ts';
import { LIMITS, type ImportLimits, type InputFile } from './read/limits.ts';
import { dataRuleFaults } from '../rules/allTables.ts';
import type { IsoDate } from '../../domain/time/dates.ts';
import { readInput, type FileReading } from './read/readFile.ts';
import { stationRecords, stationsCsv } from './merge/stationTable.ts';

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
  return { merge: merged, table, strict: touched ? strictFaults(read, table, merged, options.today) : [] };
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
    for (const fault of reading.faults) faults.push(fault);
    const rows = reading.grid === null ? null : readDrafts(file.name, reading.grid, options.sheet, context);
    readings.push({
      file,
      reading,
      notes: [...(reading.grid?.notes ?? []).filter((note) => note.startsWith('文字编码')), ...(rows?.notes ?? [])],
    });
    if (rows === null) continue;
    for (const fault of rows.faults) faults.push(fault);
    for (const draft of rows.drafts) drafts.push(draft);
    leftOut += rows.blockedRows;
  }
  const old = stationRecords(read('stations.csv') ?? new Uint8Array());
  // A row that couldn't be read is not absent: nothing is closed then.
  const retire = options.retire && leftOut === 0 && readings.every(({ reading }) => reading.grid !== null);
  if (options.retire && !retire) {
    faults.push(retireHeld(leftOut));
  }
  let result = mergeChecked(read, old, drafts, context, { ...options, retire });
  for (const fault of result.strict) faults.push(fault);
  if (options.skipFaulty && result.strict.length > 0) {
    const wrong = new Set(result.strict.map(placeKey));
    const sound = drafts.filter(({ place }) => !wrong.has(placeKey(place)));
    leftOut += drafts.length - sound.length;
    if (retire) faults.push(retireHeld(leftOut));
    result = mergeChecked(read, old, sound, context, { ...options, retire: false });
  }
  for (const fault of result.merge.faults) faults.push(fault);
  leftOut += result.merge.faults.filter(isBlocking).length;
  // A fault of the file itself, or one that the strict reader still finds, is never passed over.
  const ofRows = faults
    .filter(isBlocking)
    .every(({ row, code }) => row !== null && !code.startsWith('header.') && code !== 'file.broken');
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
