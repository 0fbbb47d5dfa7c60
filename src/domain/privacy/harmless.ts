/** Ids and checksums that programs have made: UUIDs, MD5, SHA-1, SHA-256 and SHA-512 in hexadecimal digits. */
const MADE =
  /(?<![0-9a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})(?![0-9a-f])/giu;

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])';
const HOUR = '(?:2[0-4]|[01]?\\d)\\.[0-5]\\d';

/** No digits stand on this side, with a gap or without. */
const ALONE_BEFORE = '(?<![\\d.]|\\d[^\\w\\p{L},;:、。\\n]{1,5})';
const ALONE_BEHIND = '(?![\\d.]|[^\\w\\p{L},;:、。\\n]{1,5}\\d)';

/** What is written like a number in pieces and is none of a person. */
const FIGURES = [
  // 2021-11-26, and 2021.11 where nothing more of a date or number follows.
  `(?<!\\d|\\d[-./])(?:19|20)\\d\\d(?<mark>[-./])${MONTH}\\k<mark>${DAY}(?!\\d|\\k<mark>\\d)`,
  `(?<!\\d|\\d[-./])(?:19|20)\\d\\d(?<sign>[-./])${MONTH}(?!\\d|\\k<sign>\\d)`,
  // 1998-2005 as years.
  `(?<!\\d|\\d\\p{Pd})(?:19|20)\\d\\d ?[\\p{Pd}~/] ?(?:19|20)\\d\\d(?!\\d|[\\p{Pd}~/]\\d)`,
  // 8.30-11.30
  `(?<![\\d.])${HOUR}\\s?[\\p{Pd}~]{1,2}\\s?${HOUR}(?![\\d.])`,
  // A pair of coordinates; a fraction; the address of a computer; the version of a program; a tile of a map.
  '(?<![\\d.])-?\\d{1,3}\\.\\d{3,}\\s*[,、;/ ]\\s*-?\\d{1,3}\\.\\d{3,}(?![\\d.])',
  `${ALONE_BEFORE}0\\.\\d+${ALONE_BEHIND}`,
  `${ALONE_BEFORE}(?:${OCTET}\\.){3}${OCTET}${ALONE_BEHIND}`,
  `${ALONE_BEFORE}\\d+\\.0\\.\\d+\\.\\d+${ALONE_BEHIND}`,
  '(?<!\\d)\\d{1,2}/\\d{1,6}/\\d{1,6}(?=\\.(?:png|webp|jpe?g|pbf)\\b)',
];
const FIGURE = new RegExp(FIGURES.join('|'), 'gu');

const hide = (match: string) => '∅'.repeat(match.length);

/** A plain text with the ids and checksums of programs blotted out; each character keeps its place. */
export const withoutMadeIds = (plain: string): string => plain.replace(MADE, hide);

/** The same without dates, hours, coordinates, versions and other figures. */
export const withoutFigures = (plain: string): string => plain.replace(FIGURE, hide);
