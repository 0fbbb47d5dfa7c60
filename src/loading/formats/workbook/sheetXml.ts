import { assertSize, GridError, type TableLimits } from '../grid.ts';

/**
 * Reduces the XML of a worksheet to its data before exceljs reads it. Pictures, tables, conditional formats and lists
 * of choices can make exceljs fail, or fill a million cells where a list covers a whole column.
 */

const LIGHT =
  /<(?:dataValidations|conditionalFormatting|tableParts|extLst|sheetProtection|protectedRanges|autoFilter|controls|oleObjects|customSheetViews|phoneticPr)\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:dataValidations|conditionalFormatting|tableParts|extLst|protectedRanges|autoFilter|controls|oleObjects|customSheetViews)>)/gu;
const POINTERS = /<(?:drawing|legacyDrawing|legacyDrawingHF|picture|pageSetup|hyperlink)\b[^>]*\/>/gu;

/** Merged areas may cover this many cells; more is a mistake or an attack and is refused. */
const MAX_MERGED = 400_000;
/** Lists of choices may cover this many cells; longer ones are cut to the rows in use. */
const MAX_CHOICES = 20_000;

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0);

interface Area {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

function areaOf(reference: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u.exec(reference);
  if (match === null) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { width: columnNumber(right) - columnNumber(left) + 1, top: Number(top), bottom: Number(bottom) };
}

/** Splits the XML of a sheet into what stands before, in and after its rows; null where it has none. */
function parts(xml: string): readonly [string, string, string] | null {
  const from = xml.indexOf('<sheetData');
  const to = xml.lastIndexOf('</sheetData>');
  return from < 0 || to < 0 ? null : [xml.slice(0, from), xml.slice(from, to), xml.slice(to)];
}

/** How many columns the rows of a sheet take, by the cells themselves: what a sheet says of its size may be wrong. */
function widthOf(rows: string): number {
  let width = 0;
  for (const [, letters] of rows.matchAll(/<c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Z]+)\d/gu))
    width = Math.max(width, columnNumber(letters ?? ''));
  return width;
}

const countOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

/**
 * Throws GridError where the data of a sheet are larger than the limits, or it merges more cells than a table would.
 * `cells` are those of the sheets before it; gives those up to this one.
 */
export function assertReadable(xml: string, sheet: string, limits: TableLimits, cells = 0): number {
  const [, rows, after] = parts(xml) ?? ['', '', xml];
  const merged = [...after.matchAll(/<mergeCell\s+ref="([^"]+)"/gu)].reduce((sum, [, reference = '']) => {
    const area = areaOf(reference);
    return sum + (area === null ? 0 : area.width * (area.bottom - area.top + 1));
  }, 0);
  if (merged > MAX_MERGED) {
    throw new GridError('合并的单元格太大', '取消整列、整表的合并单元格，再导入', { sheet });
  }
  return assertSize({ rows: countOf(rows, /<row[\s>]/gu), columns: widthOf(rows) }, limits, sheet, cells);
}

/**
 * The XML of the rows that hold a value, without their empty cells; a sheet can have a million rows that are only
 * formatted.
 */
function filledRows(rows: string): string {
  const [before = '', ...all] = rows.split(/(?=<row[\s>])/u);
  const filled = all.filter((row) => /<(?:v|is|f)[\s/>]/u.test(row));
  return before + filled.map((row) => row.replace(/<c\s[^<>]*(?:\/>|><\/c>)/gu, '')).join('');
}

/** The XML of a sheet with nothing but its data, for reading. */
export function dataOnly(xml: string): string {
  const split = parts(xml);
  if (split === null) return xml;
  const [before, rows, after] = split;
  return (
    before.replace(LIGHT, '') +
    filledRows(rows) +
    after
      .replace(LIGHT, '')
      .replace(POINTERS, '')
      .replace(/<hyperlinks\b[^>]*>\s*<\/hyperlinks>/gu, '')
  );
}

/** The XML of a sheet with lists of choices cut to the rows in use, for the workbook that goes back to the clerk. */
export function withShortChoices(xml: string, lastRow: number): string {
  let budget = MAX_CHOICES;
  return xml.replace(/(<dataValidation\b[^>]*?\bsqref=")([^"]*)"/gu, (_, start: string, list: string) => {
    const short = list.split(/\s+/u).flatMap((reference) => {
      const area = areaOf(reference);
      if (area === null) return [];
      const bottom = Math.min(area.bottom, Math.max(area.top, lastRow + 100));
      const cells = area.width * (bottom - area.top + 1);
      if (cells > budget) return [];
      budget -= cells;
      return [reference.includes(':') ? reference.replace(/\d+$/u, String(bottom)) : reference];
    });
    return `${start}${short.length > 0 ? short.join(' ') : 'A1'}"`;
  });
}
