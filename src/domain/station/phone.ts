import { halfWidth } from '../language/plainText.ts';

/** A telephone number as it is shown and as a `tel:` link holds it: without separators, the extension after `,`. */
export interface Phone {
  readonly display: string;
  readonly tel: string;
  readonly kind: '固话' | '热线' | '手机';
  readonly extension: string | null;
}

/** The numbers read from a cell, and in Chinese what could not be read. */
export interface PhoneReading {
  readonly phones: readonly Phone[];
  readonly faults: readonly string[];
}

const DIGITS = /^\d+$/;
const EXAMPLE = '固话写 021-64371234，分机写 021-64371234转801，几个号码之间用顿号';

/** Unifies a cell: half-width characters, every dash as `-`, every way to write an extension as `*`. */
function normalise(cell: string): string {
  return halfWidth(cell)
    .replace(/[‐-―−─﹣ー]/g, '-')
    .replace(/\s*\(?\s*(?:转|分机|ext\.?|x|\*|#)\s*(?:分机)?[:\s]*(\d{1,6})\s*\)?/gi, '*$1')
    .replace(/[.·]/g, '-');
}

const phone = (kind: Phone['kind'], shown: string, dialled: string, extension: string | null): Phone => ({
  display: extension === null ? shown : `${shown}转${extension}`,
  tel: extension === null ? dialled : `${dialled},${extension}`,
  kind,
  extension,
});

/** Whether a number is dialled without an area code: 110, 12345, 962200, 95588, 95105828. */
const isHotline = (digits: string): boolean => /^(?:1[12]\d|1\d{4}|9[56]\d{3,4}|951\d{5})$/.test(digits);

/** The landline network of a city: its area code, empty where unknown, and how many digits local numbers have. */
export interface FixedNet {
  readonly areaCode: string;
  readonly digits: number;
}

/**
 * Splits a landline number into area code without 0 and local number. Local numbers begin with 2 to 8, or with 000 in
 * sample data.
 */
function landline(digits: string, net: FixedNet): { area: string; local: string } | null {
  const whole = /^(?:0(10|2\d)(?=[2-8]|000)(\d{8})|0([3-9]\d\d)(?=[2-8]|000)(\d{7,8}))$/.exec(digits);
  if (whole !== null) return { area: whole[1] ?? whole[3] ?? '', local: whole[2] ?? whole[4] ?? '' };
  const { areaCode, digits: length } = net;
  const isLocal = areaCode !== '' && digits.length === length && /^[2-8]\d+$/.test(digits);
  return isLocal ? { area: areaCode.slice(1), local: digits } : null;
}

/** Where separators stand between the digits of a text: 021-6437 1234 has them after 3 and 7. */
function breaksIn(text: string): readonly number[] {
  const groups = text.match(/\d+/g) ?? [];
  return groups.slice(1).map((_, at) => groups.slice(0, at + 1).join('').length);
}

const within = (breaks: readonly number[], ...places: readonly number[]) => breaks.every((at) => places.includes(at));

/** A 400 or 800 number as the groups in which it is read out; those that were written stay, and odd ones are none. */
function freeNumber(digits: string, breaks: readonly number[], extension: string | null): Phone | null {
  const groups = [
    [3, 6],
    [4, 7],
    [4, 6],
    [3, 7],
  ].find((places) => within(breaks, ...places));
  if (groups === undefined) return null;
  const [first = 3, second = 6] = groups;
  return phone(
    '热线',
    `${digits.slice(0, first)}-${digits.slice(first, second)}-${digits.slice(second)}`,
    digits,
    extension,
  );
}

/** One number without its extension. A separator that was written must stand where the parts of the number meet. */
function readMain(text: string, net: FixedNet, extension: string | null): Phone | null {
  const abroad = /^\(?(?:\+|00)\s*86\)?/.exec(text)?.[0] ?? '';
  const rest = text.slice(abroad.length);
  const bare = rest.replace(/[-\s()]/g, '');
  // After +86 the area code is written without its 0, which is needed below.
  const added = abroad !== '' && /^(?:10|2\d|[3-9]\d\d)\d{7,8}$/.test(bare) ? '0' : '';
  const digits = added + bare;
  if (!DIGITS.test(digits)) return null;
  const breaks = breaksIn(rest).map((at) => at + added.length);
  if (/^1[3-9]\d{9}$/.test(digits)) return phone('手机', digits, `+86${digits}`, extension);
  if (/^[48]00\d{7}$/.test(digits)) return freeNumber(digits, breaks, extension);
  if (isHotline(digits) && breaks.length === 0) return phone('热线', digits, digits, extension);
  const prefixed = /^0(10|2\d|[3-9]\d\d)(\d{5,6})$/.exec(digits);
  if (prefixed !== null && isHotline(prefixed[2] ?? '') && within(breaks, (prefixed[1] ?? '').length + 1)) {
    return phone('热线', `0${prefixed[1]}-${prefixed[2]}`, `+86${prefixed[1]}${prefixed[2]}`, extension);
  }
  const fixed = landline(digits, net);
  if (fixed === null) return null;
  const { area, local } = fixed;
  const start = digits.length - local.length;
  if (!within(breaks, start, digits.length - 4)) return null;
  // A number that was written in groups of four is shown so.
  const grouped = local.length === 8 && breaks.includes(digits.length - 4);
  const shown = grouped ? `${local.slice(0, 4)}-${local.slice(4)}` : local;
  return phone('固话', `0${area}-${shown}`, `+86${area}${local}`, extension);
}

function readOne(text: string, net: FixedNet): Phone | null {
  const [main = '', extension, ...rest] = text.trim().split('*');
  if (rest.length > 0) return null;
  if (extension !== undefined) {
    return /^\d{1,6}$/.test(extension) ? readMain(main.trim(), net, extension) : null;
  }
  const whole = readMain(main, net, null);
  const dashed = whole === null ? /^(.+)-\s*(\d{1,5})$/.exec(main) : null;
  // Behind 110 a hyphen begins no extension.
  const hasExtension = dashed !== null && (dashed[1] ?? '').replace(/\D/g, '').length > 4;
  return hasExtension ? readMain(dashed[1] ?? '', net, dashed[2] ?? null) : whole;
}

function explain(text: string): string {
  const digits = text.replace(/\D/g, '');
  if (/^(?:无|暂无|没有|[-/]+)$/.test(text)) return `“${text}”不是号码：没有电话就留空`;
  if (digits === '') return `“${text}”里没有号码：${EXAMPLE}`;
  if (/[^\d\s()+*-]/.test(text)) return `“${text}”里有号码以外的字：只写号码，不写姓名和科室`;
  if (/^[2-8]\d{6,7}$/.test(digits)) return `“${text}”没有区号：${EXAMPLE}`;
  if (/^1[3-9]/.test(digits) && digits.length >= 9)
    return `“${text}”是 ${digits.length} 位数字，手机号是 11 位：补齐或删去多的`;
  return `“${text}”是 ${digits.length} 位数字，不像电话号码：${EXAMPLE}`;
}

/**
 * Reads a piece in which only spaces separate numbers; at each position the longest run of parts that forms a number
 * counts.
 */
function readSpaced(text: string, net: FixedNet): PhoneReading {
  const parts = text.split(/\s+/);
  const phones: Phone[] = [];
  for (let at = 0; at < parts.length;) {
    let taken = 0;
    for (let length = Math.min(6, parts.length - at); length > 0 && taken === 0; length -= 1) {
      const found = readOne(parts.slice(at, at + length).join(' '), net);
      if (found === null) continue;
      phones.push(found);
      taken = length;
    }
    // If one part belongs to no number, none of the piece is trusted.
    if (taken === 0) return { phones: [], faults: [explain(text)] };
    at += taken;
  }
  return { phones, faults: [] };
}

/**
 * Reads the numbers of one cell, each once. `areaCode` (`021`) completes numbers of `digits` digits that lack one;
 * without it they are faults.
 */
export function parsePhones(cell: string, areaCode = '', digits = 8): PhoneReading {
  const pieces = normalise(cell)
    .replace(/(?:联系|咨询|办公|服务)?(?:电话|热线)\s*[:：]|\btel\b-?\s*:?/gi, ' ')
    .split(/[、，,;；/|\n\r。]|或|以及|及|和/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const readings = pieces.map((piece) => readSpaced(piece, { areaCode, digits }));
  const seen = new Map<string, Phone>();
  for (const found of readings.flatMap(({ phones }) => phones)) if (!seen.has(found.tel)) seen.set(found.tel, found);
  return { phones: [...seen.values()], faults: readings.flatMap(({ faults }) => faults) };
}

/** The numbers as a cell; `parsePhones` reads them back unchanged. */
export function formatPhones(phones: readonly Phone[]): string {
  return phones.map(({ display }) => display).join('、');
}
