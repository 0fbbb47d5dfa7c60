import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import type { Sheet } from '../../formats/grid.ts';
import { type Header, strayHeading } from './header.ts';

/** A sheet with its header. */
export interface HeadedSheet {
  readonly sheet: Sheet;
  readonly header: Header;
}

/** What is wrong with the headings of a sheet. `unread` are known headings that this kind of table has no use for. */
export function headerFaults(file: string, { sheet, header }: HeadedSheet, unread: readonly string[]): Fault[] {
  const about = (code: ImportRule, titles: readonly string[], message: string): Fault[] =>
    titles.length === 0
      ? []
      : [{ ...importFault(code, file, titles.join('、'), message), sheet: sheet.name, row: header.row }];
  const stray = strayHeading(header, sheet);
  const persons = (header.columns.get('person') ?? []).map((at) => header.titles[at] ?? '');
  return [
    ...header.twice.flatMap((title) => about('header.twice', [title], '表头有两列同名')),
    ...(stray === null
      ? []
      : about(
          'header.rows',
          stray.cells.filter((cell) => cell.trim() !== ''),
          '下面还有一行表头，读不懂',
        ).map((fault) => ({ ...fault, row: stray.row }))),
    ...about('header.unknown', [...header.unused, ...unread], '这些列没有导入，原来的表里还在'),
    ...about('header.person', persons, '姓名、手机、证件一类的列不导入'),
  ];
}
