import { shownText } from '../../domain/case/case.ts';
import { caseFindings, STOPPING, type CaseContext } from '../../domain/case/findings.ts';
import { piecesOf, sectionFault, SECTIONS } from '../../domain/case/sections.ts';
import type { Document } from '../texts/documents.ts';
import { ruleFault, type Fault } from '../faults/fault.ts';

function pictureFaults({ file, body }: Document<'cases'>): Fault[] {
  return /!\[|<img\b/iu.test(body) ? [ruleFault('case-picture', file, '', '正文里有图片')] : [];
}

function sectionFaults({ file, head, body }: Document<'cases'>): Fault[] {
  if (head.withdrawn !== undefined) return [];
  const fault = sectionFault(piecesOf(body).map(({ heading }) => heading));
  const needed = SECTIONS.filter(({ optional }) => !optional).map(({ title }) => title);
  return fault === '' ? [] : [ruleFault('case-sections', file, '', fault, `按顺序写六节：${needed.join('、')}`)];
}

function findingFaults(document: Document<'cases'>, context: Omit<CaseContext, 'pseudonyms'>): Fault[] {
  const { file, head, body } = document;
  // A written story is about nobody: what sounds like a name is none.
  const reminded = !head.sample;
  return caseFindings(shownText(head, body), { ...context, pseudonyms: head.pseudonyms ?? [] })
    .filter(({ rule }) => rule !== 'personal-data' && (reminded || STOPPING.has(rule)))
    .map(({ rule, value, message }) => ruleFault(rule, file, value, message));
}

const measureFaults = ({ file, head }: Document<'cases'>): Fault[] =>
  head.measures.length > 0 || head.withdrawn !== undefined
    ? []
    : [ruleFault('case-measure', file, '', '没有写前后量了什么')];

/** What is wrong with a case as a text (docs/norms.md §5). `context` tells what is known besides the text. */
export function caseFaults(document: Document<'cases'>, context: Omit<CaseContext, 'pseudonyms'>): Fault[] {
  return [
    ...pictureFaults(document),
    ...sectionFaults(document),
    ...findingFaults(document, context),
    ...measureFaults(document),
  ];
}
