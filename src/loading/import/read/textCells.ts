import { isBlankWord } from '../../../domain/language/plainText.ts';
import { personalDataIn } from '../../../domain/privacy/personalData.ts';
import { withoutFormulaSigns } from '../../../domain/rules/formula.ts';
import type { ImportColumn } from '../../../domain/tidy/headingWords.ts';
import { readPrecision, readPublishLevel, readStatus, saysNothing } from '../../../domain/tidy/closedLists.ts';
import { isSpoilt } from '../../../domain/tidy/spoiltDate.ts';
import { readCount, tidyText } from '../../../domain/tidy/words.ts';
import type { RowReader } from './draft.ts';

const COUNTS = ['staff_count', 'qualified_count'] as const;

/** The text of a cell without what only says that nothing is known (无, 待定). */
export const filled = (row: RowReader, column: ImportColumn) => {
  const text = tidyText(row.text(column));
  return isBlankWord(text) ? '' : text;
};

/** Columns in which a date may stand for itself: nobody publishes a note, and a number may be anything. */
const DATES_ALLOWED: readonly ImportColumn[] = ['note', 'external_id'];

/** Tells that a spreadsheet has made a date of what was written, and keeps what it made in the internal note. */
export function tellSpoilt(row: RowReader, column: ImportColumn): void {
  row.tell(
    'cell.date',
    column,
    '是日期，或是 Excel 把写的字变成了日期，没有导入，原文放进了内部备注',
    '把这一列设成“文本”，重新填；范围写成“9:00-17:00”“3号至4号”这样',
  );
  row.keep(column, filled(row, column));
}

/** The text of a cell as it may go into the dataset; a date that stands where words belong is told and left out. */
export function safeText(row: RowReader, column: ImportColumn): string {
  const text = filled(row, column);
  if (isSpoilt(text) && !DATES_ALLOWED.includes(column)) {
    tellSpoilt(row, column);
    return '';
  }
  return safeWords(row, column, text);
}

/**
 * Words out of a cell that may go into the dataset; those with somebody's number in them may not (docs/norms.md §5).
 */
export function safeWords(row: RowReader, column: ImportColumn, text: string): string {
  if (column === 'external_id' && /^\d(?:\.\d+)?e\+\d+$/iu.test(text)) {
    row.tell('cell.precision', column, '变成了科学记数，后面的数字丢了', '把这一列设成“文本”，重新填这个编号');
    return '';
  }
  const found = personalDataIn(text).filter(({ kind }) => column !== 'external_id' || kind === '身份证号');
  const [first] = found;
  if (first === undefined) {
    const words = withoutFormulaSigns(text);
    if (words !== text)
      row.tell('cell.formula', column, '开头的符号在 Excel 里会当成公式，导入时去掉了', '看一下剩下的字对不对');
    return words;
  }
  const grave = first.kind === '身份证号' || first.kind === '银行卡号';
  row.tell(
    grave ? 'personal.data' : 'personal.left-out',
    column,
    `里面有${first.kind}，这一格没有导入`,
    '删掉个人信息，只写单位的',
  );
  return '';
}

export const TEXTS = [
  'name',
  'address',
  'host',
  'accessibility',
  'directions',
  'status_note',
  'verified_by',
  'source',
  'external_id',
  'note',
] as const;

const WORDS = { status: readStatus, publish_level: readPublishLevel, precision: readPrecision } as const;

const CHOICES = {
  status: '运行、筹建、暂停、撤并',
  publish_level: '全部、仅电话、仅街镇',
  precision: '门牌、道路、街镇',
} as const;

/** Cells that hold one word of a closed list, or a number. */
export function readWords(row: RowReader): void {
  for (const column of ['status', 'publish_level', 'precision'] as const) {
    const text = tidyText(row.text(column));
    if (saysNothing(text)) continue;
    const found = WORDS[column](text);
    if (found === null) {
      row.tell(`${column}.unknown`, column, '不在可选的范围里', `只能填：${CHOICES[column]}`);
      continue;
    }
    row.set(column, found);
    if (found !== text)
      row.tell(`${column}.guessed`, column, `当作“${found}”`, `看一下对不对；可以填：${CHOICES[column]}`);
  }
  for (const column of COUNTS) {
    const text = filled(row, column);
    if (text === '') continue;
    const found = readCount(text);
    if (found !== null) row.set(column, found);
    else {
      row.tell('count.unread', column, '不是人数，没有导入', '只写数字，不写姓名');
    }
  }
}
