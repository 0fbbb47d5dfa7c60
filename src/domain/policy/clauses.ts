/** A clause of a policy text. The paragraphs before the first heading are the clause `0`, with an empty label. */
export interface Clause {
  /** `0`, `3`, `3-2`: part of addresses, never changes. */
  readonly id: string;
  /** The level of its heading: 1 for 三、, 2 for （二）, 3 for 1.; 0 for the opening. */
  readonly level: number;
  /** The label in citations: 三（二）. */
  readonly label: string;
  /** The heading without its number. */
  readonly title: string;
  /** The heading as the original has it: （二）人员配置. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

const HAN_DIGITS = '零一二三四五六七八九';

/** Writes 1 to 99 as a Chinese number (三十二); throws RangeError for anything else. */
export function toHan(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`没有${value}的汉字写法`);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? HAN_DIGITS[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? HAN_DIGITS[ones] : '');
}

/** Reads a Chinese number from 一 to 九十九; null for anything else. */
export function fromHan(text: string): number | null {
  const match = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (match === null) return null;
  const [, tens = '', ten = '', ones = ''] = match;
  const digit = (char: string): number => Math.max(0, HAN_DIGITS.indexOf(char));
  if (ten === '') return tens !== '' && ones !== '' ? null : digit(tens || ones) || null;
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

/** A numbered heading: level 1 for 三、, 2 for （二）, 3 for 1. or 1．. */
export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

/** Reads a heading like `## 一、工作目标`, `### （一）综合社工站` or `#### 1. …`; null where the line is no numbered heading. */
export function parseHeading(line: string): Heading | null {
  const marks = /^#{1,6}\s+(.+?)\s*#*\s*$/.exec(line);
  if (marks === null) return null;
  const text = marks[1] ?? '';
  const han = /^(?:([一二三四五六七八九十]+)、|[（(]([一二三四五六七八九十]+)[）)])\s*(.*)$/.exec(text);
  if (han !== null) {
    const number = fromHan(han[1] ?? han[2] ?? '');
    return number === null ? null : { level: han[1] === undefined ? 2 : 1, number, title: han[3] ?? '', text };
  }
  const plain = /^(\d{1,2})\s*[.．、]\s*(.*)$/.exec(text);
  return plain === null ? null : { level: 3, number: Number(plain[1]), title: plain[2] ?? '', text };
}

/**
 * The label of a clause id: `3-2` is 三（二）, `3-2-1` is 三（二）1, `copy` is 抄送, `0` is empty. Throws RangeError for anything
 * else.
 */
export function clauseLabel(id: string): string {
  if (id === '0') return '';
  if (id === 'copy') return '抄送';
  const [chapter = NaN, clause, item, ...rest] = id.split('-').map(Number);
  if (rest.length > 0) throw new RangeError(`不是条款号：${id}`);
  return (
    toHan(chapter) + (clause === undefined ? '' : `（${toHan(clause)}）`) + (item === undefined ? '' : String(item))
  );
}

/** The clause id of a label: `3-2` for 三（二）; null where the text is no label. */
export function clauseId(label: string): string | null {
  if (label === '抄送') return 'copy';
  const match = /^([一二三四五六七八九十]+)(?:[（(]([一二三四五六七八九十]+)[）)](\d{1,2})?)?$/.exec(label);
  if (match === null) return null;
  const [, chapter = '', clause, item] = match;
  const numbers = [fromHan(chapter), clause === undefined ? undefined : fromHan(clause), item];
  return numbers.includes(null) ? null : numbers.filter((part) => part !== undefined).join('-');
}

/**
 * The clauses of a Markdown body, in order. Lines of one paragraph are joined without a space, and a heading without a
 * number is text of the clause that it stands in.
 */
export function parseClauses(markdown: string): Clause[] {
  const clauses: (Clause & { paragraphs: string[] })[] = [
    { id: '0', level: 0, label: '', title: '', heading: '', paragraphs: [] },
  ];
  const path: number[] = [];
  for (const block of markdown.replace(/^(#{1,6}\s.*)$/gm, '\n$1\n').split(/\r?\n(?:[ \t]*\r?\n)+/)) {
    const lines = block.split(/\r?\n/).map((line) => line.trim());
    const text = lines.join('').trim();
    if (text === '') continue;
    const heading = parseHeading(text);
    // A （二） without a 一、 before it has no clause to belong to: it counts as text.
    if (heading === null || heading.level > path.length + 1) {
      clauses.at(-1)?.paragraphs.push(text.replace(/^#{1,6}\s+/, ''));
      continue;
    }
    path.splice(heading.level - 1, path.length, heading.number);
    const id = path.join('-');
    const { level, title } = heading;
    clauses.push({ id, level, label: clauseLabel(id), title, heading: heading.text, paragraphs: [] });
  }
  return clauses.filter(({ id, paragraphs }) => id !== '0' || paragraphs.length > 0);
}

/** All clauses of a document that can be cited: those of its body, and 抄送 where the document was copied to anybody. */
export function documentClauses(body: string, copyTo: readonly string[]): Clause[] {
  const clauses = parseClauses(body);
  if (copyTo.length === 0) return clauses;
  const name = clauseLabel('copy');
  const paragraphs = [`抄送：${copyTo.join('、')}。`];
  return [...clauses, { id: 'copy', level: 1, label: name, title: name, heading: name, paragraphs }];
}

/** The name of a clause: its label, or 开头 for the paragraphs before 一、. */
export function clauseName({ label }: { readonly label: string }): string {
  return label === '' ? '开头' : label;
}

/** The full citation of a clause: 《…》（沪民社工发〔2021〕5号）三（二）. */
export function citation(docTitle: string, docNumber: string, id: string): string {
  return `《${docTitle}》（${docNumber}）${clauseLabel(id)}`;
}

/** The short citation of a clause: 沪民社工发〔2021〕5号 三（二） (docs/norms.md §4). */
export function shortCitation(docNumber: string, id: string): string {
  return `${docNumber} ${clauseLabel(id)}`.trim();
}

/**
 * The text that the lock of an original is computed from: without marks of headings and bold type, without white space
 * (docs/norms.md §4).
 */
export function normalisedText(body: string): string {
  return body
    .replace(/^\s*#{1,6}(?=\s)/gm, '')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, '');
}

/** A reference to a clause of a policy; in cells `<policy slug>#<clause id>`. */
export interface ClauseRef {
  readonly policy: string;
  readonly clause: string;
}
