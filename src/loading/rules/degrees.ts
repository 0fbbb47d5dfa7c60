import { DEGREES, isDegree, needsWhom } from '../../domain/policy/degree.ts';
import { tagsOf } from '../../domain/policy/mdx.ts';
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
