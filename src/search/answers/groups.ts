import { paths } from '../../domain/site/paths.ts';
import { type CrisisLine, type Entry, type EntryKind, type Group, type GroupTitle } from '../types/answer.ts';
import type { Directory, Row, StationRow } from '../types/rows.ts';
import type { Matches } from '../match/matches.ts';
import { NEARLY, STRONG, TOUCHED, URGENT } from '../match/scores.ts';

/** The groups of an answer; groups whose best entries score the same stand in this order. */
export const GROUP_TITLES: readonly GroupTitle[] = ['站点', '服务', '政策', '案例', '地方', '网页'];
/** How many entries of each group are shown among the suggestions under the search field. */
export const SHOWN: Readonly<Record<GroupTitle, number>> = { 站点: 6, 服务: 5, 政策: 5, 案例: 4, 地方: 6, 网页: 3 };

/** The part of an answer that is computed from the matches alone, without knowing who is responsible. */
export interface Grouping {
  readonly groups: readonly Group[];
  readonly crisis: readonly CrisisLine[];
  readonly sensitive: boolean;
}

function groupOf(row: Row): GroupTitle {
  switch (row.kind) {
    case 'station':
      return '站点';
    case 'field':
    case 'service':
    case 'need':
      return '服务';
    case 'page':
      return row.sort === '案例' ? '案例' : row.sort === '网页' ? '网页' : row.sort === '机构' ? '站点' : '政策';
    case 'district':
    case 'town':
    case 'committee':
      return '地方';
  }
}

const STATE = { 运行: '', 筹建: '筹建中 · ', 暂停: '暂停 · ', 撤并: '已撤并 · ' } as const;

const joined = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part).join(' · ');

type Cells = readonly [kind: EntryKind, title: string, path: string, detail: string, phone?: string | undefined];

function stationCells({ answer, town }: StationRow, { towns }: Directory): Cells {
  const { name, type, path, address, phone, status } = answer;
  return [`${type}站`, name, path, `${STATE[status]}${joined(towns[town]?.district.name, address)}`, phone];
}

function cellsOf(row: Row, directory: Directory): Cells | null {
  switch (row.kind) {
    case 'district':
      return ['区', row.name, paths.district(row.code), row.department.name, row.department.phone];
    case 'town':
      return ['街镇', row.name, paths.town(row.code), row.district.name, row.general?.answer.phone];
    case 'committee': {
      const { name, town } = row;
      const kind = name.endsWith('村委会') ? '村委会' : '居委会';
      const phone = directory.towns[town.servedBy]?.general?.answer.phone;
      return [kind, name, paths.town(town.code), joined(town.district.name, town.name), phone];
    }
    case 'station':
      return stationCells(row, directory);
    case 'field': {
      const title = row.fullName === row.name ? row.name : `${row.fullName}（${row.name}）`;
      return ['领域', title, paths.field(row.slug), '专项社工站的领域'];
    }
    case 'service':
      return ['服务', row.name, paths.service(row.id), row.summary];
    case 'page':
      return [row.sort, row.title, row.path, row.detail];
    case 'need':
      return null;
  }
}

/** The entries that show a row in the answer list. A need gives none: its services and fields are listed instead. */
export function entryOf(row: Row, score: number, directory: Directory): readonly Entry[] {
  const cells = cellsOf(row, directory);
  if (cells === null) return [];
  const [kind, title, path, detail, phone = ''] = cells;
  return [{ kind, title, path, detail, phone, weak: score < STRONG, score: Math.round(score) }];
}

/** How many weak entries (below `STRONG`) a group shows where other groups have better ones. */
const MOST_WEAK = 2;
/** How many entries a group of texts shows where several groups have results; the results page shows more. */
const SIDE_BY_SIDE: Partial<Record<GroupTitle, number>> = { 服务: 3, 政策: 3, 案例: 2 };

/**
 * Shortens the groups so that the best entries of each fit into the list of suggestions; a single group stays as it is.
 */
export function sideBySide(groups: readonly Group[]): readonly Group[] {
  if (groups.length < 2) return groups;
  const isSure = ({ entries }: Group) => entries.some(({ weak }) => !weak);
  const sure = groups.some(isSure);
  return groups.map((group) => {
    const most = !sure ? MOST_WEAK : isSure(group) ? SIDE_BY_SIDE[group.title] : 1;
    return { ...group, entries: group.entries.slice(0, most) };
  });
}

/**
 * Drops most weak entries from an answer that has strong ones: a group keeps its strong entries, and weak ones only up
 * to two entries in all. An answer that is weak throughout stays as it is.
 */
export function withoutMostWeak(groups: readonly Group[]): readonly Group[] {
  if (groups.every(({ entries }) => entries.every(({ weak }) => weak))) return groups;
  return groups.map((group) => {
    const sure = group.entries.filter(({ weak }) => !weak).length;
    const most = sure === 0 ? MOST_WEAK : sure + Math.max(0, MOST_WEAK - sure);
    const entries = group.entries.slice(0, most);
    return { ...group, entries, count: group.count - (group.entries.length - entries.length) };
  });
}

/** The sure stations and places of an answer; for an address, which only chance makes like a text. */
export const placesOf = (groups: readonly Group[]): readonly Group[] =>
  groups.flatMap((group) => {
    const entries = group.title === '站点' || group.title === '地方' ? group.entries.filter(({ weak }) => !weak) : [];
    return entries.length === 0 ? [] : [{ ...group, entries, count: entries.length }];
  });

/** How well a row answers, and whether that is in doubt. */
interface Rating {
  readonly score: number;
  readonly doubtful: boolean;
}

function groupsOf(ratings: ReadonlyMap<Row, Rating>, directory: Directory, most: number | null): readonly Group[] {
  const sorted = new Map<GroupTitle, [Row, Rating][]>(GROUP_TITLES.map((title) => [title, []]));
  for (const [row, rating] of ratings) sorted.get(groupOf(row))?.push([row, rating]);
  return [...sorted]
    .flatMap(([title, all]): Group[] => {
      const best = all.sort((a, b) => b[1].score - a[1].score).slice(0, most ?? SHOWN[title]);
      const entries = best.flatMap(([row, { score, doubtful }]) =>
        entryOf(row, score, directory).map((entry) => (doubtful ? { ...entry, weak: true } : entry)),
      );
      return entries.length === 0 ? [] : [{ title, entries, count: all.length }];
    })
    .sort((a, b) => (b.entries[0]?.score ?? 0) - (a.entries[0]?.score ?? 0));
}

/**
 * Sorts the matches of a query into groups. A matched need adds its services and fields to them, and its emergency
 * numbers to `crisis`.
 */
export function groupMatches(
  matches: Matches,
  directory: Directory,
  hotlines: readonly CrisisLine[],
  most: number | null,
): Grouping {
  const ratings = new Map<Row, Rating>();
  const urgent = new Set<number>();
  let sensitive = false;
  let understood = false;
  const raise = (row: Row | undefined, score: number, doubtful: boolean) => {
    if (row !== undefined && score > (ratings.get(row)?.score ?? 0)) ratings.set(row, { score, doubtful });
  };
  let topNeed = 0;
  for (const [row, { score }] of matches) if (row.kind === 'need') topNeed = Math.max(topNeed, score);
  for (const [row, { score, doubtful = false }] of matches) {
    if (row.kind !== 'need') {
      raise(row, score, doubtful);
      // A query that names a field is answered with the services of that field too.
      if (row.kind === 'field')
        directory.services
          .filter(({ fields }) => fields.includes(row.index))
          .forEach((service, at) => raise(service, score - 70 - 12 * at, doubtful));
      continue;
    }
    sensitive ||= row.sensitive && score >= TOUCHED;
    // Where life may be at risk nothing is held back as doubtful.
    const unsure = doubtful && row.crisis.length === 0;
    row.services.forEach((index, at) => raise(directory.services[index], score - 2 - 12 * at, unsure));
    row.fields.forEach((index, at) => raise(directory.fields[index], score - 60 - 12 * at, unsure));
    if (score < URGENT || score <= topNeed - NEARLY) continue;
    for (const line of row.crisis) urgent.add(line);
  }
  for (const [row, { score }] of ratings) {
    if ('sensitive' in row && row.sensitive) sensitive ||= score >= TOUCHED;
    else understood ||= score >= STRONG;
  }
  return {
    groups: most === null ? withoutMostWeak(groupsOf(ratings, directory, most)) : groupsOf(ratings, directory, most),
    // The file holds the hotlines in the order of their urgency.
    crisis: hotlines.filter((_, index) => urgent.has(index)),
    // A query that matched nothing well may be about anything: it is treated as sensitive too.
    sensitive: sensitive || !understood,
  };
}
