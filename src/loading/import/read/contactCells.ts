import { personalDataIn } from '../../../domain/privacy/personalData.ts';
import { type TidyHours, tidyHours } from '../../../domain/tidy/hours.ts';
import { ZERO_ADDED } from '../../../domain/tidy/phoneRepairs.ts';
import { tidyPhones } from '../../../domain/tidy/phones.ts';
import { isSpoilt } from '../../../domain/tidy/spoiltDate.ts';
import { tidyText } from '../../../domain/tidy/words.ts';
import type { ImportContext } from './context.ts';
import type { RowReader } from './draft.ts';
import { safeText, safeWords, tellSpoilt } from './textCells.ts';

/** The telephones of a row; `completed` is told how many were given an area code. */
export function readPhones(row: RowReader, context: ImportContext, completed: (count: number) => void): void {
  const text = row.text('phone');
  const tidy = tidyPhones(text, context.net.areaCode, context.net.digits);
  row.set('phone', tidy.text);
  completed(tidy.completed);
  if (tidy.mobiles.length > 0) {
    row.tell('phone.mobile', 'phone', '有手机号，可能是个人的，没有导入', '填单位的座机或热线');
  }
  const guessed = tidy.guesses.join('；');
  if (guessed !== '') {
    // Excel eats the 0 of a whole column: said alike of every row, it is said once.
    const alike = tidy.guesses.length === 1 && guessed === ZERO_ADDED;
    const done = tidy.text === '' ? '没有当电话导入' : `按“${tidy.text}”导入`;
    const message = alike ? guessed : `${done}：${guessed}`;
    row.tell('phone.guessed', 'phone', message, '看一下对不对，号码之间用顿号');
  }
  if (tidy.unread.length > 0) tellUnread(row, tidy.unread.join('、'), context);
}

/** Tells what of the cell is no telephone. Digits that are nobody's own are kept in the internal note, without words. */
function tellUnread(row: RowReader, unread: string, { net }: ImportContext): void {
  const digits = unread
    .replace(/[^\s、;；/]*@[^\s、;；/]*/gu, '')
    .replace(/[^\d\s()+*#/、转-]/gu, '')
    .replace(/\(\s*\)|[(、/\s-]+$/gu, '')
    .trim();
  const kept = /\d/u.test(digits) && personalDataIn(digits.replace(/[^\d、]/gu, '')).length === 0;
  if (kept) row.keep('phone', digits);
  const bare = unread.split('、').some((piece) => /^[2-8]\d{6,7}$/u.test(piece.replace(/\D/gu, '')));
  row.tell(
    'phone.unread',
    'phone',
    `“${unread}”不像电话号码，没有当电话导入${kept ? '，里面的数字放进了内部备注' : ''}`,
    bare && net.areaCode === '' ? '写上区号，如 021-64371234' : '写成 021-64371234，分机写“转801”',
  );
}

/** The same few plans stand in thousands of rows. */
function tidied(text: string, beside: string, { hoursSeen }: ImportContext): TidyHours {
  const key = `${text}|${beside}`;
  const seen = hoursSeen.get(key);
  if (seen !== undefined) return seen;
  const tidy = tidyHours(text, beside);
  hoursSeen.set(key, tidy);
  return tidy;
}

/** The opening hours of a row: a weekly plan where one can be read, else the station's own words. */
export function readHours(row: RowReader, context: ImportContext): void {
  const text = row.text('hours');
  const remarks = [safeText(row, 'hours_note')];
  if (isSpoilt(text)) {
    tellSpoilt(row, 'hours');
    row.set('hours_note', remarks.join(''));
    return;
  }
  const tidy = tidied(text, remarks.join(''), context);
  row.set('hours', tidy.text);
  if (tidy.guesses.length > 0) {
    row.tell('hours.guessed', 'hours', `按“${tidy.text}”导入：${tidy.guesses.join('；')}`, '看一下对不对');
  }
  if (tidy.note !== '') {
    row.tell(
      'hours.remark',
      'hours',
      `“${tidy.note}”放进了“开放时间说明”，页面上照登`,
      '看一下对不对；不用登的，导入以后删掉',
    );
  }
  if (tidy.faults.length > 0) {
    row.tell(
      'hours.unread',
      'hours',
      `${tidy.faults.join('；')}，原话放进了“开放时间说明”，页面上照登`,
      '写成：周一至周五 9:00-11:30、13:00-17:00；国定假日休息',
    );
  }
  const words = safeWords(row, 'hours', tidy.faults.length > 0 ? tidyText(text) : tidy.note);
  remarks.unshift(words);
  if (words !== '') row.keep('hours', words);
  row.set('hours_note', [...new Set(remarks)].filter((remark) => remark !== '').join('；'));
}
