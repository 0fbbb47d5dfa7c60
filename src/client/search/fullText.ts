import { GROUP_TITLES } from '../../search/answers/groups.ts';
import type { MergedIndexes } from '../../search/files/members.ts';
import type { Answer, GroupTitle, SearchFilters } from '../../search/types/answer.ts';
import type { Lookup } from '../../search/lookup.ts';
import { GOOD, LIKELY, LISTED } from '../../search/match/scores.ts';
import { fuse, type TextHit } from '../../search/answers/fuse.ts';
import { rateText, textTokens, type IndexedPage, type TextRating, type TextToken } from '../../search/fullText/rank.ts';

/**
 * The part of Pagefind that we use. It runs in a worker, where it does not split the query into words: we send it pairs
 * of characters in quotes, and combine, rate and cut the results ourselves.
 */
interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly mergeIndex: (folder: string, options: object) => Promise<void>;
  readonly search: (term: string, options: object) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly data: () => Promise<PagefindPage>;
}

interface PagefindPage {
  readonly url: string;
  readonly content: string;
  /** The text as indexed: words are separated by zero-width spaces, and the locations of anchors count words. */
  readonly raw_content: string;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** The values of the filter 类型 in the first index, by group of the answer; places and fields are left to the lookup. */
const TEXTS: Partial<Record<GroupTitle, readonly string[]>> = {
  服务: ['服务'],
  政策: ['政策', '解读'],
  案例: ['案例'],
  网页: ['说明', '数据'],
};
/** The values of the filter 类型 in the second index, which is loaded only when the first has no good answer. */
const PLACES: Partial<Record<GroupTitle, readonly string[]>> = { 站点: ['站点'], 地方: ['区和街镇'] };
const LOADED = 12;
/**
 * Queries with more tokens than this are not looked up in the second index: pages of places only match a word or two
 * (手语翻译).
 */
const FEW_TOKENS = 5;
const MOST_CLAUSES = 3;
const CLAUSE = /^(?:\d+(?:-\d+)*|copy)$/u;

interface Candidate {
  readonly result: PagefindResult;
  score: number;
}

interface Collected {
  readonly candidates: readonly Candidate[];
  readonly weights: readonly number[];
}

/**
 * A token as Pagefind is asked for it: Han characters in quotes, exactly; words in letters without quotes, so that
 * other endings match.
 */
const quoted = (token: string) => (/^[a-z]{3}/u.test(token) ? token : `"${token}"`);

/**
 * Finds the pages that contain any of the tokens, best first, and the weight of each token by its rarity among them.
 */
async function collect(
  pagefind: Pagefind,
  tokens: readonly TextToken[],
  filters: Readonly<Record<string, unknown>>,
): Promise<Collected> {
  const lists = await Promise.all(tokens.map(({ text }) => pagefind.search(quoted(text), { filters })));
  const most = Math.max(8, ...lists.map(({ results }) => results.length));
  const weights = lists.map(({ results }, index) => {
    // A token that no page contains lowers the likeness of all pages, but only half as much.
    const share = results.length === 0 ? 0.5 : 1;
    return share * (tokens[index]?.weight ?? 0) * Math.log(1.5 + most / (1 + results.length));
  });
  const candidates = new Map<string, Candidate>();
  lists.forEach(({ results }, token) => {
    results.forEach((result, rank) => {
      const known = candidates.get(result.id) ?? { result, score: 0 };
      // The order of the index, by how often a page contains the token, only breaks ties.
      known.score += (weights[token] ?? 0) * (1 + 0.1 / (1 + rank));
      candidates.set(result.id, known);
    });
  });
  return { candidates: [...candidates.values()].sort((a, b) => b.score - a.score), weights };
}

/**
 * The clauses of a policy that answer the query best, in place of the whole page; the page itself where no clause
 * answers nearly as well.
 */
function clauseHits(page: PagefindPage, whole: TextHit, rate: (text: IndexedPage) => TextRating): readonly TextHit[] {
  const words = page.raw_content.split('\u200b');
  const sections = page.anchors.filter(({ element, id }) => element === 'section' && CLAUSE.test(id));
  const clauses = sections
    .map(({ id, location }, index): TextHit => {
      const title = page.anchors.find((anchor) => anchor.id === `t-${id}`)?.text || whole.title;
      const content = words.slice(location, sections[index + 1]?.location).join('');
      // The paragraphs before the first clause have no heading: their link is that of the page.
      const opening = id === '0';
      const path = opening ? page.url : `${page.url}#${id}`;
      return { path, title, type: opening ? whole.type : '条款', area: whole.title, ...rate({ title, content }) };
    })
    .sort((a, b) => b.likeness - a.likeness);
  const best = clauses[0]?.likeness ?? 0;
  if (best < whole.likeness - 0.2) return [whole];
  return clauses.slice(0, MOST_CLAUSES).filter(({ likeness }) => likeness > best - 0.2);
}

async function rated(
  { candidates, weights }: Collected,
  query: string,
  tokens: readonly TextToken[],
): Promise<TextHit[]> {
  const pages = await Promise.all(candidates.slice(0, LOADED).map(({ result }) => result.data()));
  const rate = (text: IndexedPage) => rateText(text, query, tokens, weights);
  return pages
    .flatMap((page) => {
      const title = page.meta['title'] ?? page.url;
      const type = page.filters['类型']?.[0] ?? '';
      const area = page.meta['area'] ?? '';
      const whole: TextHit = { path: page.url, title, type, area, ...rate({ title, content: page.content }) };
      return type === '政策' ? clauseHits(page, whole, rate) : [whole];
    })
    .filter(({ likeness }) => likeness >= LISTED)
    .sort((a, b) => b.likeness - a.likeness);
}

/** The full-text index of the site. Nothing is loaded before `open` or the first question. */
export class FullText {
  readonly #folder: string;
  #pagefind: Promise<Pagefind> | null = null;
  #places: Promise<void> | null = null;
  #tries = 0;

  /** `folder` is the absolute address of the folder with pagefind.js; the index of places lies inside it. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Loads Pagefind and the main index; rejects where there is none, and tries again at the next call. */
  open(): Promise<Pagefind> {
    this.#pagefind ??= this.#program().catch((error: unknown) => {
      this.#pagefind = null;
      this.#tries += 1;
      throw error;
    });
    return this.#pagefind;
  }

  async #program(): Promise<Pagefind> {
    // Browsers remember that a module failed to load: another address is needed to try again.
    const again = this.#tries === 0 ? '' : `?${this.#tries}`;
    const module = (await import(/* @vite-ignore */ `${this.#folder}pagefind.js${again}`)) as Pagefind;
    await module.options({ basePath: this.#folder, baseUrl: '/', excerptLength: 1 });
    await module.init();
    if (import.meta.env.OF_MEMBERS) await this.#mergeMembers(module);
    return module;
  }

  /** Adds the indexes of all members of a portal; one that fails leaves the others. */
  async #mergeMembers(pagefind: Pagefind): Promise<void> {
    const response = await fetch(`${this.#folder}members.json`);
    const members = response.ok ? ((await response.json()) as MergedIndexes) : [];
    const merge = ([folder, baseUrl]: MergedIndexes[number]) =>
      pagefind.mergeIndex(new URL(folder, this.#folder).href, { baseUrl });
    await Promise.allSettled(members.map(merge));
  }

  #withPlaces(pagefind: Pagefind): Promise<void> {
    this.#places ??= pagefind.mergeIndex(`${this.#folder}places/`, { baseUrl: '/' }).catch((error: unknown) => {
      this.#places = null;
      throw error;
    });
    return this.#places;
  }

  /** An answer of the lookup together with the pages that answer the query; rejects where there is no index. */
  async complete(answer: Answer, lookup: Lookup, query: string, filters: SearchFilters): Promise<Answer> {
    return fuse(answer, await this.#askWell(lookup, query, filters), lookup.clausesOf);
  }

  /** Where the result is poor, asks again with likely wrong characters corrected and takes the better result. */
  async #askWell(lookup: Lookup, query: string, filters: SearchFilters): Promise<readonly TextHit[]> {
    const text = lookup.simplify(query);
    const hits = await this.#ask(text, filters);
    const mended = lookup.mend(text);
    if (mended === text || (hits[0]?.likeness ?? 0) >= LIKELY) return hits;
    const more = await this.#ask(mended, filters);
    return (more[0]?.likeness ?? 0) > (hits[0]?.likeness ?? 0) ? more : hits;
  }

  /** The pages that answer the query, best first. */
  async #ask(query: string, { groups = GROUP_TITLES, district }: SearchFilters): Promise<readonly TextHit[]> {
    const tokens = textTokens(query);
    if (tokens.length === 0) return [];
    const pagefind = await this.open();
    const search = async (sorts: readonly string[], more: object = {}) =>
      sorts.length === 0
        ? []
        : rated(await collect(pagefind, tokens, { 类型: { any: sorts }, ...more }), query, tokens);
    const sortsOf = (of: Partial<Record<GroupTitle, readonly string[]>>) => groups.flatMap((title) => of[title] ?? []);
    const hits = await search(sortsOf(TEXTS));
    // A portal holds the texts of its members, and not their index of places.
    if (import.meta.env.OF_MEMBERS) return hits;
    if (tokens.length > FEW_TOKENS || (hits[0]?.likeness ?? 0) >= GOOD || sortsOf(PLACES).length === 0) return hits;
    await this.#withPlaces(pagefind);
    const inside = district === undefined ? {} : { 区: district };
    const places = (await search(sortsOf(PLACES), inside)).filter(({ likeness }) => likeness >= GOOD);
    return [...hits, ...places].sort((a, b) => b.likeness - a.likeness);
  }
}
