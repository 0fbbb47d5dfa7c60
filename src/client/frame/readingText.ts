/** What is not read out: controls, pictures, what only the eye needs, and what is hidden. */
const SKIPPED =
  'nav, form, button, svg, script, style, details:not([open]), read-aloud, [hidden], [aria-hidden="true"], .print-only';

/** Elements that are read in one piece. */
const BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, th, td, blockquote, figcaption, summary';

/** The longest piece that is spoken at once; some engines stop in longer ones. */
const LONGEST = 120;

/** Telephone numbers: landlines, mobiles, the short ones that save lives and city hotlines; counts and years are none. */
const NUMBERS = /\b(?:\d{3,4}-\d{3,4}(?:[- ]?\d{3,4})?|1[3-9]\d{9}|1(?:10|19|20|22)|12\d{3})\b(?![年元个号弄米人次])/g;

/** A telephone number digit by digit: 021-6437 1234 is no number of millions. */
const spelt = (text: string) => text.replace(NUMBERS, (number) => [...number.replace(/[- ]/g, '，')].join(' '));

/** Splits a text after sentences so that no piece is much longer than an engine can speak. */
export function pieces(text: string): string[] {
  const sentences = spelt(text.replace(/\s+/g, ' ').trim()).match(/[^。！？；]+[。！？；]?/g) ?? [];
  return sentences.reduce<string[]>((all, sentence) => {
    const last = all[all.length - 1];
    if (last !== undefined && last.length + sentence.length <= LONGEST) return [...all.slice(0, -1), last + sentence];
    return [...all, sentence];
  }, []);
}

/** The elements of a page's main part that are read out, in order, each without those inside it. */
export function readingBlocks(main: HTMLElement): HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (block) =>
      block.closest(SKIPPED) === null && block.querySelector(BLOCKS) === null && block.getClientRects().length > 0,
  );
}
