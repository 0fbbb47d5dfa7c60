import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { columnTitle, TABLES, type TableName } from '../../src/domain/dataset/columns.ts';
import { isBlocking, type Fault } from '../../src/loading/faults/fault.ts';
import type { Folders } from '../../src/loading/folders.ts';
import { inspect } from '../../src/loading/input.ts';
import { CITY, cityText } from '../loading/city.ts';

/** A cell of the first row of a table, by table and column. */
export type Place = `${TableName | 'cases'}.${string}`;

/** The case of the city; `cases.head` stands for all words of its head. */
const STORY = 'cases/the-lamp-by-the-lake.md';

/** What no cell may hold, whatever its column: each must be refused where it stands. */
export const REFUSED: Readonly<Record<string, string>> = {
  'a formula': '=HYPERLINK("http://evil.example","点这里")',
  'a sum': '+1+cmd|/C calc!A0',
  'a difference': '-1-cmd|/C calc!A0',
  'a function of old spreadsheets': '@SUM(1,1)',
  'a formula behind a tab': '\t=1+1',
  'a formula behind a zero-width space': '\u200b=1+1',
  'a carriage return': '甲\r=1+1',
  'a mark that turns words round': '荷花\u202e路18号',
  'a control character': '荷花\u0000路',
  'a lone surrogate': '荷花\ud83d路',
  'ten thousand characters': '长'.repeat(10_000),
};

/** What words of anybody may hold. It shows as it stands; nothing of it may act. */
export const ACTING =
  `甲<evil-mark onclick=evil()>乙</title></textarea></script><script>evil()</script><img src=//evil.example/x onerror=evil()>` +
  `"'--> ]]> {{evil()}} \${evil()} [点](javascript:evil()) javascript:evil() ../../evil、=1+1、 \u200b\u200f\ufeff丙`;

/** The columns that only the office reads: they are published nowhere. */
export const INTERNAL: ReadonlySet<Place> = new Set<Place>(['stations.note', 'places.note']);

interface Row {
  readonly table: TableName;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of the city that have a row to spoil. */
const TABLES_OF_CITY: readonly Row[] = (Object.keys(TABLES) as TableName[]).flatMap((table) => {
  const [head, ...rows] = Papa.parse<string[]>(cityText(`${table}.csv`).trim()).data;
  return head === undefined || rows.length === 0 ? [] : [{ table, head, rows }];
});

/** The rows that are spoilt, from 0, where the first is one whose words a text of the city repeats. */
const SPOILT_ROWS: Readonly<Partial<Record<TableName, number>>> = { glossary: 1, fields: 2 };
const spoiltRow = (table: TableName) => SPOILT_ROWS[table] ?? 0;

/** Every cell of the row that is spoilt, in every table. */
export const PLACES: readonly Place[] = TABLES_OF_CITY.flatMap(({ table, head }) =>
  head.map((column): Place => `${table}.${column}`),
);

/** Writes a copy of the city into a folder, with `text` in the spoilt rows of the tables at `places`. */
function writeCity(home: string, text: string, places: ReadonlySet<Place>): Folders {
  const data = join(home, 'data');
  cpSync(CITY.data, data, { recursive: true });
  for (const { table, head, rows } of TABLES_OF_CITY) {
    const spoilt = rows.map((row, index) =>
      row.map((cell, at) => (index === spoiltRow(table) && places.has(`${table}.${head[at] ?? ''}`) ? text : cell)),
    );
    writeFileSync(join(data, `${table}.csv`), csvBytes([head, ...spoilt]));
  }
  const content = join(home, 'content');
  cpSync(CITY.content, content, { recursive: true });
  const story = join(content, STORY);
  const written = readFileSync(story, 'utf8');
  if (places.has('cases.head'))
    writeFileSync(
      story,
      written.replaceAll(
        /^( *(?:- )?(?:title|summary|station_note|author|what|tool|before|after|by|drawing_alt): ).+$/gmu,
        (_, key: string) => key + JSON.stringify(text),
      ),
    );
  return { data, content };
}

/** A CSV file in UTF-8; half of a character becomes three bytes that UTF-8 doesn't allow, as careless programs write it. */
function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
  const text = Papa.unparse(rows as string[][], { newline: '\n', quotes: true });
  const parts = text.split(/([\ud800-\udbff](?![\udc00-\udfff]))/u).map((part) => {
    const code = part.length === 1 ? part.charCodeAt(0) : 0;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    return isHalf ? Buffer.from([0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]) : Buffer.from(part);
  });
  return Buffer.concat(parts);
}

/** Every fault that stops a build of these folders. */
export const blocking = (folders: Folders): Fault[] => inspect(folders, '2026-11-23').faults.filter(isBlocking);

/** The cells of first rows that faults name: by file, row and column, or by file and row where the column named is another. */
function named(faults: readonly Fault[], among: ReadonlySet<Place>): readonly Place[] {
  const [exactly, byRow] = [true, false].map((exact) =>
    [...among].filter((place) => {
      const [table, column = ''] = place.split('.') as [TableName, string];
      return faults.some(
        ({ file, row, column: title }) =>
          file === `${table}.csv` &&
          (row === spoiltRow(table) + 2 || row === null) &&
          (!exact || title === columnTitle(table, column)),
      );
    }),
  );
  return exactly?.length === 0 ? (byRow ?? []) : (exactly ?? []);
}

/**
 * Puts a text into every cell and takes it out of those that a rule names, until no rule names one: rules that compare
 * rows only speak once all cells can be read. Answers the cells that keep it; throws where a fault names no cell.
 */
export function cellsThatTake(text: string): ReadonlySet<Place> {
  const places = new Set(PLACES);
  const home = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    for (;;) {
      const faults = blocking(writeCity(home, text, places));
      if (faults.length === 0) return places;
      const refused = named(faults, places);
      if (refused.length === 0) throw new Error(`refused without a place: ${JSON.stringify(faults[0])}`);
      for (const place of refused) places.delete(place);
    }
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** The folders below `home` of a city with what acts in every cell that takes it and in the head of its case; writes them. */
export const writeActingCity = (home: string): Folders =>
  writeCity(home, ACTING, new Set<Place>([...cellsThatTake(ACTING), 'cases.head']));
