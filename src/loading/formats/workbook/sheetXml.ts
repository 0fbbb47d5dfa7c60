import { GridError } from '../grid.ts';

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

/**
 * Throws GridError where a sheet holds more rows with values than `maxRows`, or merges more cells than a table would.
 */
export function assertReadable(xml: string, sheet: string, maxRows: number): void {
  const merged = [
    ...xml.slice(Math.max(0, xml.lastIndexOf('</sheetData>'))).matchAll(/<mergeCell\s+ref="([^"]+)"/gu),
  ].reduce((sum, [, reference = '']) => {
    const area = areaOf(reference);
    return sum + (area === null ? 0 : area.width * (area.bottom - area.top + 1));
  }, 0);
  if (merged > MAX_MERGED) {
    throw new GridError('合并的单元格太大', '取消整列、整表的合并单元格，再导入', { sheet });
  }
  let rows = 0;
  for (let at = xml.indexOf('<row '); at >= 0; at = xml.indexOf('<row ', at + 1)) rows += 1;
  if (rows > maxRows) {
    throw new GridError(`超过 ${maxRows} 行`, '分成几个文件导入；如果多出来的是空白行，选中删掉再保存', {
      code: 'file.large',
      sheet,
    });
  }
}

/** The XML of the rows that hold a value; a sheet can have a million rows that are only formatted. */
function filledRows(rows: string): string {
  const kept: string[] = [];
  let from = rows.indexOf('<row ');
  if (from < 0) return rows;
  kept.push(rows.slice(0, from));
  while (from >= 0) {
    const next = rows.indexOf('<row ', from + 5);
    const row = rows.slice(from, next < 0 ? rows.length : next);
    if (/<(?:v|is|f)[\s/>]/u.test(row)) kept.push(row);
    from = next;
  }
  return kept.join('');
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
