import { HAN_NUMBER, readHanDigits, readHanNumber } from '../language/numerals.ts';
import type { IsoDate } from '../time/dates.ts';
import { isValidDate } from '../time/validDate.ts';

const YEAR = '([12]\\d{3}|[〇零一二三四五六七八九]{4})';
const PART = `(\\d{1,2}|${HAN_NUMBER})`;
const MONTH = new RegExp(`^${YEAR}(?:年|[./-])${PART}(?:月份?|月${PART}[日号]?|[./-]${PART})?$`, 'u');
const DAY = new RegExp(`^${YEAR}(?:年|[./-])${PART}(?:月|[./-])${PART}[日号]?$`, 'u');

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const number = (text: string): number | null => (/^\d+$/u.test(text) ? Number(text) : readHanNumber(text));

const two = (value: number): string => String(value).padStart(2, '0');

/** A month as somebody writes it: 2026年3月, 2026.3, 二〇二六年三月 → `2026-03`; null where it is none. */
export function monthWritten(text: string): string | null {
  const [, year = '', month = ''] = MONTH.exec(bare(text)) ?? [];
  const y = /^\d+$/u.test(year) ? Number(year) : readHanDigits(year);
  const m = number(month);
  return y === null || m === null || m < 1 || m > 12 ? null : `${y}-${two(m)}`;
}

/** A day as somebody writes it: 2027年12月31日, 2027/12/31 → `2027-12-31`; null where there is no such day. */
export function dayWritten(text: string): IsoDate | null {
  const [, year = '', month = '', day = ''] = DAY.exec(bare(text)) ?? [];
  const y = /^\d+$/u.test(year) ? Number(year) : readHanDigits(year);
  const m = number(month);
  const d = number(day);
  if (y === null || m === null || d === null) return null;
  const date = `${y}-${two(m)}-${two(d)}`;
  return isValidDate(date) ? date : null;
}

/** A count as somebody writes it: 11, 11次, 十一次; null where it is none. */
export function countWritten(text: string): number | null {
  const value = number(bare(text).replace(/[次场人名位个回]+$/u, ''));
  return value === null || value < 1 ? null : value;
}

/** The roles in a line like 社工2人、志愿者三名; null where one lacks its number. */
export function teamWritten(text: string): readonly { readonly role: string; readonly count: number }[] | null {
  const parts = text.split(/[、，,；;\n]+/u).filter((part) => part.trim() !== '');
  const team = parts.map((part) => {
    const [, role = '', count = ''] =
      new RegExp(`^(.*?)[×xX*]?(\\d+|${HAN_NUMBER})[人名位个]?$`, 'u').exec(bare(part)) ?? [];
    return { role, count: countWritten(count) ?? 0 };
  });
  return team.length === 0 || team.some(({ role, count }) => role === '' || count === 0) ? null : team;
}

/** `2026-03` as the form shows it: 2026年3月. */
export const monthShown = (month: string): string => month.replace(/^(\d{4})-0?(\d+)$/u, '$1年$2月');

/** `2027-12-31` as the form shows it: 2027年12月31日. */
export const dayShown = (day: string): string => day.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日');
