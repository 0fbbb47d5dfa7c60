/** A source of random values that gives the same sequence on every machine and in every run. */
export interface Random {
  /** A number from 0 up to but not including 1. */
  unit(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  chance(share: number): boolean;
  /** One of a list that isn't empty; throws RangeError on an empty one. */
  pick<T>(list: readonly T[]): T;
  /** One of the keys, each with a probability in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  shuffled<T>(list: readonly T[]): T[];
}

/** The 32-bit FNV-1a hash over the UTF-16 units of a text. */
function hash(text: string, seed: number): number {
  let value = (2166136261 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0;
  return value;
}

/**
 * A mulberry32 generator seeded by a number and a name. Each name has a sequence of its own, so that a new row changes
 * no other.
 */
export function seededRandom(seed: number, name: string): Random {
  let state = hash(name, seed);
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list.at(whole(0, list.length - 1));
    if (found === undefined) throw new RangeError('空的列表里没有可选的');
    return found;
  };
  return {
    unit,
    whole,
    pick,
    chance: (share) => unit() < share,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return entries.find(([, weight]) => (left -= weight) < 0)?.[0] ?? pick(entries)[0];
    },
    shuffled: (list) =>
      list
        .map((entry) => ({ entry, rank: unit() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ entry }) => entry),
  };
}
