import { paths } from '../../domain/site/paths.ts';
import { type CrisisLine, type Entry, type EntryKind, type Group, type GroupTitle } from '../types/answer.ts';
import type { Directory, Row, StationRow } from '../types/rows.ts';
import type { Matches } from '../match/matches.ts';
import { NEARLY, STRONG, TOUCHED, URGENT } from '../match/scores.ts';

/** The groups of an answer, in the order in which equals stand. */
export const GROUP_TITLES: readonly GroupTitle[] = ['站点', '服务', '政策', '案例', '地方', '网页'];
/** Entries of a group in a list of suggestions. */
export const SHOWN: Readonly<Record<GroupTitle, number>> = { 站点: 6, 服务: 5, 政策: 5, 案例: 4, 地方: 6, 网页: 3 };

/** What of an answer follows from the matches alone. */
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
      return ['领域', title, paths.field(row.slug), row.aliases.slice(0, 4).join('、')];
    }
    case 'service':
      return ['服务', row.name, paths.service(row.id), row.summary];
    case 'page':
      return [row.sort, row.title, row.path, row.detail];
    case 'need':
      return null;
  }
}

/** What is shown of a row; nothing of a need, which stands for its services. */
export function entryOf(row: Row, score: number, directory: Directory): readonly Entry[] {
  const cells = cellsOf(row, directory);
  if (cells === null) return [];
  const [kind, title, path, detail, phone = ''] = cells;
  return [{ kind, title, path, detail, phone, weak: score < STRONG, score: Math.round(score) }];
}

/** How many doubtful entries a group shows beside others. */
const MOST_WEAK = 2;
/** Of texts, where other groups have something to say too; the results page shows more. */
const SIDE_BY_SIDE: Partial<Record<GroupTitle, number>> = { 服务: 3, 政策: 3, 案例: 2 };

/** Leaves room for the best of each group where several have been found. */
export function sideBySide(groups: readonly Group[]): readonly Group[] {
  if (groups.length < 2) return groups;
  const isSure = ({ entries }: Group) => entries.some(({ weak }) => !weak);
  const sure = groups.some(isSure);
  return groups.map((group) => {
    const most = !sure ? MOST_WEAK : isSure(group) ? SIDE_BY_SIDE[group.title] : 1;
    return { ...group, entries: group.entries.slice(0, most) };
  });
}

/** Where something was surely meant, few of what only perhaps was. */
export function withoutMostWeak(groups: readonly Group[]): readonly Group[] {
  if (groups.every(({ entries }) => entries.every(({ weak }) => weak))) return groups;
  return groups.map((group) => {
    const sure = group.entries.filter(({ weak }) => !weak).length;
    const most = sure === 0 ? MOST_WEAK : sure + Math.max(0, MOST_WEAK - sure);
    const entries = group.entries.slice(0, most);
    return { ...group, entries, count: group.count - (group.entries.length - entries.length) };
  });
}

function groupsOf(scores: ReadonlyMap<Row, number>, directory: Directory, most: number | null): readonly Group[] {
  const sorted = new Map<GroupTitle, [Row, number][]>(GROUP_TITLES.map((title) => [title, []]));
  for (const [row, score] of scores) sorted.get(groupOf(row))?.push([row, score]);
  return [...sorted]
    .flatMap(([title, all]): Group[] => {
      const best = all.sort((a, b) => b[1] - a[1]).slice(0, most ?? SHOWN[title]);
      const entries = best.flatMap(([row, score]) => entryOf(row, score, directory));
      return entries.length === 0 ? [] : [{ title, entries, count: all.length }];
    })
    .sort((a, b) => (b.entries[0]?.score ?? 0) - (a.entries[0]?.score ?? 0));
}

/** Sorts matches into groups; needs stand for their services and fields and bring their crisis numbers. */
export function groupMatches(
  matches: Matches,
  directory: Directory,
  hotlines: readonly CrisisLine[],
  most: number | null,
): Grouping {
  const scores = new Map<Row, number>();
  const urgent = new Map<number, number>();
  let touchy = false;
  let harmless = false;
  const raise = (row: Row | undefined, score: number) => {
    if (row !== undefined && score > (scores.get(row) ?? 0)) scores.set(row, score);
  };
  let topNeed = 0;
  for (const [row, { score }] of matches) if (row.kind === 'need') topNeed = Math.max(topNeed, score);
  for (const [row, { score }] of matches) {
    if (row.kind !== 'need') {
      raise(row, score);
      // Whoever names a field looks for what it offers.
      if (row.kind === 'field')
        directory.services
          .filter(({ fields }) => fields.includes(row.index))
          .forEach((service, at) => raise(service, score - 70 - 12 * at));
      continue;
    }
    touchy ||= row.sensitive && score >= TOUCHED;
    row.services.forEach((index, at) => raise(directory.services[index], score - 2 - 12 * at));
    row.fields.forEach((index, at) => raise(directory.fields[index], score - 60 - 12 * at));
    if (score < URGENT || score <= topNeed - NEARLY) continue;
    row.crisis.forEach((line, at) => urgent.set(line, Math.max(urgent.get(line) ?? 0, score - at)));
  }
  for (const [row, score] of scores) {
    if ('sensitive' in row && row.sensitive) touchy ||= score >= TOUCHED;
    else harmless ||= score >= STRONG;
  }
  return {
    groups: most === null ? withoutMostWeak(groupsOf(scores, directory, most)) : groupsOf(scores, directory, most),
    crisis: [...urgent].sort((a, b) => b[1] - a[1]).flatMap(([index]) => hotlines[index] ?? []),
    // What we don't understand may be anything: it leaves no trace either.
    sensitive: touchy || !harmless,
  };
}
