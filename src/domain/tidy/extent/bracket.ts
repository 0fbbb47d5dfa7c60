import type { Extent } from '../../place/extent.ts';
import type { Parity } from '../../place/place.ts';
import type { Group } from './group.ts';
import type { Reader } from './reader.ts';
import type { ExtentRemarkKind } from './remarks.ts';
import { parityWord } from './runs.ts';
import type { Token } from './tokens.ts';
import { HOUSING, isDeeper, QUARTER } from './words.ts';

/** Reads the words from one place to another. */
export type ReadWords = (reader: Reader, from: number, end: number) => void;

/** What a bracket says of a building, and nothing of where it lies. */
const HARMLESS = new RegExp(`^(?:含?(?:${HOUSING}|新建))+$`, 'u');

/** What in a bracket puts in doubt what stands before it. */
function doubtIn(inner: readonly Token[]): ExtentRemarkKind | null {
  const has = (kind: Token['kind']) => inner.some((token) => token.kind === kind);
  if (has('except')) return '除外';
  if (has('part')) return '部分';
  const between = inner.some(({ kind }, at) => kind === 'dash' && inner[at - 1]?.kind === 'name');
  return has('bound') || between ? '四至' : null;
}

/** Reads the words of a bracket by themselves; gives the places that they name. */
function apart(reader: Reader, from: number, end: number, read: ReadWords): Extent[] {
  const { group } = reader;
  const before = reader.extents.length;
  reader.group = null;
  read(reader, from, end);
  reader.close();
  reader.group = group;
  return reader.extents.splice(before);
}

const keep = (reader: Reader, extents: readonly Extent[]): void => {
  for (const extent of extents) reader.extents.push(extent);
};

const isWholeEstate = ({ kind, unit }: Extent) => unit === null && kind !== '路段';

/** 己花园（甲路99弄）: the address of an estate. 己花园（庚苑）: two estates. */
function behindName(reader: Reader, group: Group, places: readonly Extent[], from: number, to: number): void {
  if (places.length === 0) {
    reader.drop('读不懂', from, to);
    return;
  }
  const byRoad = places.filter(({ kind }) => kind === '路段');
  // A part of a lane may be a part of the estate: then only the address is certain.
  group.byAddress = !group.isRoad && byRoad.some(({ inside }) => inside !== '');
  const aliases = group.isRoad ? [] : [group.name];
  reader.close();
  keep(
    reader,
    places.map((place) => (place.kind === '路段' ? { ...place, aliases: [...place.aliases, ...aliases] } : place)),
  );
}

/** 甲路555弄（己花园）: the name of a lane. */
function behindRun(
  reader: Reader,
  group: Group,
  places: readonly Extent[],
  from: number,
  to: number,
  partly: boolean,
): void {
  const one = group.lastOne;
  if (places.length === 0 || !places.every(isWholeEstate)) {
    const start = group.dropLast() ?? from;
    reader.tell(places.length === 0 ? '读不懂' : '部分', start, to);
    keep(reader, places);
    return;
  }
  // 555弄1-7号（己花园）: they may be a part of it, and then the estate as a whole is not meant.
  const isAll = !partly && one !== null && /^\d+[弄号]$/u.test(one.inside);
  for (const place of places) group.nameLast(place.name, isAll ? place : null);
}

/** Single or double numbers where a bracket says nothing else; （单、双） are all. */
function parityOfAll(inner: readonly Token[]): Parity | null {
  const said = new Set(inner.map(parityWord));
  const [only] = said;
  if (said.has(null) || said.size > 2) return null;
  return said.size === 2 ? '全' : (only ?? null);
}

/** Reads a bracket; gives the place of the next word. */
export function readBracket(reader: Reader, at: number, read: ReadWords): number {
  const { tokens, group } = reader;
  const [open, close] = [tokens[at], reader.bracketEnds.get(at)];
  const last = close === undefined ? undefined : tokens[close];
  if (open === undefined || close === undefined || last === undefined) return at + 1;
  const inner = tokens.slice(at + 1, close);
  const [first] = inner;
  const next = close + 1;
  if (first === undefined) return next;
  if (inner.some(({ kind }) => kind === 'person')) {
    reader.tell('个人信息', open.from, last.to);
    return next;
  }
  const doubt = doubtIn(inner);
  if (doubt !== null) {
    reader.drop(doubt, open.from, last.to);
    if (open.gap !== 'none') reader.forgetSegment();
    return next;
  }
  const parity = parityOfAll(inner);
  if (group === null || open.gap === 'soft' || open.gap === 'hard') {
    // Brackets that stand alone are read as if they were not there.
    if (parity === null || group === null) return at + 1;
  }
  if (group.dropped !== null) {
    reader.tell(group.dropped, open.from, last.to);
    return next;
  }
  if (parity !== null) {
    // Behind numbers （单、双） says nothing more.
    if (parity !== '全' || !group.hasRuns) group.head(parity, open.from, last.to);
    return next;
  }
  if (inner.every(({ kind, text }) => kind === 'all' || (kind === 'name' && HARMLESS.test(text)))) {
    group.whole ||= !group.hasRuns;
    return next;
  }
  if (first.kind === 'alias' && inner.slice(1).every(({ kind }) => kind === 'name')) {
    for (const { text } of inner.slice(1)) {
      if (group.hasRuns) group.nameLast(text);
      else group.aliases.push(text);
    }
    return next;
  }
  if (first.kind === 'alias' && first.text.startsWith('原')) {
    // 甲路19弄（原甲路21弄）: what it was called once may be another place today.
    reader.tell('读不懂', open.from, last.to);
    return next;
  }
  if (first.kind === 'etc' || first.kind === 'parity') return at + 1;
  if (first.kind === 'number') {
    const one = group.lastOne;
    if (!group.hasRuns && !group.isSpoilt) return at + 1;
    const deeper = one !== null && (first.unit === null || isDeeper(first.unit, one.unit));
    if (deeper && group.enter()) {
      read(reader, at + 1, close);
      if (reader.group === group) group.end();
    } else reader.drop('读不懂', open.from, last.to);
    return next;
  }
  if (!group.hasRuns && inner.length === 1 && QUARTER.test(first.text)) {
    reader.group = null;
    reader.open(group.name + first.text, group.from, last.to);
    return next;
  }
  const places = apart(reader, at + 1, close, read);
  const numbers = tokens[next]?.kind === 'number' && tokens[next].gap === 'none';
  if (group.hasRuns) {
    behindRun(reader, group, places, open.from, last.to, numbers);
    // 555弄（己花园）1-7号: the numbers lie in the lane.
    if (numbers) group.enter();
  } else if (numbers && places.length > 0) {
    // 己花园（甲路99弄）1-7号: the numbers are those of the estate, and of the lane nobody knows how much.
    reader.tell('部分', open.from, last.to);
  } else behindName(reader, group, places, open.from, last.to);
  return next;
}
