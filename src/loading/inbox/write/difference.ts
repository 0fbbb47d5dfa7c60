/** A line of a comparison: in both texts, only in the old one, only in the new one. */
export interface DifferenceLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Texts with more lines than this between the first and the last change are not compared line by line. */
const MOST = 2000;

/** The length of the longest common sequence of what follows each pair of lines. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let a = before.length - 1; a >= 0; a -= 1)
    for (let b = after.length - 1; b >= 0; b -= 1) {
      const row = lengths[a];
      if (row === undefined) continue;
      row[b] =
        before[a] === after[b]
          ? (lengths[a + 1]?.[b + 1] ?? 0) + 1
          : Math.max(lengths[a + 1]?.[b] ?? 0, row[b + 1] ?? 0);
    }
  return lengths;
}

function between(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  const lines = (sign: DifferenceLine['sign'], texts: readonly string[]) => texts.map((text) => ({ sign, text }));
  if (before.length > MOST || after.length > MOST) return [...lines('-', before), ...lines('+', after)];
  const lengths = commonLengths(before, after);
  const found: DifferenceLine[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const [old, next] = [before[a], after[b]];
    if (old !== undefined && old === next) {
      found.push({ sign: ' ', text: old });
      a += 1;
      b += 1;
    } else if (old !== undefined && (next === undefined || (lengths[a + 1]?.[b] ?? 0) >= (lengths[a]?.[b + 1] ?? 0))) {
      found.push({ sign: '-', text: old });
      a += 1;
    } else {
      found.push({ sign: '+', text: next ?? '' });
      b += 1;
    }
  }
  return found;
}

/** How two texts differ, line by line; taking the lines without + gives the old text, without - the new one. */
export function difference(before: string, after: string): readonly DifferenceLine[] {
  const [old, next] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < old.length && first < next.length && old[first] === next[first]) first += 1;
  let last = 0;
  while (last < Math.min(old.length, next.length) - first && old.at(-1 - last) === next.at(-1 - last)) last += 1;
  const same = (texts: readonly string[]) => texts.map((text) => ({ sign: ' ' as const, text }));
  return [
    ...same(old.slice(0, first)),
    ...between(old.slice(first, old.length - last), next.slice(first, next.length - last)),
    ...same(old.slice(old.length - last)),
  ];
}

/** The changed lines with one line around them; what is left out in between is an ellipsis. */
export function changedLines(lines: readonly DifferenceLine[]): readonly string[] {
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - 1), at + 2).some(({ sign }) => sign !== ' '));
  return lines.flatMap(({ sign, text }, at) => {
    if (near[at] === true) return [`${sign} ${text}`.trimEnd()];
    return near[at - 1] === true ? ['…'] : [];
  });
}
