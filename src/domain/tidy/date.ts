import { addDays, type IsoDate } from '../time/dates.ts';
import { parseIsoDate } from '../time/validDate.ts';
import { HAN_NUMBER, readHanDigits, readHanNumber } from '../language/numerals.ts';
import { plainText } from '../language/plainText.ts';

/** A day read from a cell as clerks write it, and in Chinese what was guessed; null where it can't be told. */
export interface DateReading {
  readonly date: IsoDate | null;
  readonly guess: string | null;
}

const two = (value: number) => String(value).padStart(2, '0');
const sure = (year: number, month: number, day: number): DateReading => ({
  date: parseIsoDate(`${year}-${two(month)}-${two(day)}`),
  guess: null,
});

const WORDS = new RegExp(`^([〇零一二三四五六七八九]{4})年(${HAN_NUMBER})月(${HAN_NUMBER})[日号]?$`, 'u');

/** Days that a spreadsheet counts from 1899-12-30: 36526 is 2000-01-01. Only this century is taken for a date. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/** Excel's day number as a day; `date1904` counts from 1904, as old Macs did. */
export function fromSerial(serial: number, date1904 = false): IsoDate {
  return addDays(date1904 ? '1904-01-01' : '1899-12-30', Math.floor(serial));
}

/** Reads 2026-11-3, 2026/11/3, 2026.11.3, 2026年11月3日, 20261103, 二〇二六年十一月三日 and day numbers of Excel. */
export function tidyDate(cell: string): DateReading {
  const text = plainText(cell)
    .replace(/\s*\(?(?:周|星期|礼拜)[一二三四五六日天]\)?\s*$/u, '')
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[AP]M)?$/iu, '')
    .trim();
  const parts = /^(\d{4})\s*[-/.年_]\s*(\d{1,2})\s*[-/.月_]\s*(\d{1,2})\s*[日号.]?$/u.exec(text);
  if (parts !== null) return sure(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const run = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\.0+)?$/u.exec(text);
  if (run !== null) return sure(Number(run[1]), Number(run[2]), Number(run[3]));
  const words = WORDS.exec(text);
  if (words !== null) {
    return sure(
      readHanDigits(words[1] ?? '') ?? 0,
      readHanNumber(words[2] ?? '') ?? 0,
      readHanNumber(words[3] ?? '') ?? 0,
    );
  }
  const back = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (back !== null) {
    const [first, second, year] = [Number(back[1]), Number(back[2]), Number(back[3])];
    // 3/11/2026 may be March or November: only where one of the two can't be a month is it told.
    if (first > 12) return { ...sure(year, second, first), guess: '日期倒着写，按日、月、年读' };
    if (second > 12) return { ...sure(year, first, second), guess: '日期倒着写，按月、日、年读' };
    return { date: null, guess: null };
  }
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? Number(text) : 0;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    return { date: fromSerial(serial), guess: '是 Excel 的日期序号，按日期读' };
  }
  return { date: null, guess: null };
}
