import { plainText } from '../privacy/plainText.ts';
import { REMEDIES } from '../privacy/remedies.ts';
import { listed, publishedTexts, type Draft } from './draft.ts';
import { gapsOf } from './draftGaps.ts';
import { caseFindings, STOPPING, type CaseContext, type CaseFinding } from './findings.ts';

/** What a remark asks of the writer: to change something, to write something, or to look once more. */
export type Weight = 'stop' | 'gap' | 'remind';

/** One line beside the text. */
export interface Remark {
  readonly weight: Weight;
  /** The field that it is about. */
  readonly field: string;
  /** What is wrong, with the name of the field. */
  readonly message: string;
  /** What to do about it. */
  readonly todo: string;
  /** The words in the field that it is about; null where it is about the whole of it. */
  readonly words: { readonly from: number; readonly to: number } | null;
  /** What looks like somebody's name; empty for everything else. */
  readonly name: string;
}

/** Where words stand in a text: as they are, or in another writing of the same (full-width, with unseen signs). */
export function placeOf(text: string, words: string): { readonly from: number; readonly to: number } | null {
  const at = text.indexOf(words);
  if (at >= 0) return { from: at, to: at + words.length };
  let plain = '';
  const places: number[] = [];
  for (let index = 0; index < text.length;) {
    const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const read = /\s/u.test(sign) ? sign : plainText(sign);
    for (let part = 0; part < read.length; part += 1) places.push(index);
    plain += read;
    index += sign.length;
  }
  const found = words === '' ? -1 : plain.indexOf(words);
  const from = places[found];
  const last = places[found + words.length - 1];
  if (from === undefined || last === undefined) return null;
  return { from, to: last + String.fromCodePoint(text.codePointAt(last) ?? 0).length };
}

/** What is wrong in the texts of a draft: each by itself, and all together, where it is a meeting that tells. */
function findingsOf(draft: Draft, context: Omit<CaseContext, 'pseudonyms'>): Remark[] {
  const texts = publishedTexts(draft).filter(([, , text]) => text.trim() !== '');
  const full = { ...context, pseudonyms: listed(draft.pseudonyms) };
  const remarks = new Map<string, Remark>();
  const tell = ({ rule, value, message }: CaseFinding, [field, label, text]: (typeof texts)[number]) => {
    const weight: Weight = STOPPING.has(rule) ? 'stop' : 'remind';
    // A written story is about nobody: what sounds like a name is none.
    if (draft.sample && weight === 'remind') return;
    const key = `${rule}/${value}${weight === 'stop' ? `/${field}` : ''}`;
    if (remarks.has(key)) return;
    const words = placeOf(text, value) ?? placeOf(text, value.split('、')[0] ?? '');
    const shown = value.length > 24 ? `${value.slice(0, 24)}…` : value;
    remarks.set(key, {
      weight,
      field,
      message: `${label}：“${shown}”${message}`,
      todo: REMEDIES[rule],
      words,
      name: rule === 'case-name' ? value : '',
    });
  };
  for (const entry of texts) for (const finding of caseFindings(entry[2], full)) tell(finding, entry);
  const all = texts.map(([, , text]) => text).join('\n');
  for (const finding of caseFindings(all, full)) {
    const first = finding.value.split('、')[0] ?? '';
    const where =
      texts.find(([, , text]) => placeOf(text, finding.value) !== null) ??
      texts.find(([, , text]) => placeOf(text, first) !== null);
    const known = [...remarks.keys()].some((key) => key.startsWith(`${finding.rule}/${finding.value}`));
    // A number that only comes of two fields put together is none.
    if (where !== undefined && !known && (finding.rule !== 'personal-data' || where[2].includes(first)))
      tell(finding, where);
  }
  return [...remarks.values()];
}

/**
 * Everything that a draft's writer should see, the gravest first: what must be changed, what isn't written yet, and
 * what to look at once more. `ignored` are words that the writer said are no names.
 */
export function checkDraft(
  draft: Draft,
  context: Omit<CaseContext, 'pseudonyms'>,
  ignored: ReadonlySet<string> = new Set(),
): readonly Remark[] {
  const findings = findingsOf(draft, context).filter(({ name }) => !ignored.has(name));
  const gaps = gapsOf(draft).map(({ field, label, wrong, todo }): Remark => ({
    weight: wrong ? 'stop' : 'gap',
    field,
    message: wrong ? `${label}：${field === 'leftover' ? '还有文字' : '看不懂'}` : label,
    todo,
    words: null,
    name: '',
  }));
  const measured =
    draft.measures.length > 0 || draft.sections['成效']?.trim() === ''
      ? []
      : [
          {
            weight: 'remind' as const,
            field: 'addMeasure',
            message: '没有写前后量了什么',
            todo: '有数的，在“前后比较”里写',
            words: null,
            name: '',
          },
        ];
  const all = [...findings, ...gaps, ...measured];
  return (['stop', 'gap', 'remind'] as const).flatMap((weight) => all.filter((remark) => remark.weight === weight));
}

/** Whether a draft may go to its readers. */
export const isReady = (remarks: readonly Remark[]): boolean => remarks.every(({ weight }) => weight === 'remind');
