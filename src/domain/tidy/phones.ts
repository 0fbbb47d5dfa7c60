import { halfWidth, isBlankWord } from '../language/plainText.ts';
import { formatPhones, parsePhones, type FixedNet, type Phone } from '../station/phone.ts';
import { OTHER, phoneRepairs } from './phoneRepairs.ts';
import { isDate } from './spoiltDate.ts';
import { repairedBy } from './repairs.ts';

/** Numbers read from a cell as clerks write it. Nothing is lost in silence: what isn't in `phones` is in the rest. */
export interface TidyPhones {
  /** Landlines and hotlines, as `stations.csv` holds them; empty text where there is none. */
  readonly text: string;
  /** What was guessed or left out, in Chinese. */
  readonly guesses: readonly string[];
  /** Pieces that are no number, in the words of the cell. */
  readonly unread: readonly string[];
  /** Mobile numbers met: they may be somebody's own and are never published. */
  readonly mobiles: readonly string[];
  /** How many numbers got the area code of the city. */
  readonly completed: number;
}

/** No list of numbers is longer; what is must not keep a program busy. */
const LONGEST_CELL = 500;

const NONE: TidyPhones = { text: '', guesses: [], unread: [], mobiles: [], completed: 0 };

const LABEL =
  /(?:24\s*小时)?(?:联系|咨询|办公|服务|值班|办公室|投诉|监督|预约|挂号|急诊|门诊|总机|值班室|对外|固定|座机)*(?:电话|热线|座机|总机|号码|固话|手机)(?:号码|号)?\s*[:：]?|\b(?:tel|phone)\b\.?\s*[:：]?/giu;

const asciiForms = (cell: string) => halfWidth(cell).replace(/[‐-―−─﹣ー]/gu, '-');

/** 64371234转801、802 as two numbers: an extension that stands alone belongs to the number before it. */
function spreadExtensions(text: string): string {
  const one = /(\d[\d\s()-]{6,})\s*(?:转|\*|#)\s*(\d{1,6})((?:\s*[、,/或]\s*\d{1,4}(?!\d|[- ]*\d{3}))+)/gu;
  return text.replace(one, (_, main: string, first: string, rest: string) =>
    [first, ...rest.split(/[、,/或]/u).map((part) => part.trim())]
      .filter((part) => part !== '')
      .map((extension) => `${main.trim()}转${extension}`)
      .join('、'),
  );
}

const FAX = /传真|fax/iu;
const NO_PHONE = new RegExp(`${OTHER}|@`, 'iu');

/** The pieces of a cell, each with whether the one before it was on the same line, so that its label still holds. */
function piecesOf(text: string): { readonly piece: string; readonly goesOn: boolean }[] {
  const parts = text.split(/([、,;；|\n\r。]|\/|或者?|以及|及|和)/u);
  return parts.flatMap((part, at) =>
    at % 2 === 1 ? [] : [{ piece: part.trim(), goesOn: at > 0 && !/[;；|\n\r。]/u.test(parts[at - 1] ?? '') }],
  );
}

/** A piece without the words around its number: labels, and what stands in brackets and holds no digit. */
function withoutWords(piece: string): { text: string; words: string } {
  const bare = piece.replace(/[（(][^（()）\d]*[)）]/gu, ' ');
  const text = bare
    .replace(/转(?!\s*:?\s*\d)/gu, ' ')
    .replace(/[^\d\s()+*#转x.-]+/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return { text, words: piece === text ? '' : piece };
}

/**
 * The numbers of a cell that a clerk filled in by hand. `areaCode` (`021`) is the city's, for numbers written without,
 * `length` their digits then.
 */
export function tidyPhones(cell: string, areaCode = '', length = 8): TidyPhones {
  if (isBlankWord(cell)) return NONE;
  if (cell.length > LONGEST_CELL) return { ...NONE, unread: [`${cell.slice(0, 20)}…`] };
  if (isDate(cell)) return { ...NONE, unread: [cell.trim()] };
  const mended = repairedBy(phoneRepairs({ areaCode, digits: length }), asciiForms(cell).trim());
  const guesses = new Set(mended.guesses);
  const text = spreadExtensions(mended.text);

  const phones: Phone[] = [];
  const unread: string[] = [];
  let completed = 0;
  // The net of the number before it on the same line: 0571-87654321转8001/87654322.
  let net: FixedNet = { areaCode, digits: length };
  const take = (found: readonly Phone[], alone: readonly Phone[]) => {
    phones.push(...found);
    if (net.areaCode === areaCode) completed += found.length - alone.length;
  };
  // What the label before says of the numbers that follow it: QQ：20000001、20000002.
  let label: string | null = null;
  for (const { piece, goesOn } of piecesOf(text)) {
    if (!goesOn) {
      label = null;
      net = { areaCode, digits: length };
    }
    if (piece === '' || isBlankWord(piece)) continue;
    const other: string | null = NO_PHONE.exec(piece)?.[0] ?? (/^[\d\s()+-]+$/u.test(piece) ? label : null);
    label = other === '@' ? null : other;
    if (other !== null && FAX.test(other)) {
      guesses.add('传真号没有放进电话');
      continue;
    }
    if (other !== null || isDate(piece)) {
      unread.push(piece);
      continue;
    }
    const plain = piece.replace(LABEL, ' ').trim();
    if (plain === '') continue;
    const asIs = parsePhones(plain, net.areaCode, net.digits);
    if (asIs.faults.length === 0) {
      take(asIs.phones, parsePhones(plain).phones);
      net = commonNet(asIs.phones.slice(-1), null, net);
      continue;
    }
    const { text: digits } = withoutWords(plain);
    const stripped = parsePhones(digits, net.areaCode, net.digits);
    if (digits !== '' && stripped.faults.length === 0 && stripped.phones.length > 0) {
      guesses.add('去掉了号码以外的字');
      take(stripped.phones, parsePhones(digits).phones);
      net = commonNet(stripped.phones.slice(-1), null, net);
    } else unread.push(piece);
  }
  const seen = new Map(phones.map((phone) => [phone.tel, phone]));
  const all = [...seen.values()];
  return {
    text: formatPhones(all.filter(({ kind }) => kind !== '手机')),
    guesses: [...guesses],
    unread,
    mobiles: all.filter(({ kind }) => kind === '手机').map(({ display }) => display),
    completed,
  };
}

/** The thing that most of a list are, the first met of equals; null for an empty one. */
function commonest<T>(all: readonly T[]): T | null {
  const counts = [...Map.groupBy(all, (one) => one)].map(([one, same]) => [one, same.length] as const);
  return counts.sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/**
 * The fixed net that most of these numbers belong to, `areaCode` if one is given: 021 with 8 digits. Without any number
 * of it `none`: an empty code and the length 8, which a shorter number of another city can't be taken for.
 */
export function commonNet(
  phones: readonly Phone[],
  areaCode: string | null = null,
  none: FixedNet = { areaCode: '', digits: 8 },
): FixedNet {
  const fixed = phones.flatMap(({ display, kind }) => {
    const [, area = '', local = ''] = kind === '固话' ? (/^(0\d+)-([\d-]+)/u.exec(display) ?? []) : [];
    return area === '' ? [] : [{ area, digits: local.replace(/-/gu, '').length }];
  });
  const area = areaCode ?? commonest(fixed.map((one) => one.area)) ?? none.areaCode;
  const digits = commonest(fixed.filter((one) => one.area === area).map((one) => one.digits));
  return { areaCode: area, digits: digits ?? none.digits };
}
