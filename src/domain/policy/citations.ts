import { type RegisteredDocument, isDocNumber } from './documents.ts';

/** A faulty citation: the code of the rule, the words at fault, and what to write instead. */
export interface CitationFault {
  readonly code: 'cite-form' | 'cite-title' | 'cite-number' | 'cite-two-titles' | 'cite-unknown';
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

const NUMBER = '[\\p{Script=Han}]{2,12}[〔［【\\[(（]\\s*\\d{4}\\s*[〕］】\\])）]\\s*(?:第\\s*)?\\d+\\s*号';
const TITLED = new RegExp(`《([^《》]+)》\\s*[（(]\\s*(${NUMBER})\\s*[）)]`, 'gu');
const BARE = new RegExp(NUMBER, 'gu');
const TITLE = /《([^《》]+)》/gu;
/** Matches titles of official documents; other titles, such as newspapers and books, are not checked. */
const OFFICIAL = /(?:通知|意见|办法|规定|细则|决定|方案|条例|规划|批复|通告|公告|函)$/u;

const spaceless = (text: string) => text.replace(/\s+/gu, '');
const full = ({ title, docNumber }: RegisteredDocument) => `《${title}》${docNumber === '' ? '' : `（${docNumber}）`}`;

/**
 * The document whose number ends the found text, which may have words of the sentence before it; undefined where there
 * is none.
 */
const endsWithKnown = (text: string, register: readonly RegisteredDocument[]) =>
  register.find(({ docNumber }) => docNumber !== '' && text.endsWith(docNumber));

function pairFault(title: string, number: string, register: readonly RegisteredDocument[]): CitationFault | null {
  const value = `《${title}》（${number}）`;
  const byNumber = register.find(({ docNumber }) => docNumber === number);
  if (byNumber !== undefined) {
    if (byNumber.title === title) return null;
    return byNumber.otherTitles.includes(title)
      ? {
          code: 'cite-two-titles',
          value,
          message: '这个文号有两个题目，这里用的不是本站定下的那一个',
          remedy: `写成 ${full(byNumber)}；要照录原文，放进 <Cite>`,
        }
      : { code: 'cite-title', value, message: '文号对，题目不对', remedy: `写成 ${full(byNumber)}` };
  }
  const byTitle = register.find((entry) => entry.title === title || entry.otherTitles.includes(title));
  return byTitle === undefined
    ? {
        code: 'cite-unknown',
        value,
        message: '登记簿里没有这份文件',
        remedy: '核对题目和文号；确实要引，先在 documents.csv 里登记',
      }
    : { code: 'cite-number', value, message: '题目对，文号不对', remedy: `写成 ${full(byTitle)}` };
}

function bareNumberFault(found: string, register: readonly RegisteredDocument[]): CitationFault | null {
  if (endsWithKnown(found, register) !== undefined) return null;
  const written = spaceless(found).replace(/[〔［【[(（](\d{4})[〕］】\])）]第?/u, '〔$1〕');
  const meant = endsWithKnown(written, register);
  return meant === undefined
    ? {
        code: 'cite-unknown',
        value: found,
        message: '登记簿里没有这个文号',
        remedy: '核对文号；确实要引，先在 documents.csv 里登记',
      }
    : { code: 'cite-form', value: found, message: '文号的写法不对', remedy: `写成 ${meant.docNumber}` };
}

function titleFault(title: string, register: readonly RegisteredDocument[]): CitationFault | null {
  if (!OFFICIAL.test(title) || register.some((entry) => entry.title === title)) return null;
  const other = register.find(({ otherTitles }) => otherTitles.includes(title));
  return other === undefined
    ? {
        code: 'cite-unknown',
        value: `《${title}》`,
        message: '登记簿里没有这份文件',
        remedy: '核对题目；确实要引，先在 documents.csv 里登记',
      }
    : {
        code: 'cite-two-titles',
        value: `《${title}》`,
        message: '这个文号有两个题目，这里用的不是本站定下的那一个',
        remedy: `写成 ${full(other)}；要照录原文，放进 <Cite>`,
      };
}

/**
 * Checks every 《title》（number）, number and official title in a text against the register (docs/norms.md §4). Quotes of
 * originals must be removed from the text before.
 */
export function citationFaults(text: string, register: readonly RegisteredDocument[]): CitationFault[] {
  const pairs = [...text.matchAll(TITLED)];
  const rest = pairs.reduce((left, [pair]) => left.replace(pair, ''), text);
  return [
    ...pairs.map(([, title = '', number = '']) =>
      isDocNumber(number) ? pairFault(title, number, register) : bareNumberFault(number, register),
    ),
    ...[...rest.matchAll(BARE)].map(([found]) => bareNumberFault(found, register)),
    ...[...rest.matchAll(TITLE)].map(([, title = '']) => titleFault(title, register)),
  ].filter((fault) => fault !== null);
}

/** Checks the register itself: no two documents may share a number or a title. Each fault has the later entry with it. */
export function registerFaults(
  register: readonly RegisteredDocument[],
): (CitationFault & { readonly entry: RegisteredDocument })[] {
  return register.flatMap((entry, at) => {
    const earlier = register
      .slice(0, at)
      .find(
        ({ docNumber, title }) => (entry.docNumber !== '' && docNumber === entry.docNumber) || title === entry.title,
      );
    return earlier === undefined
      ? []
      : [
          {
            entry,
            code: 'cite-two-titles' as const,
            value: full(entry),
            message: `和 ${earlier.id} 是同一个文号或同一个题目`,
            remedy: '一份文件只登记一次，别的题目写进“别的写法”',
          },
        ];
  });
}
