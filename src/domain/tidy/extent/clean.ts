import { halfWidth } from '../../language/plainText.ts';
import { HAN_DOOR } from './tokens.ts';

/** A cell with its signs made alike, and for each of them its place in the cell. */
export interface CleanCell {
  readonly text: string;
  /** The place in the cell of each sign of the text; one more for the end. */
  readonly places: readonly number[];
}

/** Signs that are not seen. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const DASHES = /[‐-―−─━～〜∼﹣－ー]/u;
const ALIKE: Readonly<Record<string, string>> = {
  '【': '(',
  '〔': '(',
  '[': '(',
  '﹙': '(',
  '】': ')',
  '〕': ')',
  ']': ')',
  '﹚': ')',
  '~': '-',
  '﹐': ',',
  '﹑': '、',
  '﹔': ';',
  '\r': '\n',
  '\u2028': '\n',
  '\v': '\n',
};

/** Half-width signs, one dash, round brackets, nothing that is not seen. */
export function cleanCell(cell: string): CleanCell {
  const half = halfWidth(cell);
  const signs: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < half.length; at += 1) {
    const sign = half[at] ?? '';
    if (UNSEEN.test(sign)) continue;
    signs.push(DASHES.test(sign) ? '-' : (ALIKE[sign] ?? sign));
    places.push(at);
  }
  places.push(cell.length);
  return { text: signs.join(''), places };
}

const RING = '[①-⑳⑴-⒇⒈-⒛❶-❿➀-➓]';
const HAN = '[一二三四五六七八九十]{1,3}';
/** What begins a line or an item: ①, 一、, 1., 1、, (1), 1). */
const MARK = new RegExp(
  `${RING}|(?<=^|[\\n;。\\s])(?:(?:${HAN})(?:、|\\.|,)(?!${HAN_DOOR}|${HAN}、)|\\((?:\\d{1,2}|${HAN})\\)|第?(\\d{1,2})(?<dot>[.、)])(?<blank>[^\\S\\n]?))`,
  'gu',
);

/** The marks of a numbered list, and the beginnings of lines that may be a mark as well as a number on a door. */
export interface ListMarks {
  /** From the place of a mark to the place behind it. */
  readonly marks: ReadonlyMap<number, number>;
  readonly doubtful: ReadonlySet<number>;
}

/**
 * Finds the marks of a numbered list. A number before a name is one (`1、甲路`), and so are 1, 2, 3 … at the beginning of
 * lines; two lines that begin with `1、3号` and `2、4号` may be both.
 */
export function listMarks(text: string): ListMarks {
  const marks = new Map<number, number>();
  const open: { readonly at: number; readonly end: number; readonly number: number; readonly firm: boolean }[] = [];
  for (const match of text.matchAll(MARK)) {
    const at = match.index;
    const end = at + match[0].length;
    const number = match[1];
    const next = text.slice(end, end + 2).trimStart();
    if (number === undefined) {
      // A lone (1) behind a name is a number of it.
      const first = startsLine(text, at) ? /^[^)号弄]/u : /^[^\d)]/u;
      if (!match[0].includes('(') || first.test(next)) marks.set(at, end);
      continue;
    }
    if (next !== '' && !/^[\d\s(),.;、，；。弄号幢栋组门-]/u.test(next)) marks.set(at, end);
    else if (/^\d/u.test(next) && startsLine(text, at)) {
      const { dot, blank } = match.groups ?? {};
      open.push({ at, end, number: Number(number), firm: dot === ')' || (dot === '.' && blank !== '') });
    }
  }
  const counted = open.length > 1 && open.every(({ number }, index) => number === index + 1);
  const doubtful = new Set<number>();
  for (const { at, end, firm } of open) {
    if (firm || (counted && open.length > 2)) marks.set(at, end);
    else if (counted) doubtful.add(at);
  }
  return { marks, doubtful };
}

const startsLine = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n';
