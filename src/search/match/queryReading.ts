import type { DistrictRow, FieldRow, Row, TownRow } from '../types/rows.ts';
import type { Filler } from '../text/filler.ts';
import type { NameIndex } from './nameIndex.ts';
import type { NameSpan } from './nameMatch.ts';
import { withoutCommitteeEnd } from '../text/stems.ts';

/** What a query was understood as: the places and fields that it names, and the words that are left. */
export interface QueryReading {
  readonly places: readonly (DistrictRow | TownRow)[];
  readonly fields: readonly FieldRow[];
  /** The query without places, fields and filler words. */
  readonly rest: string;
  /** The query without its places, otherwise unchanged. */
  readonly subject: string;
}

/** The indexes and word lists that a query is read with. */
export interface ReadingAids {
  readonly rows: readonly Row[];
  /** Names of districts, towns and fields, to be found inside a longer query. */
  readonly anchors: NameIndex;
  /** Fields, services and needs by their everyday names. */
  readonly words: NameIndex;
  readonly committees: NameIndex;
  readonly filler: Filler;
}

/** Whether a town lies in one of the places, or is one of them. */
export const within = (town: TownRow, places: readonly Row[]): boolean =>
  places.includes(town) || places.includes(town.district);

/** Keeps the longest spans and drops those that overlap them; several names for exactly the same span all stay. */
function apart(spans: readonly NameSpan[]): NameSpan[] {
  const kept: NameSpan[] = [];
  for (const span of [...spans].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from))
    if (kept.every(({ from, to }) => span.to <= from || span.from >= to || (span.from === from && span.to === to)))
      kept.push(span);
  return kept;
}

function cut(query: string, spans: readonly NameSpan[]): string {
  const chars = query.split('');
  for (const { from, to } of spans) chars.fill(' ', from, to);
  return chars.join('');
}

/**
 * Whether a name inside a longer query certainly means the place: it includes the word for its kind, is long, or was
 * set apart with spaces.
 */
function stands(query: string, { from, to }: NameSpan, parts: readonly string[]): boolean {
  const text = query.slice(from, to);
  if (parts.includes(text)) return true;
  return !/[a-z]/u.test(text) && (text.length >= 3 || /(?:街道|镇|乡|区)$/u.test(text));
}

/**
 * Whether the words beside a short place name are themselves known (a need, service, field or committee of that place),
 * so that the name is no chance match.
 */
function explained(others: string, place: Row | undefined, { rows, words, committees, filler }: ReadingAids): boolean {
  const rest = others.replace(/\s+/gu, '');
  if (place === undefined || rest.length < 2) return false;
  let known = false;
  words.find(rest, false, (found, { whole, how }) => {
    const kind = rows[found]?.kind;
    if (whole && how !== 'initials' && (kind === 'need' || kind === 'service' || kind === 'field')) known = true;
  });
  if (known) return true;
  const local = withoutCommitteeEnd(filler.without(rest));
  if (local.length < (/^[a-z]/u.test(local) ? 4 : 2)) return false;
  committees.find(local, false, (found, { score, how }) => {
    const row = rows[found];
    if (score >= 760 && how !== 'initials' && row?.kind === 'committee' && within(row.town, [place])) known = true;
  });
  return known;
}

/**
 * The fields that a part of a name stands for (救助), used where the query also names a place; empty where more than two
 * fit.
 */
function fieldsPartlyNamed(rest: string, { rows, words }: ReadingAids): readonly FieldRow[] {
  const found = new Set<FieldRow>();
  if (rest.length < 2 || /^[a-z]{2,3}$/u.test(rest)) return [];
  words.find(rest, false, (owner, { score, how }) => {
    const row = rows[owner];
    if (row?.kind === 'field' && score >= 640 && how !== 'initials') found.add(row);
  });
  return found.size > 2 ? [] : [...found];
}

/**
 * Finds the districts, towns and fields in a query. `parts` are the pieces that were set apart with spaces or
 * punctuation.
 */
export function readQuery(query: string, parts: readonly string[], aids: ReadingAids): QueryReading {
  const { rows, anchors, filler } = aids;
  const kept = apart(anchors.spans(query));
  const isPlace = ({ owner }: NameSpan) => rows[owner]?.kind !== 'field';
  const alone = filler.without(cut(query, kept)) === '';
  const solid = kept.filter(
    (span) =>
      !isPlace(span) ||
      alone ||
      stands(query, span, parts) ||
      explained(cut(query, kept.filter(isPlace)), rows[span.owner], aids),
  );
  const found = solid.flatMap(({ owner }) => rows[owner] ?? []);
  const towns = [...new Set(found.filter((row) => row.kind === 'town'))];
  const districts = [...new Set(found.filter((row) => row.kind === 'district'))];
  const inside = towns.filter(({ district }) => districts.includes(district));
  const rest = filler.without(cut(query, solid));
  const fields = [...new Set(found.filter((row) => row.kind === 'field'))];
  const partly = fields.length === 0 && towns.length + districts.length > 0 ? fieldsPartlyNamed(rest, aids) : [];
  return {
    places: inside.length > 0 ? inside : towns.length > 0 ? towns : districts,
    fields: [...fields, ...partly],
    rest: partly.length > 0 ? '' : rest,
    subject: cut(query, solid.filter(isPlace)).replace(/\s+/gu, ''),
  };
}
