import type { TextHit } from '../domain/fusion.ts';
import { rateText, textTokens, type IndexedPage, type TextRating, type TextToken } from '../domain/textRank.ts';
import type { TextFilters, TextReply, TextRequest } from './fullText.ts';

/**
 * Asks Pagefind in a worker: without a document it doesn't take the query apart. It gets quoted pairs of characters,
 * one at a time; what they have in common is found, rated and cut here.
 */
interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<PagefindPage>;
}

interface PagefindPage {
  readonly url: string;
  readonly content: string;
  /** As it is in the index: words are set apart by zero-width spaces, and anchors count them. */
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

interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (term: string, options: object) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

/** Sorts of pages with texts to be read; names of places and fields are the lookup's business. */
const TEXTS = ['政策', '解读', '案例', '服务', '说明', '数据'];
const PLACES = ['站点', '区和街镇'];
const LOADED = 14;
const LIKENESS = 0.2;
const MOST_CLAUSES = 3;
const CLAUSE = /^(?:\d+(?:-\d+)*|copy)$/u;

let opened: Promise<Pagefind> | null = null;

function open(folder: string): Promise<Pagefind> {
  opened ??= import(/* @vite-ignore */ `${folder}pagefind.js`).then(async (module: Pagefind) => {
    await module.options({ basePath: folder, baseUrl: '/', excerptLength: 1 });
    await module.init();
    return module;
  });
  return opened;
}

interface Candidate {
  readonly result: PagefindResult;
  readonly tokens: Set<number>;
  score: number;
}

interface Collected {
  readonly candidates: readonly Candidate[];
  readonly weights: readonly number[];
}

/** Han as it stands; words in letters also with other endings. */
const quoted = (token: string) => (/^[a-z]{3}/u.test(token) ? token : `"${token}"`);

/** Pages that hold any of the tokens, and what each token weighs by its rarity among them. */
async function collect(
  pagefind: Pagefind,
  tokens: readonly TextToken[],
  filters: Readonly<Record<string, unknown>>,
): Promise<Collected> {
  const lists = await Promise.all(tokens.map(({ text }) => pagefind.search(quoted(text), { filters })));
  const most = Math.max(8, ...lists.map(({ results }) => results.length));
  const weights = lists.map(
    ({ results }, index) => (tokens[index]?.weight ?? 0) * Math.log(1.5 + most / (1 + results.length)),
  );
  const candidates = new Map<string, Candidate>();
  lists.forEach(({ results }, token) => {
    results.forEach((result, rank) => {
      const known = candidates.get(result.id) ?? { result, tokens: new Set<number>(), score: 0 };
      known.tokens.add(token);
      // The index knows how often a page says it: that only breaks ties.
      known.score += (weights[token] ?? 0) * (1 + 0.1 / (1 + rank));
      candidates.set(result.id, known);
    });
  });
  return { candidates: [...candidates.values()].sort((a, b) => b.score - a.score), weights };
}

async function rated(
  { candidates, weights }: Collected,
  query: string,
  tokens: readonly TextToken[],
): Promise<TextHit[]> {
  const pages = await Promise.all(candidates.slice(0, LOADED).map(({ result }) => result.data()));
  return pages
    .flatMap((page) => {
      const title = page.meta['title'] ?? page.url;
      const type = page.filters['类型']?.[0] ?? '';
      const rate = (text: IndexedPage) => rateText(text, query, tokens, weights);
      const whole: TextHit = {
        path: page.url,
        title,
        type,
        area: page.meta['area'] ?? '',
        ...rate({ title, content: page.content }),
      };
      return type === '政策' ? clauseHits(page, whole, rate) : [whole];
    })
    .filter(({ likeness }) => likeness >= LIKENESS)
    .sort((a, b) => b.likeness - a.likeness);
}

/** The best clauses of a policy in place of the whole; the whole where no clause answers nearly as well alone. */
function clauseHits(page: PagefindPage, whole: TextHit, rate: (text: IndexedPage) => TextRating): readonly TextHit[] {
  const words = page.raw_content.split('\u200b');
  const sections = page.anchors.filter(({ element, id }) => element === 'section' && CLAUSE.test(id));
  const clauses = sections
    .map(({ id, location }, index): TextHit => {
      const title = page.anchors.find((anchor) => anchor.id === `t-${id}`)?.text || whole.title;
      const content = words.slice(location, sections[index + 1]?.location).join('');
      // The opening has no heading to go to: it stands for the page.
      const opening = id === '0';
      const path = opening ? page.url : `${page.url}#${id}`;
      return { path, title, type: opening ? whole.type : '条款', area: whole.title, ...rate({ title, content }) };
    })
    .sort((a, b) => b.likeness - a.likeness);
  const best = clauses[0]?.likeness ?? 0;
  if (best < whole.likeness - 0.2) return [whole];
  return clauses.slice(0, MOST_CLAUSES).filter(({ likeness }) => likeness > best - 0.2);
}

async function ask(pagefind: Pagefind, query: string, { types, district }: TextFilters): Promise<readonly TextHit[]> {
  const tokens = textTokens(query);
  if (tokens.length === 0) return [];
  const area = district === undefined ? {} : { 区: district };
  const wanted = types ?? TEXTS;
  const hits = await rated(await collect(pagefind, tokens, { 类型: { any: wanted }, ...area }), query, tokens);
  if (types !== undefined || (hits[0]?.likeness ?? 0) >= 0.6) return hits;
  const places = await rated(await collect(pagefind, tokens, { 类型: { any: PLACES }, ...area }), query, tokens);
  return [...hits, ...places.filter(({ likeness }) => likeness >= 0.6)].sort((a, b) => b.likeness - a.likeness);
}

let folder = '';

self.addEventListener('message', ({ data }: MessageEvent<TextRequest>) => {
  if (data.kind === 'open') {
    folder = data.pagefind;
    open(folder).catch(() => undefined);
    return;
  }
  const { id, query, filters } = data;
  const reply = (message: TextReply) => self.postMessage(message);
  open(folder)
    .then((pagefind) => ask(pagefind, query, filters))
    .then(
      (hits) => reply({ kind: 'found', id, hits }),
      (error: unknown) => reply({ kind: 'failed', id, message: String(error) }),
    );
});
