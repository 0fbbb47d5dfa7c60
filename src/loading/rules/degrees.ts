import { DEGREES, isDegree, needsWhom } from '../../domain/policy/degree.ts';
import { plainText, tagsOf, withoutQuotes } from '../../domain/policy/mdx.ts';
import { promisesIn } from '../../domain/policy/promises.ts';
import { textFault, type Fault } from '../faults/fault.ts';

const KINDS = DEGREES.join('、');

/** Answers and marked paragraphs of a text whose degree is missing or unknown, or that name nobody to ask. */
export function degreeFaults({ file, body }: { readonly file: string; readonly body: string }): Fault[] {
  const unknown = (value: string, remedy: string) =>
    textFault('degree-missing', file, value, `没有说明是哪一种程度（${KINDS}）`, remedy);
  const nobody = (value: string, remedy: string) =>
    textFault('whom-missing', file, value, '通知没有回答，也没有写向谁问', remedy);
  return [
    ...tagsOf('Question', body).flatMap(({ ask = '', degree, whom = '' }) => {
      if (!isDegree(degree)) return [unknown(ask, `写成 <Question ask="${ask}" degree="写明">，程度是${KINDS}之一`)];
      return needsWhom(degree) && whom === '' ? [nobody(ask, '加上 whom="向谁问"，通知写明的才不用写')] : [];
    }),
    ...tagsOf('Degree', body).flatMap(({ of }) =>
      isDegree(of) ? [] : [unknown(of ?? '<Degree', `写成 <Degree of="写明" />，程度是${KINDS}之一`)],
    ),
    ...tagsOf('Unverified', body).flatMap(({ whom = '' }) =>
      whom === '' ? [nobody('<Unverified', '写成 <Unverified whom="向谁问">……</Unverified>')] : [],
    ),
  ];
}

/** Sentences that promise what the document does not, in the body and the front matter of a text; quotes are left out. */
export function promiseFaults({
  file,
  head,
  body,
}: {
  readonly file: string;
  readonly head: object;
  readonly body: string;
}): Fault[] {
  const own = `${JSON.stringify({ ...head, aliases: [] })}\n${plainText(withoutQuotes(body))}`;
  return promisesIn(own).map((found) =>
    textFault('promise', file, found, '说得太满，像是许诺', '照文件写；文件没有写的，写明是本站的安排，或者待核实'),
  );
}
