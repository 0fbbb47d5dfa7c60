import type { Extent } from '../../place/extent.ts';
import { readBracket } from './bracket.ts';
import { readBound, readExcept, readPerson } from './doubts.ts';
import { readName } from './names.ts';
import { Reader } from './reader.ts';
import type { ExtentRemark } from './remarks.ts';
import { runAt } from './runs.ts';
import type { Token } from './tokens.ts';

/** What a cell 管辖范围 says: the places that could be read, and every part that could not, with its place. */
export interface ExtentReading {
  readonly extents: readonly Extent[];
  readonly remarks: readonly ExtentRemark[];
}

/** Reads numbers for the name before them; gives the place of the next word. */
function readRun(reader: Reader, at: number, end: number): number {
  const reading = runAt(reader.tokens, at);
  const { next, start } = reading;
  if ('fault' in reading) {
    const first = reader.tokens[at];
    if (reading.fault === '四至' && first !== undefined) return readBound(reader, first, at, end);
    reader.tell(reading.fault, start, reading.end);
    const numbers = reader.tokens.slice(at, next).flatMap((token) => (token.kind === 'number' ? [token.unit] : []));
    reader.group?.spoil(reading.end, numbers.at(-1) ?? null);
    return next;
  }
  const { run } = reading;
  const unit = run.insideUnit ?? run.units[0];
  if (reader.group === null && reader.home !== '' && (unit === '组' || unit === '队'))
    reader.open(reader.home, start, run.end, true);
  if (reader.group === null) reader.tell('哪里', start, run.end);
  else reader.group.add(run);
  return next;
}

/** Reads what begins with a word; gives the place of the next word that is not read. */
function readWord(reader: Reader, token: Token, at: number, end: number): number {
  const { kind, from, to, gap } = token;
  const { group } = reader;
  const next = reader.tokens[at + 1];
  const ahead = gap !== 'none' && next?.kind === 'name' && next.gap === 'none';
  switch (kind) {
    case 'name':
      return readName(reader, at, end);
    case 'number':
      return readRun(reader, at, end);
    case '(':
      return readBracket(reader, at, readWords);
    case 'person':
      return readPerson(reader, token, at, end);
    case 'except':
      return readExcept(reader, token, at, end);
    case 'bound':
      return readBound(reader, token, at, end);
    case 'parity':
      if (group === null) reader.tell('哪里', from, to);
      else group.head(token.parity, from, to);
      return at + 1;
    case 'all':
      if (ahead) reader.ahead = '全部';
      else if (group === null) reader.tell('读不懂', from, to);
      else group.whole ||= !group.hasRuns;
      return at + 1;
    case 'part':
      if (ahead) reader.ahead = '部分';
      else reader.drop('部分', from, to);
      return at + 1;
    case 'etc':
      reader.tell('还有', from, to);
      return at + 1;
    case 'colon':
      group?.enter();
      return at + 1;
    case ')':
    case 'count':
      return at + 1;
    case 'dash':
      // 甲路——1-7号: the dash stands for a colon.
      if (next?.kind !== 'number' || group?.hasRuns !== false) reader.drop('读不懂', from, to);
      return at + 1;
    case 'doubtful':
      group?.spoil(to, null);
      reader.tell('序号', from, to);
      return at + 1;
    case 'open':
    case 'alias':
    case 'odd':
      reader.tell('读不懂', (gap === 'none' ? group?.dropLast() : null) ?? from, to);
      return at + 1;
  }
}

function readWords(reader: Reader, from: number, end: number): void {
  for (let at = from; at < end;) {
    const token = reader.tokens[at];
    if (token === undefined) return;
    if (token.gap === 'hard') reader.endSegment();
    at = readWord(reader, token, at, end);
  }
}

const keyOf = ({ aliases, ...extent }: Extent) => JSON.stringify([Object.values(extent), aliases]);

/**
 * Reads a cell 管辖范围 as people write it: 甲路：680弄、700弄、750弄-840弄（双号）；丙新村1-7号. What can't be read becomes a
 * remark and never a number; never throws, and takes time in line with the length of the cell. `home` is the village
 * whose groups are named by number alone.
 */
export function readExtent(cell: string, home = ''): ExtentReading {
  const reader = new Reader(cell, home);
  readWords(reader, 0, reader.tokens.length);
  reader.close();
  const once = new Map(reader.extents.map((extent) => [keyOf(extent), extent]));
  return { extents: [...once.values()], remarks: reader.remarks() };
}
