import type { DoorUnit, Parity } from '../../place/place.ts';
import type { ExtentRemarkKind } from './remarks.ts';
import type { NumberWord, Token } from './tokens.ts';
import { isDeeper } from './words.ts';

/** A number, or numbers from one to another, before it is known what they count. */
export interface Run {
  /** The numbered parts that are written before it, as `555弄`. */
  readonly inside: string;
  readonly insideUnit: DoorUnit | null;
  /** Its units: none where none is written, two where the ends of a stretch of a road have one each. */
  readonly units: readonly DoorUnit[];
  readonly from: number | null;
  readonly to: number | null;
  readonly parity: Parity | null;
  readonly start: number;
  readonly end: number;
}

/** What came of reading a run: it, or what is wrong with it, and the place of the next word. */
export type RunReading = { readonly next: number; readonly start: number; readonly end: number } & (
  { readonly run: Run } | { readonly fault: ExtentRemarkKind }
);

const isNear = (token: Token | undefined): token is Token =>
  token !== undefined && (token.gap === 'none' || token.gap === 'blank');
const isNumber = (token: Token | undefined): token is NumberWord => token?.kind === 'number';

/** The unit that a number without one takes from the other end of its range. */
function unitAhead(tokens: readonly Token[], at: number): DoorUnit | null {
  const [number, dash, end] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!isNumber(number)) return null;
  return number.unit ?? (dash?.kind === 'dash' && isNumber(end) ? end.unit : null);
}

/** Whether a number right behind another lies in it: 3号 in 555弄, 1号 in 33幢. */
function liesIn(tokens: readonly Token[], at: number, outer: NumberWord): boolean {
  const inner = tokens[at];
  if (!isNumber(inner) || !isNear(inner)) return false;
  if (inner.attached) return true;
  if (outer.unit === null) return false;
  const unit = unitAhead(tokens, at);
  if (unit === null) return inner.gap === 'none';
  return isDeeper(unit, outer.unit);
}

/** Numbers that lie one in the other, as they are written one behind the other: 555弄 33支弄 5号. */
function chainAt(tokens: readonly Token[], at: number): NumberWord[] {
  const chain: NumberWord[] = [];
  for (let next = tokens[at]; isNumber(next); next = tokens[at + chain.length]) {
    const outer = chain.at(-1);
    if (outer !== undefined && !liesIn(tokens, at + chain.length, outer)) break;
    chain.push(next);
  }
  return chain;
}

const written = (chain: readonly NumberWord[]): string =>
  chain.map(({ value, unit }) => `${value}${unit ?? '号'}`).join('');

/** Single or double numbers in words behind a number: 单号, （双）, and how many words that is. */
export function parityBehind(tokens: readonly Token[], at: number): { parity: Parity; words: number } | null {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.kind === 'parity') {
    const heads = second?.kind === 'colon' || (isNumber(second) && second.gap === 'none');
    return isNear(first) && !(first.gap === 'blank' && heads) ? { parity: first.parity, words: 1 } : null;
  }
  // 1400号-1500号 双, with nothing else behind it.
  const alone = second === undefined || second.gap === 'soft' || second.gap === 'hard' || second.kind === ')';
  if (first?.kind === 'name' && isNear(first) && alone) {
    const parity = parityWord(first);
    return parity === null ? null : { parity, words: 1 };
  }
  if (first?.kind !== '(' || first.gap === 'soft' || first.gap === 'hard' || third?.kind !== ')') return null;
  if (tokens[at + 3]?.kind === 'colon') return null;
  const parity = parityWord(second);
  return parity === null ? null : { parity, words: 3 };
}

/** Single or double numbers in a bracket, where 单 and 双 stand for them. */
export function parityWord(token: Token | undefined): Parity | null {
  if (token?.kind === 'parity') return token.parity;
  if (token?.kind !== 'name') return null;
  return token.text === '单' ? '单' : token.text === '双' ? '双' : null;
}

/** The units of a range by those of its ends; null where they don't go together. */
function unitsOf(left: DoorUnit | null, right: DoorUnit | null, inside: boolean): readonly DoorUnit[] | null {
  if (left === null || right === null || left === right) return [left ?? right].filter((unit) => unit !== null);
  return !inside && [left, right].every((unit) => unit === '号' || unit === '弄') ? [left, right] : null;
}

/** Reads a run that begins with the number at a place: 700弄, 1-7号, 555弄1号至41号, 750弄-840弄（双号）, 93号以后. */
export function runAt(tokens: readonly Token[], at: number): RunReading {
  const left = chainAt(tokens, at);
  let next = at + left.length;
  const first = left.at(-1);
  const start = left[0]?.from ?? 0;
  const endOf = () => tokens[next - 1]?.to ?? start;
  const fault = (kind: ExtentRemarkKind): RunReading => ({ fault: kind, next, start, end: endOf() });
  if (first === undefined) return fault('读不懂');
  const early = parityBehind(tokens, next);
  let right: readonly NumberWord[] = [];
  const dash = next + (early?.words ?? 0);
  if (tokens[dash]?.kind === 'dash' && tokens[dash]?.gap !== 'hard') {
    const end = tokens[dash + 1];
    right = isNear(end) ? chainAt(tokens, dash + 1) : [];
    next = dash + 1 + right.length;
    if (right.length === 0 || tokens[next]?.kind === 'dash') {
      if (tokens[next]?.kind === 'dash') next += 1 + chainAt(tokens, next + 1).length;
      return fault(end?.kind === 'name' ? '四至' : '两头');
    }
  }
  const last = right.at(-1) ?? first;
  const late = parityBehind(tokens, next);
  next += late?.words ?? 0;
  const [prefix, other] = [written(left.slice(0, -1)), written(right.slice(0, -1))];
  if ([...left, ...right].some(({ tail }) => tail)) return fault('附号');
  if (other !== '' && other !== prefix) return fault('两头');
  const units = unitsOf(first.unit, right.length === 0 ? null : last.unit, prefix !== '');
  if (units === null) return fault('两头');
  if (early !== null && late !== null && right.length > 0 && early.parity !== late.parity) return fault('单双号');
  let [from, to]: (number | null)[] = [first.value, last.value];
  const open = tokens[next];
  if (open?.kind === 'open' && isNear(open)) {
    if (right.length > 0) return fault('读不懂');
    [from, to] = open.side === 'from' ? [from, null] : [null, to];
    next += 1;
  }
  const closing = open?.kind === 'open' ? parityBehind(tokens, next) : null;
  next += closing?.words ?? 0;
  const parity = (closing ?? late ?? early)?.parity ?? null;
  // 1500弄（双号）: the side of the road, or the even houses in the lane? Nobody can tell.
  if (parity !== null && right.length === 0 && open?.kind !== 'open' && first.unit === '弄') return fault('部分');
  const insideUnit = left.at(-2)?.unit ?? (left.length > 1 ? '号' : null);
  const run: Run = {
    inside: prefix,
    insideUnit,
    units,
    from: from ?? null,
    to: to ?? null,
    parity,
    start,
    end: endOf(),
  };
  return { run, next, start, end: endOf() };
}
