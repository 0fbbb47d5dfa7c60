import { GridError } from '../grid.ts';

/**
 * A worksheet's XML made lighter before exceljs reads it. Pictures, tables, conditional formats and lists of choices are
 * not data, and some of them make exceljs fail or write out a million cells (a list on a whole column, for one).
 */

const LIGHT =
  /<(?:dataValidations|conditionalFormatting|tableParts|extLst|sheetProtection|protectedRanges|autoFilter|controls|oleObjects|customSheetViews|phoneticPr)\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:dataValidations|conditionalFormatting|tableParts|extLst|protectedRanges|autoFilter|controls|oleObjects|customSheetViews)>)/gu;
const POINTERS = /<(?:drawing|legacyDrawing|legacyDrawingHF|picture|pageSetup|hyperlink)\b[^>]*\/>/gu;

/** A merged area of this many cells is a slip or an attack, never a table. */
const MAX_MERGED = 400_000;
/** Lists of choices may cover this many cells; more is cut off below. */
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

/** XML before, in and after the rows; null where there are no rows. */
function parts(xml: string): readonly [string, string, string] | null {
  const from = xml.indexOf('<sheetData');
  const to = xml.lastIndexOf('</sheetData>');
  return from < 0 || to < 0 ? null : [xml.slice(0, from), xml.slice(from, to), xml.slice(to)];
}

/** Counts the rows that hold anything, and refuses merges that no table has. */
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

/** The rows that hold a value; formatted rows without one can be a million. */
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

/** The XML with its data alone. */
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

/** The XML with lists of choices cut to the rows in use, so that exceljs can hold them. */
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
