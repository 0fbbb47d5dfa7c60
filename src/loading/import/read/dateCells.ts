import { tidyDate } from '../../../domain/tidy/date.ts';
import type { ImportContext } from './context.ts';
import type { RowReader } from './draft.ts';
import { filled } from './textCells.ts';

const DATES = ['opened_on', 'status_from', 'status_until', 'verified_on'] as const;

/** The four dates of a row. */
export function readDates(row: RowReader, context: ImportContext): void {
  for (const column of DATES) {
    const text = filled(row, column);
    if (text === '') continue;
    const { date, guess } = tidyDate(text);
    if (date === null) {
      row.tell(
        'date.unread',
        column,
        '不是完整的日期，没有导入，原文放进了内部备注',
        '按 2026-11-23 的样子写，年月日都要有',
      );
      row.keep(column, text);
      continue;
    }
    if (column === 'verified_on' && date > context.asAt) {
      row.tell(
        'date.future',
        column,
        `晚于数据截止日期 ${context.asAt}`,
        '改正日期，或先把 datapackage.json 的 as_at 改成这份表的日期',
      );
      continue;
    }
    row.set(column, date);
    if (guess !== null) row.tell('date.guessed', column, `按 ${date} 导入：${guess}`, '看一下对不对');
  }
}
