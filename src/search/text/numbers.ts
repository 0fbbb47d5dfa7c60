/** So many digits are the least of a phone number; its last ones tell which files may know it, with or without area code. */
const LEAST = 7;

/** The digits at the end of a phone number by which it is looked up. */
export const numberEnd = (digits: string): string => digits.slice(-LEAST);

/** The key that a phone number stands under: its last four digits, the last one first. */
export const numberKey = (digits: string): string => [...digits.slice(-4)].reverse().join('');

/** The digits of a query that is a phone number of seven digits and more, without extension; empty where it is none. */
export function numberIn(text: string): string {
  const plain = text.normalize('NFKC').replace(/转\s*\d*$/u, '');
  const digits = plain.replace(/\D/gu, '');
  return digits.length >= LEAST && /^[\d\s()+\-‐-―−]+$/u.test(plain) ? digits : '';
}
