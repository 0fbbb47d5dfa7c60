import { plainText } from '../language/plainText.ts';

const YEAR = '(?:19|20)\\d{2}';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NAME = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const TIME = '(?:[T\\s]*\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?)?';

const FORMS = [
  `${YEAR}\\s*[-/.年]\\s*${MONTH}\\s*[-/.月]\\s*${DAY}[日号]?`,
  `${YEAR}年${MONTH}月?`,
  `${MONTH}月${DAY}[日号]?`,
  `${MONTH}/${DAY}(?:/(?:${YEAR}|\\d{2}))?`,
  `${DAY}/${MONTH}/${YEAR}`,
  `${DAY}[-\\s]${MONTH_NAME}(?:[-\\s]\\d{2,4})?`,
  `${MONTH_NAME}[-\\s]\\d{1,4}`,
];
const WRITTEN = new RegExp(`^(?:${FORMS.join('|')})${TIME}$`, 'iu');
const RUN = new RegExp(`^${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])$`, 'u');

/** Whether a text is a date and nothing else: 2026-05-01, 5月1日, 1900/1/5, 17-Sep, 20260501. */
export function isDate(text: string): boolean {
  const plain = plainText(text);
  return WRITTEN.test(plain) || RUN.test(plain);
}

/** Whether a cell of words or times holds what a spreadsheet makes of 3-4 or 9-17: a date, its serial, a part of a day. */
export function isSpoilt(text: string): boolean {
  return isDate(text) || /^(?:[1-7]\d{4}(?:\.\d+)?|0?\.\d{3,})$/u.test(plainText(text));
}
