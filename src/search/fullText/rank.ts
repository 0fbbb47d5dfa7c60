import type { Range } from '../types/answer.ts';
import { withoutAsking } from '../text/plainWords.ts';

/** A piece of a query to ask the full-text index for: two neighbouring Han characters, or a word in Latin letters. */
export interface TextToken {
  readonly text: string;
  readonly weight: number;
}

/** The title and text of a page, as the full-text index holds them. */
export interface IndexedPage {
  readonly title: string;
  readonly content: string;
}

/** How well a page answers, 0 to 1, and the passage that shows it. */
export interface TextRating {
  readonly likeness: number;
  /** Whether the page contains the query word for word. */
  readonly phrase: boolean;
  readonly excerpt: { readonly text: string; readonly marks: readonly Range[] };
}

const MOST_TOKENS = 8;
/** The weight of a pair of characters that spans two words; a pair inside one word weighs 1. */
const ACROSS = 0.6;
const PASSAGE = 64;

let segmenter: Intl.Segmenter | null | undefined;

/** The positions at which words begin in a text; empty where the platform has no `Intl.Segmenter`. */
function wordStarts(text: string): ReadonlySet<number> {
  segmenter ??=
    // eslint-disable-next-line compat/compat -- asked for first; without it words are found by their letters
    typeof Intl !== 'undefined' && 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  return new Set(segmenter === null ? [] : [...segmenter.segment(text)].map(({ index }) => index));
}

/** Splits a query into tokens without repeats, the heaviest first; the number is limited. */
export function textTokens(query: string): readonly TextToken[] {
  const text = query.normalize('NFKC').toLowerCase();
  const weights = new Map<string, number>();
  const note = (token: string, weight: number) => weights.set(token, Math.max(weight, weights.get(token) ?? 0));
  for (const [run] of withoutAsking(text).matchAll(/\p{Script=Han}+|[a-z\d]+/gu)) {
    if (/^[a-z\d]/u.test(run)) {
      note(run, 1);
      continue;
    }
    if (run.length === 1) note(run, 0.5);
    const starts = wordStarts(run);
    for (let at = 0; at + 1 < run.length; at += 1) note(run.slice(at, at + 2), starts.has(at + 1) ? ACROSS : 1);
  }
  return [...weights]
    .map(([token, weight]) => ({ text: token, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TOKENS);
}

/**
 * The text of a page as a reader sees it: without spaces between Han characters, and with a gap where the index put a
 * dot between two blocks.
 */
export function readableText(content: string): string {
  return content
    .replace(/\s+/gu, ' ')
    .replace(/([^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, '$1')
    .replace(/([。！？；：，、])\./gu, '$1')
    .replace(/([^\x20-\x7e])\.(?=[^\x20-\x7e]|$)/gu, '$1 ');
}

interface Place {
  readonly at: number;
  readonly token: number;
}

function placesOf(text: string, tokens: readonly TextToken[]): Place[] {
  const places: Place[] = [];
  tokens.forEach(({ text: token }, index) => {
    for (let at = text.indexOf(token), left = 40; at >= 0 && left > 0; at = text.indexOf(token, at + 1), left -= 1)
      places.push({ at, token: index });
  });
  return places.sort((a, b) => a.at - b.at);
}

/** Finds the passage that holds the tokens of the greatest total weight: where it begins, and that weight. */
function bestPassage(places: readonly Place[], weights: readonly number[]): { from: number; weight: number } {
  let best = { from: 0, weight: 0 };
  places.forEach(({ at: from }, first) => {
    const held = new Set<number>();
    let weight = 0;
    for (let next = first; next < places.length; next += 1) {
      const place = places[next];
      if (place === undefined || place.at > from + PASSAGE - 8) break;
      if (held.has(place.token)) continue;
      held.add(place.token);
      weight += weights[place.token] ?? 0;
    }
    if (weight > best.weight) best = { from, weight };
  });
  return best;
}

/** The ranges of the text to highlight: all places of the tokens, joined where they touch. */
function marksOf(text: string, tokens: readonly TextToken[]): readonly Range[] {
  const marks: [number, number][] = [];
  for (const { at, token } of placesOf(text.toLowerCase(), tokens)) {
    const to = at + (tokens[token]?.text.length ?? 0);
    const last = marks[marks.length - 1];
    if (last !== undefined && at <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([at, to]);
  }
  return marks;
}

function excerptAt(text: string, from: number, tokens: readonly TextToken[]) {
  // The excerpt begins with the sentence, if that begins nearby.
  const before = text.slice(Math.max(0, from - 24), from);
  const sentence = Math.max(...['。', '；', '！', '？', '：'].map((mark) => before.lastIndexOf(mark)));
  const start = sentence >= 0 ? from - before.length + sentence + 1 : Math.max(0, from - 12);
  const end = Math.min(text.length, start + PASSAGE + 16);
  const piece = `${sentence < 0 && start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  return { text: piece, marks: marksOf(piece, tokens) };
}

/**
 * Rates how well a page answers a query and cuts the excerpt. `weights` belong to `tokens`: the rarer a token is in the
 * whole index, the heavier it is.
 */
export function rateText(
  page: IndexedPage,
  query: string,
  tokens: readonly TextToken[],
  weights: readonly number[],
): TextRating {
  const text = readableText(page.content);
  const lower = text.toLowerCase();
  const title = page.title.toLowerCase();
  const asked = query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const share = (held: ReadonlySet<number>) => [...held].reduce((sum, token) => sum + (weights[token] ?? 0), 0) / whole;
  const places = placesOf(lower, tokens);
  const inText = share(new Set(places.map(({ token }) => token)));
  const inTitle = share(new Set(placesOf(title, tokens).map(({ token }) => token)));
  const passage = bestPassage(places, weights);
  const at = lower.indexOf(asked);
  const phrase = asked.length >= 2 && (at >= 0 || title.includes(asked));
  // A single token in common may be chance, unless the query has only one.
  const likeness = 0.5 * (passage.weight / whole) + 0.25 * inText + 0.15 * inTitle + (phrase ? 0.1 : 0);
  return {
    likeness: Math.min(1, likeness),
    phrase,
    excerpt: excerptAt(text, phrase && at >= 0 ? at : passage.from, tokens),
  };
}
