import { paths } from '../../domain/site/paths.ts';
import { isClosed } from '../../domain/station/station.ts';
import type { AddressAnswer, PlaceAnswer } from '../types/answer.ts';
import type { CommitteeRow, Row, StationRow, TownRow } from '../types/rows.ts';
import type { Matches } from '../match/matches.ts';
import { ASKED, BEGUN, EQUAL, NAMED, PIECE, STRONG } from '../match/scores.ts';

/** If more places than this begin with the query, it is still too short to tell which is meant. */
const MOST_BEGUN = 8;

const isOwn = ({ committee, answer }: StationRow, { name }: CommitteeRow) => committee === name && !isClosed(answer);

/** The stations responsible for a town, or for a committee in it, with the basis. */
export function placeAnswer(
  town: TownRow,
  committee: CommitteeRow | null,
  towns: readonly TownRow[],
  named: ReadonlySet<Row>,
  score: number,
): PlaceAnswer {
  const serving = towns[town.servedBy] ?? null;
  const general = serving?.general?.answer ?? null;
  const special = serving?.special ?? [];
  const own = committee === null ? undefined : town.stations.find((station) => isOwn(station, committee));
  const asked = [...special, ...(own === undefined ? [] : [own])].find((station) => named.has(station))?.answer ?? null;
  const answering = asked ?? general;
  return {
    basis: [
      ...(committee === null ? [] : [committee.name]),
      town.name,
      ...(serving === null || serving === town ? [] : [serving.name]),
      ...(answering === null ? [] : [answering.name]),
    ],
    committee: committee?.name ?? null,
    town: { code: town.code, name: town.name, district: town.district.name, path: paths.town(town.code) },
    asked,
    general,
    own: own?.answer ?? null,
    special: special.map(({ answer }) => answer),
    missing: serving === null ? '没有登记由谁负责' : general === null ? '没有综合社工站' : null,
    department: town.district.department,
    score,
  };
}

/** The same answer with the station of the first of these fields before the 综合 station, where the place has one. */
export function forFields(place: PlaceAnswer, fields: readonly string[] = []): PlaceAnswer {
  if (place.asked !== null) return place;
  const asked = fields.flatMap((slug) => place.special.find(({ field }) => field === slug) ?? [])[0];
  if (asked === undefined) return place;
  const way = place.general === null ? place.basis : place.basis.slice(0, -1);
  return { ...place, asked, basis: [...way, asked.name] };
}

/** The best score among the places that match the query as it is written, as text or as pinyin; 0 where none does. */
function surest(matches: Matches): number {
  let best = 0;
  for (const [{ kind }, { how, score }] of matches)
    if ((kind === 'town' || kind === 'committee') && (how === 'text' || how === 'pinyin')) best = Math.max(best, score);
  return best;
}

/**
 * The places that a query means, each with the stations responsible for it. Only the best match is returned, or all
 * that fit equally well; empty where the query names no place.
 */
export function responsibleFor(query: string, matches: Matches, towns: readonly TownRow[]): readonly PlaceAnswer[] {
  const found: { readonly row: TownRow | CommitteeRow; readonly score: number; readonly whole: boolean }[] = [];
  const named = new Set<Row>();
  const sure = surest(matches);
  for (const [row, { score, how, whole }] of matches) {
    if (row.kind === 'station' && score >= ASKED) named.add(row);
    if (row.kind !== 'town' && row.kind !== 'committee') continue;
    const written = how === 'text' || how === 'pinyin';
    // No typing error is assumed where another place matches at least as well as written.
    if (!written && score < sure) continue;
    const begun = written && score >= (query.length >= 3 ? PIECE : BEGUN) && query.length >= 2;
    if (score >= STRONG && (whole || begun)) found.push({ row, score, whole });
  }
  found.sort((a, b) => b.score - a.score);
  const top = found[0];
  if (top === undefined) return [];
  const equal = found.filter(({ score, whole }) => score > top.score - EQUAL && whole === top.whole);
  // Too many names begin with these letters: nobody can tell yet which place is meant.
  if (!top.whole && equal.length > MOST_BEGUN) return [];
  const whole = new Set<Row>(equal.map(({ row }) => row));
  return equal
    .filter(({ row }) => row.kind === 'town' || !whole.has(row.town))
    .map(({ row, score }) =>
      row.kind === 'town'
        ? placeAnswer(row, null, towns, named, score)
        : placeAnswer(row.town, row, towns, named, score),
    )
    .sort((a, b) => Number(b.asked !== null) - Number(a.asked !== null));
}

/**
 * Who is responsible where the table of places knows the address: the 居村委 that the address belongs to, and otherwise
 * nobody before the reader has chosen. `named` are the 居村委 that are called so themselves: another one makes it a question.
 */
export function responsibleAt({ kind, written, rows }: AddressAnswer, named: readonly PlaceAnswer[]): PlaceAnswer[] {
  const [row] = rows;
  if (kind !== '查到' || row === undefined) return [];
  const { committee, town } = row.place;
  const others = named.filter(
    (place) =>
      place.score >= NAMED &&
      place.committee !== null &&
      (place.committee !== committee || place.town.code !== town.code),
  );
  return [{ ...row.place, basis: [written, ...row.place.basis] }, ...others];
}
