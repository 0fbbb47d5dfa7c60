import { likelyNames } from '../../privacy/names.ts';
import { readExcept } from './doubts.ts';
import type { Reader } from './reader.ts';
import type { ExtentRemarkKind } from './remarks.ts';
import { LONGEST_NAME } from './lexer.ts';
import type { Token } from './tokens.ts';
import {
  BARE_VILLAGE,
  GIVEN_AWAY,
  hasPlaceEnd,
  LABEL,
  QUARTER,
  ROAD_END,
  SENTENCE,
  STRETCH,
  villageStem,
} from './words.ts';

/** Ends of what isn't a place but stands above some: 第一网格：…, 示例镇：… */
const HEADING = /(?:居|居民区|社区|网格|片区|块区|条块|[镇乡]|街道)$/u;

/** A road with a word for a door beside a number, or before it: 示例路附12号. */
const BESIDE = /[路街道弄巷][附临]$/u;

/** Why a name can't stand for a place; null where it can. A name that ends like none needs numbers behind it. */
function nameFault(text: string, before: Token | undefined, next: Token | undefined): ExtentRemarkKind | null {
  if (STRETCH.test(text)) return '部分';
  if (BESIDE.test(text)) return '附号';
  // 3楼: a number without a unit belongs to the word right behind it, whatever that means.
  if (before?.kind === 'number' && before.unit === null) return '读不懂';
  if (next?.kind === 'colon' && HEADING.test(text)) return '读不懂';
  if (text.length < 2 || text.length > LONGEST_NAME || SENTENCE.test(text) || QUARTER.test(text)) return '读不懂';
  if (hasPlaceEnd(text)) return null;
  if (likelyNames(text).length > 0) return '个人信息';
  const told = next !== undefined && ['number', 'all', '(', 'colon'].includes(next.kind);
  return told && (next.gap === 'none' || next.gap === 'blank') ? null : '读不懂';
}

/** Whether a name is the last of a list whose own name stands before the first: 甲新村1、2、3街坊. */
const endsList = ({ text }: Token, before: Token | undefined): boolean =>
  /^\d/u.test(text) && before?.kind === 'number' && before.unit === null;

/** Whether a name is one end of a bound: 甲路以东, 甲路至乙路, 甲路至5号. */
function isBound(reader: Reader, at: number): boolean {
  const [next, end] = [reader.tokens[at + 1], reader.tokens[at + 2]];
  if (next?.gap !== 'none' && next?.gap !== 'blank') return false;
  return next.kind === 'bound' || (next.kind === 'dash' && (end?.kind === 'name' || !next.text.startsWith('-')));
}

/** 甲路99弄己花园1-20号: the lane is only the address of the estate, and not meant as a whole. */
function tellPartOfLane(reader: Reader, { text, gap, from }: Token, at: number): void {
  const next = reader.tokens[at + 1];
  const lane = reader.group?.isRoad === true && reader.group.lastOne?.unit === '弄';
  const numbered = next?.kind === 'number' && (next.gap === 'none' || next.gap === 'blank');
  if (gap !== 'none' || !lane || !numbered || ROAD_END.test(text)) return;
  reader.tell('部分', reader.group?.dropLast() ?? from, from);
}

/** Reads the name at a place; gives the place of the next word. */
export function readName(reader: Reader, at: number, end: number): number {
  const token = reader.tokens[at];
  const { ahead } = reader;
  reader.ahead = null;
  if (token === undefined || LABEL.test(token.text)) return at + 1;
  const before = token.gap === 'none' ? reader.tokens[at - 1] : undefined;
  if (before?.kind === 'number' && GIVEN_AWAY.test(token.text)) return readExcept(reader, token, at, end, true);
  const stem = BARE_VILLAGE.test(token.text) ? villageStem(reader.group?.name ?? '') : null;
  const bound = isBound(reader, at);
  const fault = bound
    ? '四至'
    : ahead === '部分'
      ? '部分'
      : stem === '' || endsList(token, reader.tokens[at - 1])
        ? '哪里'
        : nameFault(token.text, before, reader.tokens[at + 1]);
  if (fault === null) {
    tellPartOfLane(reader, token, at);
    reader.open((stem ?? '') + token.text, token.from, token.to).whole = ahead === '全部';
    return at + 1;
  }
  // A word right behind a number says something of it that nobody can read.
  const from = (token.gap === 'none' ? reader.group?.dropLast() : null) ?? token.from;
  reader.close();
  const [next, to] = bound
    ? reader.pass(at, end, ({ gap, kind }) => kind !== ')' && (gap === 'none' || gap === 'blank'))
    : [at + 1, token.to];
  reader.tell(fault, from, to);
  return next;
}
