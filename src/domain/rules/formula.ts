/**
 * The signs that make a spreadsheet run a cell as a formula, in full width as well (docs/norms.md §5). Signs that nobody
 * sees don't hide them: programs that tidy a table take those away.
 */
const SIGNS = /^[\s\u200b-\u200f\u2060=+\-@＝＋－＠﹢﹣﹦﹫]*[=+\-@＝＋－＠﹢﹣﹦﹫]\s*/u;

/** Whether a spreadsheet may run a cell with this text as a formula when the published file is opened. */
export const isFormula = (text: string): boolean => SIGNS.test(text);

/** The text without the signs at its beginning. */
export const withoutFormulaSigns = (text: string): string => text.replace(SIGNS, '');
