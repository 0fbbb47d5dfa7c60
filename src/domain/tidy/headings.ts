import { type ImportColumn, SYNONYMS } from './headingWords.ts';
import { TABLES } from '../dataset/columns.ts';
import { plainText } from '../language/plainText.ts';

/** A heading as it is compared: half-width, without spaces, line breaks, stars and 必填, and with or without its brackets. */
function plainHeading(heading: string): string {
  return plainText(heading)
    .toLowerCase()
    .replace(/[\s*:：、，,。.·"'“”‘’_-]/gu, '')
    .replace(
      /\((?:必填|选填|必须|非必填|可选|必选|下拉选择|单选|多选)[^()]*\)|【[^】]*】|\[[^\]]*\]|必填项?|选填$/gu,
      '',
    );
}

const withoutBrackets = (heading: string) => heading.replace(/\([^()]*\)/gu, '').replace(/[()/\\]/gu, '');

const BY_HEADING: ReadonlyMap<string, { readonly column: ImportColumn; readonly rank: number }> = (() => {
  const found = new Map<string, { column: ImportColumn; rank: number }>();
  const add = (heading: string, column: ImportColumn, rank: number) => {
    for (const key of [plainHeading(heading), withoutBrackets(plainHeading(heading))]) {
      if (key !== '' && !found.has(key)) found.set(key, { column, rank });
    }
  };
  for (const { name } of TABLES.stations) add(name, name, 0);
  for (const { name, title } of TABLES.stations) add(title, name, 0);
  for (const [column, headings] of Object.entries(SYNONYMS)) {
    (headings ?? []).forEach((heading, index) => add(heading, column as ImportColumn, index + 1));
  }
  return found;
})();

/** Headings that no list holds are known by their ends: 博物馆名称, 网点地址. A listed heading of the same column is surer. */
const BY_END: readonly (readonly [RegExp, ImportColumn])[] = [
  [/名称$/u, 'name'],
  [/地址$/u, 'address'],
  [/(?:电话|热线)$/u, 'phone'],
  [/(?:开放|服务|办公|营业|工作|接待|受理|开馆|门诊|值班).{0,4}时[间段]$/u, 'hours'],
  [/(?:所在|所属|行政)区域?$|区县$/u, 'district_name'],
  [/(?:街镇|街道|镇街)$/u, 'town_name'],
];
/** Of a person, a fax machine, or where to complain: no column of a station, whatever the end. */
const NO_STATIONS_OWN = /人|传真|手机|监督|投诉|网站|网址/u;
/** The rank of what is known by its end alone. */
export const BY_END_RANK = 1000;

function readEnding(plain: string): { readonly column: ImportColumn; readonly rank: number } | null {
  const column = NO_STATIONS_OWN.test(plain) ? undefined : BY_END.find(([end]) => end.test(plain))?.[1];
  return column === undefined ? null : { column, rank: BY_END_RANK };
}

/** What a heading means and how sure that is (0: the dictionary's own title); null for a heading nobody knows. */
export function readHeading(heading: string): { readonly column: ImportColumn; readonly rank: number } | null {
  const plain = plainHeading(heading);
  return BY_HEADING.get(plain) ?? BY_HEADING.get(withoutBrackets(plain)) ?? readEnding(withoutBrackets(plain));
}

/** The title of an import column for messages. */
export function importTitle(column: ImportColumn): string {
  const own = TABLES.stations.find(({ name }) => name === column)?.title;
  return own ?? SYNONYMS[column]?.[0] ?? column;
}
