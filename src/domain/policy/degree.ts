/**
 * The three degrees of what a text about a policy says: 写明 stands in the document, 没有写 does not and is how this site
 * arranges it, 待核实 is not known yet.
 */
export const DEGREES = ['写明', '没有写', '待核实'] as const;
export type Degree = (typeof DEGREES)[number];

/** The words that a degree is shown with: `label` stands alone above a paragraph, `short` before a line or an answer. */
export const DEGREE_WORDS: Readonly<Record<Degree, { readonly label: string; readonly short: string }>> = {
  写明: { label: '通知写明', short: '通知写明' },
  没有写: { label: '通知没有写，本站这样安排', short: '通知没有写' },
  待核实: { label: '待核实', short: '待核实' },
};

/** The same on the English pages, where a label always stands alone or before a paragraph. */
export const DEGREES_IN_ENGLISH: Readonly<Record<Degree, string>> = {
  写明: 'The notice says',
  没有写: 'Not in the notice',
  待核实: 'Not verified',
};

/** Whether a text is one of the three degrees. */
export const isDegree = (text: string | undefined): text is Degree => DEGREES.some((degree) => degree === text);

/** Whether what is said with this degree must name whom to ask, because the document does not answer it. */
export const needsWhom = (degree: Degree): boolean => degree !== '写明';

/** A sentence with its degree; `whom` says whom to ask, empty where the document answers. */
export interface GradedLine {
  readonly degree: Degree;
  readonly text: string;
  readonly whom: string;
}
