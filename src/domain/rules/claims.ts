/** What a written story may not say, because there is nobody whom it would be true of. */
const TRUTH =
  /化名|(?:本人|监护人|当事人)(?:书面)?同意(?:公开|刊登|发布|登|写)|(?:真人)?真事|真实(?:的)?(?:案例|故事|当事人|姓名)/u;

/** The word by which a story claims to be true; empty where it claims nothing. */
export const truthClaimedIn = (text: string): string => TRUTH.exec(text)?.[0] ?? '';

const FIGURE =
  /\d+(?:\.\d+)?万(?:多)?(?:名|人|个|家|位)|(?<![\d年])\d{3,6}(?:多)?个(?:街镇|街道|居村委|居委会|村委会|社工站|站)/u;
const DATED = /[12]\d{3}年/u;

/**
 * A number of the city (215个街镇, 1.7万名) in a paragraph that names no year; empty where there is none. Such numbers
 * change, so that a reader has to know of when they are.
 */
export function undatedFigureIn(paragraph: string): string {
  return DATED.test(paragraph) ? '' : (FIGURE.exec(paragraph)?.[0] ?? '');
}

/** The hotlines that a text tells somebody to call: numbers of three to five digits after 打 or 拨, and those of 123xx. */
export function hotlinesIn(text: string): readonly string[] {
  const called = text.matchAll(
    /(?:[打拨]|热线)(?:电话|热线)?\s*(\d{3,5}(?:、\d{3,5})*)(?![\d\-年月日个元号])|(?<![\d.\-/])(123\d\d)(?![\d.\-])/gu,
  );
  return [...called].flatMap(([, after = '', plain = '']) => [...after.split('、'), plain].filter((one) => one !== ''));
}
