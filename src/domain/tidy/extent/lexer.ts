import { listMarks } from './clean.ts';
import { GAPS, type Gap, HAN_DOOR, matchAt, type NumberWord, type Token, wordAt } from './tokens.ts';
import { AND_NAME, BOUND_END, hasPlaceEnd, ROAD_END } from './words.ts';

/** The signs that one of the rules can begin with. */
const NAME_SIGN = /[\p{Script=Han}A-Za-z·•&]/u;
/** Words that end a name wherever they stand in it. */
const ENDS_NAME = new RegExp(
  `(?:单双|双单|奇偶|[单双奇偶](?:号|数))|全部|整条|全路段|全段|全线|全小区|全村|全组|所有|整个|(?:共计|共有|合计|总计|共|约|计)(?=\\s?\\d)|以后|以上|以下|以前|部分|不含|不包括|不包含|除|四至|又名|又称|俗称|原名|别名|简称|联系(?:人|电话)|电话|手机|包括|包含|负责人|书记(?!处)|主任|组长|块长|网格[长员]|${BOUND_END}`,
  'uy',
);
/** Words that end a name behind which a place may stop. */
const JOINS = /以及|至|到|和|与|及|等/uy;
const NEXT_DOOR = new RegExp(`第(?=\\d)|第?${HAN_DOOR}`, 'uy');

/** How long a name can be; what is longer is a sentence. */
export const LONGEST_NAME = 24;

/** The end of a name that begins at a place: before a word of the grammar, or where the signs of names stop. */
function endOfName(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length && NAME_SIGN.test(text[at] ?? ''); at += 1) {
    if (at - from > LONGEST_NAME) continue;
    if (matchAt(ENDS_NAME, text, at) !== null) return at;
    const name = text.slice(from, at);
    const join = matchAt(JOINS, text, at);
    const doors = join === null && matchAt(NEXT_DOOR, text, at) !== null;
    if ((join !== null || doors) && hasPlaceEnd(name) && name.length > 1) {
      const rest = text.slice(at + (join?.[0].length ?? 0), at + 3);
      if (doors || !(join?.[0] === '和' && AND_NAME.test(rest))) return at;
    }
  }
  return at;
}

const BETWEEN = /[\s,、;。.·/|"“”‘’'《》<>=+*，；]+|(?:以及|及其|还有)|(?:包含|包括|含有?|涵盖)(?=[^\s])/uy;
const AND = /[和与及](?=\s?\d)|[和与及]/uy;
const TO = /[至到]/uy;

const widest = (one: Gap, other: Gap): Gap => (GAPS.indexOf(one) > GAPS.indexOf(other) ? one : other);
const gapOf = (text: string): Gap => (/[;。\n；]/u.test(text) ? 'hard' : /^\s+$/u.test(text) ? 'blank' : 'soft');

/** Whether a name may be joined to what stands before it by 和, or ends there. */
const closes = (token: Token | undefined): boolean =>
  token !== undefined && token.kind !== 'colon' && token.kind !== '(' && token.kind !== 'dash';

/** Whether 和 and the like join two names there; 和平路 begins one behind a comma, and right behind a number. */
const joinsHere = (text: string, at: number, gap: Gap): boolean =>
  gap === 'blank' ? /\s/u.test(text[at + 1] ?? '') || !beginsName(text, at) : gap === 'none' && !beginsName(text, at);

const beginsName = (text: string, at: number): boolean =>
  text[at] === '和' && AND_NAME.test(text.slice(at + 1, at + 2));

/** Splits a clean text into words; linear in its length. */
export function tokensOf(text: string): Token[] {
  const { marks, doubtful } = listMarks(text);
  const tokens: Token[] = [];
  let gap: Gap = 'hard';
  const add = (token: Token) => {
    tokens.push(token);
    gap = 'none';
    return token.to;
  };
  for (let at = 0; at < text.length;) {
    const mark = marks.get(at);
    if (mark !== undefined) {
      gap = 'hard';
      at = mark;
      continue;
    }
    if (doubtful.has(at)) {
      const end = text.indexOf('\n', at + 1);
      at = add({
        kind: 'doubtful',
        text: text.slice(at, end < 0 ? undefined : end),
        from: at,
        to: end < 0 ? text.length : end,
        gap,
      });
      continue;
    }
    const last = tokens.at(-1);
    const between = matchAt(BETWEEN, text, at);
    if (between !== null) {
      // A mark may stand behind a blank: a gap ends before it.
      let end = at + 1;
      while (end < at + between[0].length && !marks.has(end) && !doubtful.has(end)) end += 1;
      gap = widest(gap, gapOf(text.slice(at, end)));
      at = end;
      continue;
    }
    if (closes(last) && matchAt(TO, text, at) !== null) {
      at = add({ kind: 'dash', text: text[at] ?? '', from: at, to: at + 1, gap });
      continue;
    }
    const and = closes(last) ? matchAt(AND, text, at) : null;
    if (and !== null && joinsHere(text, at, gap)) {
      gap = widest(gap, 'soft');
      at += 1;
      continue;
    }
    const found = wordAt(text, at, gap);
    const joined = found?.kind === 'number' ? joinedName(text, last, found) : null;
    if (joined !== null) {
      if (joined.merged) tokens.pop();
      at = add(joined.token);
    } else if (found !== null) at = add(found);
    else if (NAME_SIGN.test(text[at] ?? '')) {
      const to = endOfName(text, at);
      at = add({ kind: 'name', text: text.slice(at, to), from: at, to, gap });
    } else at = add({ kind: 'odd', text: text[at] ?? '', from: at, to: at + 1, gap });
  }
  return tokens;
}

/** A number that is a part of a name: 108街坊, 示例3村. `merged` where the name begins before it. */
function joinedName(
  text: string,
  last: Token | undefined,
  { unit, value, tail, gap, from, to }: NumberWord,
): { readonly token: Token; readonly merged: boolean } | null {
  if (unit !== null || tail || !/^\p{Script=Han}/u.test(text.slice(to, to + 1))) return null;
  if (wordAt(text, to, 'none') !== null || matchAt(TO, text, to) !== null) return null;
  if (matchAt(AND, text, to) !== null || value === 0) return null;
  const merged = gap === 'none' && last?.kind === 'name' && !ROAD_END.test(last.text);
  if (gap === 'none' && last !== undefined && !merged && !['(', ')', 'colon'].includes(last.kind)) return null;
  const end = endOfName(text, to);
  const start = merged ? last.from : from;
  if (!hasPlaceEnd(text.slice(start, end))) return null;
  return {
    token: { kind: 'name', text: text.slice(start, end), from: start, to: end, gap: merged ? last.gap : gap },
    merged,
  };
}
