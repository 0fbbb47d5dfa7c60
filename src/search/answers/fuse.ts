import type { Answer, Entry, EntryKind, Group, GroupTitle, Range } from '../types/answer.ts';
import { GROUP_TITLES, SHOWN, sideBySide, withoutMostWeak } from './groups.ts';
import { withClauses, type ClausesOf } from './clausesBeside.ts';
import { LIKELY, NAMED, STRONG } from '../match/scores.ts';

/** A page that the full-text search found; `likeness` (0 to 1) says how well it answers the query. */
export interface TextHit {
  /** The address of the page, without the path that the site is mounted at. */
  readonly path: string;
  readonly title: string;
  /** The page's value of the Pagefind filter 类型. */
  readonly type: string;
  /** The district that the page is about, or empty. */
  readonly area: string;
  readonly likeness: number;
  /** Whether the page contains the query word for word. */
  readonly phrase: boolean;
  readonly excerpt: { readonly text: string; readonly marks: readonly Range[] };
}

const KINDS: Readonly<Record<string, readonly [GroupTitle, EntryKind]>> = {
  站点: ['站点', '综合站'],
  机构: ['站点', '机构'],
  服务: ['服务', '服务'],
  领域: ['服务', '领域'],
  政策: ['政策', '政策'],
  条款: ['政策', '条款'],
  解读: ['政策', '解读'],
  案例: ['案例', '案例'],
  区和街镇: ['地方', '街镇'],
};

/** The longest query that is a single word; somewhere in a story it says little of what the story is about. */
const WORD = 3;

const PLACES: ReadonlySet<string> = new Set(['站点', '区和街镇', '机构']);

/**
 * The score of a page on the scale of names (`scores.ts`). A page that contains the whole query scores higher, so that
 * it comes before pages that only share an alias with it.
 */
const scoreOf = ({ likeness, phrase }: TextHit, query: string) =>
  Math.round(300 + 500 * likeness + (phrase && query.trim().length > 3 ? 60 : 0));

function kindOf(hit: TextHit): readonly [GroupTitle, EntryKind] {
  const [group, kind] = KINDS[hit.type] ?? ['网页', '网页'];
  if (kind === '综合站') {
    const special = !/(?:街道|镇|乡)社工站$/u.test(hit.title);
    return [group, /(?:居委会|村委会)社工站$/u.test(hit.title) ? '居村站' : special ? '专项站' : kind];
  }
  return [group, kind === '街镇' && hit.path.startsWith('/districts/') ? '区' : kind];
}

/**
 * Merges the pages that the full text found into the answer of the lookup and returns the merged answer. A page that
 * both found is listed once with a higher score; where the query is a name, other pages are added only if they contain
 * it word for word.
 */
export function fuse(answer: Answer, hits: readonly TextHit[], clausesOf: ClausesOf): Answer {
  const top = answer.groups[0]?.entries[0]?.score ?? 0;
  const named = top >= NAMED;
  const groups = new Map<GroupTitle, { readonly entries: Map<string, Entry>; count: number }>(
    answer.groups.map(({ title, entries, count }) => [
      title,
      { entries: new Map(entries.map((entry) => [`${entry.path} ${entry.title}`, entry])), count },
    ]),
  );
  for (const hit of hits) {
    if (named && (!hit.phrase || hit.type === '领域')) continue;
    const [title, kind] = kindOf(hit);
    const isPassing = hit.type === '案例' && top < STRONG && answer.query.trim().length <= WORD;
    // Pages of places list many names, so a hit there means little: it ranks below what the lookup found.
    const most = PLACES.has(hit.type) && top >= STRONG ? top - 20 : Infinity;
    const score = Math.min(most, scoreOf(hit, answer.query));
    let known = false;
    for (const group of groups.values())
      for (const [key, entry] of group.entries) {
        if (entry.path !== hit.path || entry.kind === '居委会' || entry.kind === '村委会') continue;
        known = true;
        const both = Math.max(entry.score, score) + (entry.score >= NAMED ? 0 : Math.round(110 * hit.likeness));
        group.entries.set(key, {
          ...entry,
          score: both,
          weak: entry.weak && hit.likeness < LIKELY,
          ...(hit.phrase || !named ? { excerpt: hit.excerpt } : {}),
        });
      }
    if (known) continue;
    const group = groups.get(title) ?? { entries: new Map<string, Entry>(), count: 0 };
    groups.set(title, group);
    group.count += 1;
    group.entries.set(hit.path, {
      kind,
      title: hit.title,
      path: hit.path,
      detail: hit.area,
      phone: '',
      weak: hit.likeness < LIKELY || isPassing,
      score,
      excerpt: hit.excerpt,
    });
  }
  const listed = GROUP_TITLES.flatMap((title): Group[] => {
    const group = groups.get(title);
    if (group === undefined) return [];
    const entries = [...group.entries.values()].sort((a, b) => b.score - a.score).slice(0, SHOWN[title]);
    return [{ title, entries, count: Math.max(group.count, entries.length) }];
  });
  const fused = [...withClauses(listed, clausesOf)].sort(
    (a, b) => (b.entries[0]?.score ?? 0) - (a.entries[0]?.score ?? 0),
  );
  return {
    ...answer,
    groups: sideBySide(withoutMostWeak(fused)),
    weak: fused.length > 0 && fused.every(({ entries }) => entries.every(({ weak }) => weak)),
  };
}
