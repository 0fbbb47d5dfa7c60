/** Symbols that stand in no fixed order among each other, and the least and the most of them in one sequence. */
export interface Stretch {
  readonly symbols: readonly string[];
  readonly least: number;
  readonly most: number;
}

/**
 * Reads sequences of symbols as a chain of stretches that all of them follow: CRX, by Bex, Neven, Schwentick and
 * Vansummeren (“Inference of concise regular expressions and DTDs”, 2010), without its joining of alternatives.
 */
export function stretches(sequences: readonly (readonly string[])[]): readonly Stretch[] {
  const after = new Map<string, Set<string>>();
  const places = new Map<string, { sum: number; count: number }>();
  for (const sequence of sequences)
    sequence.forEach((symbol, at) => {
      const next = after.get(symbol) ?? new Set<string>();
      after.set(symbol, next);
      const following = sequence[at + 1];
      if (following !== undefined) next.add(following);
      const place = places.get(symbol) ?? { sum: 0, count: 0 };
      places.set(symbol, { sum: place.sum + at / sequence.length, count: place.count + 1 });
    });
  const reached = new Map([...after.keys()].map((symbol) => [symbol, reachedFrom(symbol, after)] as const));
  const leads = (from: string, to: string) => reached.get(from)?.has(to) === true;
  const classes: string[][] = [];
  for (const symbol of after.keys()) {
    const own = classes.find(([other = '']) => leads(symbol, other) && leads(other, symbol));
    if (own === undefined) classes.push([symbol]);
    else own.push(symbol);
  }
  const mean = ([symbol = '']: readonly string[]) => {
    const { sum, count } = places.get(symbol) ?? { sum: 0, count: 1 };
    return sum / count;
  };
  const ordered: string[][] = [];
  const waiting = new Set(classes.sort((a, b) => mean(a) - mean(b)));
  while (waiting.size > 0) {
    const next = [...waiting].find(([to = '']) => [...waiting].every(([from = '']) => from === to || !leads(from, to)));
    if (next === undefined) throw new Error('排不出先后');
    waiting.delete(next);
    ordered.push(next);
  }
  return ordered.map((symbols) => {
    const known = new Set(symbols);
    const counts = sequences.map((sequence) => sequence.filter((symbol) => known.has(symbol)).length);
    return { symbols, least: counts.reduce((a, b) => Math.min(a, b)), most: counts.reduce((a, b) => Math.max(a, b)) };
  });
}

function reachedFrom(symbol: string, after: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [symbol];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
    for (const to of after.get(from) ?? [])
      if (!reached.has(to)) {
        reached.add(to);
        waiting.push(to);
      }
  return reached;
}
