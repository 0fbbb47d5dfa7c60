const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether 18 characters carry the check digit of an ID number (GB 11643). */
function hasIdCheckDigit(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether 18 characters are the code of a unit (统一社会信用代码, GB 32100) with its check character. */
function isCreditCode(text: string): boolean {
  if (!/^(?:1[1239]|5[1239]|9[123])/u.test(text)) return false;
  const sum = [...text.slice(0, 17)].reduce(
    (total, sign, at) => total + CREDIT_SIGNS.indexOf(sign) * (3 ** at % 31),
    0,
  );
  return CREDIT_SIGNS[(31 - (sum % 31)) % 31] === text[17];
}

/** Provinces, and the cities and prefectures that their ID numbers can name (GB/T 2260, with those of former years). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u;
const CITY =
  /^(?:(?:11|12|31|50)0[1-3]|(?!11|12|31|50|71|8)\d\d(?:0[1-9]|1\d|2\d|3[0-4]|4[0-3]|5[1-3]|90)|71\d\d|8[1-3]\d\d)/u;

const isRegion = (code: string): boolean =>
  PROVINCE.test(code) &&
  CITY.test(code) &&
  (/^(?:71|8[1-3])/u.test(code) ? code.endsWith('0000') : !code.endsWith('00'));

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether eight digits are a day on which somebody may be born who lives today. */
function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && !leap ? 28 : (DAYS[month - 1] ?? 0);
  return year >= 1900 && year < 2050 && day >= 1 && day <= last;
}

/** Whether digits can be an ID number in any writing: a quick look before `isIdNumber`. */
export function maybeId(digits: string): boolean {
  if (!/^\d{15}$|^\d{17}[\dXx]$/u.test(digits)) return false;
  const born = digits.length === 15 ? `19${digits.slice(6, 12)}` : digits.slice(6, 14);
  return (isRegion(digits.slice(0, 6)) && isBirthday(born)) || (digits.length === 18 && hasIdCheckDigit(digits));
}

/** Numbers of files carry a region, a day and a count as well, but of years in which few of their people were born. */
const FILED = { year: 2012, shortYear: 30 } as const;

/**
 * Whether the digits are those of an ID number: 18 with a valid check digit, 18 or 15 with a region and a birthday.
 * `split` where they are written in groups, as numbers of files are too; `odd` where other signs than blanks and
 * hyphens part them.
 */
export function isIdNumber(digits: string, split: boolean, odd: boolean): boolean {
  if (/^\d{15}$/u.test(digits)) {
    const old = !split || Number(digits.slice(6, 8)) >= FILED.shortYear;
    return old && isRegion(digits.slice(0, 6)) && isBirthday(`19${digits.slice(6, 12)}`);
  }
  if (!/^\d{17}[\dXx]$/u.test(digits)) return false;
  const plausible = isRegion(digits.slice(0, 6)) && isBirthday(digits.slice(6, 14));
  if (hasIdCheckDigit(digits)) return plausible || !odd;
  if (split && Number(digits.slice(6, 10)) >= FILED.year) return false;
  return plausible && !isCreditCode(digits);
}

/** Whether digits pass the Luhn check that card numbers carry. */
export function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
