/** A piece of text that may identify a person, and what it looks like. */
export interface PersonalData {
  readonly kind: '身份证号' | '手机号' | '银行卡号' | '邮箱';
  readonly text: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether 18 characters are a valid ID number: the last is the check digit of GB 11643. */
function isIdNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** Whether digits pass the Luhn check that card numbers carry. */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Ids and checksums that programs have made: UUIDs, MD5 and SHA-256 in hexadecimal digits. */
const MADE = /(?<![0-9a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{64})(?![0-9a-f])/giu;

/** What a number looks like, with or without separators; nothing where it is none of a person. */
function numberIn(match: string): PersonalData[] {
  const digits = match.replace(/[ -]/gu, '');
  if (/^\d{17}[\dXx]$/u.test(digits) && isIdNumber(digits)) return [{ kind: '身份证号', text: match }];
  if (/^(?:86)?1[3-9]\d{9}$/u.test(digits)) return [{ kind: '手机号', text: match }];
  if (/^\d{16,19}$/u.test(digits) && isCardNumber(digits)) return [{ kind: '银行卡号', text: match }];
  // Several numbers side by side are looked at one by one.
  return digits === match ? [] : match.split(/[ -]/u).flatMap(numberIn);
}

/** Everything in a text that must never be published (docs/norms.md §5). Separators inside numbers don't hide them. */
export function personalDataIn(text: string): PersonalData[] {
  const plain = text.normalize('NFKC').replace(MADE, '·');
  const numbers = plain.matchAll(/(?<![\d.])\d(?:[ -]?\d){10,18}[xX]?(?!\d)/gu);
  const addresses = plain.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu);
  return [
    ...[...numbers].flatMap(([match]) => numberIn(match)),
    ...[...addresses].map(([match]) => ({ kind: '邮箱' as const, text: match })),
  ];
}
