/** A group of digits, and where it stands in its text. */
interface Group {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Neighbouring groups of digits that may be one number, and how they are written. */
export interface Reading {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** The lengths of the groups, e.g. `3-4-4`. */
  readonly shape: string;
  /** Whether these are all groups that stand side by side there. */
  readonly whole: boolean;
  /** Whether every gap is one blank or one hyphen. */
  readonly plain: boolean;
}

/** What people write between the digits of one number: blanks, dashes, dots, slashes, brackets and the like. */
const GAP = String.raw`[\p{Zs}\p{Pd}\p{Ps}\p{Pe}\p{Pc}.·•・‧∙⋅/\\⁄∕|¦*~∼'"\x60^+−]`;
const RUN = new RegExp(String.raw`\d+(?:${GAP}{1,5}\d+)*[xX]?`, 'gu');
/** The same with commas and colons, which part numbers more often than the digits of one; any sign of a gap. */
export const LOOSE_GAP = `(?:${GAP}|[,:;=#&。])`;
const LOOSE_RUN = new RegExp(`\\d+(?:${LOOSE_GAP}{1,5}\\d+)*`, 'gu');

/** How many digits a number of a person has: a mobile the fewest, a bank card the most. */
const SHORTEST = 11;
const LONGEST = 19;

/** The groups of a run; an X right behind the last digit is a part of its number. */
const groupsOf = (run: string, at: number): Group[] =>
  [...run.matchAll(/\d+[xX]?/gu)].map(({ 0: digits, index }) => ({
    digits,
    from: at + index,
    to: at + index + digits.length,
  }));

/** All that is told of neighbouring groups which are one number. */
function readingOf(text: string, groups: readonly Group[], start: number, end: number, digits: string): Reading {
  const parts = groups.slice(start, end + 1);
  const from = groups[start]?.from ?? 0;
  const to = groups[end]?.to ?? from;
  return {
    digits,
    from,
    to,
    shape: parts.map((part) => part.digits.length).join('-'),
    whole: parts.length === groups.length,
    plain: /^\d+(?:[ -]\d+)*[xX]?$/u.test(text.slice(from, to)),
  };
}

/**
 * Every way to read groups of digits that stand side by side as one number of 11 to 19 digits that is `wanted`. `loose`
 * where a comma or colon doesn't part two numbers.
 */
export function readingsOf(text: string, wanted: (digits: string) => boolean, loose = false): Reading[] {
  return [...text.matchAll(loose ? LOOSE_RUN : RUN)].flatMap(({ 0: run, index }) => {
    if (run.length < SHORTEST) return [];
    const groups = groupsOf(run, index);
    const readings: Reading[] = [];
    for (let start = 0; start < groups.length; start += 1) {
      let digits = '';
      for (let end = start; end < groups.length && digits.length < LONGEST; end += 1) {
        digits += groups[end]?.digits ?? '';
        if (digits.length < SHORTEST || digits.length > LONGEST || !wanted(digits)) continue;
        readings.push(readingOf(text, groups, start, end, digits));
      }
    }
    return readings;
  });
}
