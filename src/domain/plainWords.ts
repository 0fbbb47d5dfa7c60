import { arabicNumbers } from './searchKeys.ts';

/** What people call the same thing, first the word that we compare by. */
const SAME: readonly (readonly [string, RegExp])[] = [
  ['孩子', /小囡|小孩子?|小朋友|囡囡|儿童|娃娃?/gu],
  ['老人', /老年人|阿婆|阿公|爷爷|奶奶|外婆|爸妈|父母|老妈|老爸|老娘|老爹|姆妈|我[爸妈]妈?爸?|老头|老太太?|长辈/gu],
  ['老公', /丈夫|男人/gu],
  ['老婆', /妻子/gu],
  ['家里', /屋里厢?/gu],
  ['不', /不肯|不愿意?|不想|不要|没有?(?!了|$)|勿/gu],
  ['钱', /钞票|经费|资金|补贴|补助|费用|出钱|拨款/gu],
  ['上学', /读书|念书|上课|[去上到进]学校?/gu],
  ['人', /工作人员|人员/gu],
  ['元', /块钱?|元钱/gu],
];

/** Words that ask and carry no subject. */
const EMPTY =
  /怎么办|怎么样|怎么|怎样|如何|请问|想问|问一下|我想|我要|哪里|哪儿|哪个|哪些|什么|多少|几个|能不能|可不可以|可以|是不是|该|找谁|谁|吗|呢|啊|呀|吧|啦|了|的|您|你|我|她|他|啥|咋|侬|阿拉|案例|故事|那个|这个/gu;

/** What everything here is about. */
const SUBJECT = /社工站|社会工作服务站|社工/gu;

/** A phrase or a question reduced to what it is about; the text itself where nothing would be left. */
export function plainWords(key: string): string {
  let plain = arabicNumbers(key);
  for (const [word, others] of SAME) plain = plain.replace(others, word);
  const asked = plain.replace(EMPTY, '');
  const short = asked.replace(SUBJECT, '');
  return short.length >= 2 ? short : asked.length >= 2 ? asked : plain;
}

/** A text with gaps where words only ask. */
export function withoutAsking(text: string): string {
  const rest = text.replace(EMPTY, ' ');
  return rest.replace(/\s+/gu, '').length >= 2 ? rest : text;
}

/** Characters and pairs of neighbours, each once. */
function grams(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    found.add(text.charAt(at));
    if (at + 1 < text.length) found.add(text.slice(at, at + 2));
  }
  return found;
}

/** How much a question and a phrase are about the same, 0 to 1. */
export interface Likeness {
  readonly owner: number;
  readonly likeness: number;
  /** Characters of the phrase, for telling a chance agreement of two characters from a sentence. */
  readonly length: number;
}

/** Phrases by their characters and pairs, the rarer the heavier. */
export class Phrases {
  readonly #phrases: {
    readonly owner: number;
    /** As it was written, and what it is about. */
    readonly written: string;
    readonly text: string;
    readonly grams: ReadonlySet<string>;
  }[] = [];
  #by = new Map<string, number[]>();
  #weights: number[] = [];

  add(owner: number, key: string): void {
    const text = plainWords(key);
    this.#phrases.push({ owner, written: key, text, grams: grams(text) });
    this.#weights = [];
  }

  #weight(gram: string): number {
    const common = this.#by.get(gram)?.length ?? 0;
    // A pair of neighbours says more than one character.
    return Math.log(1 + this.#phrases.length / (1 + common)) * (gram.length === 1 ? 0.5 : 1);
  }

  #prepare(): void {
    if (this.#weights.length === this.#phrases.length) return;
    this.#by = new Map();
    this.#phrases.forEach((phrase, index) => {
      for (const gram of phrase.grams) {
        const known = this.#by.get(gram);
        if (known === undefined) this.#by.set(gram, [index]);
        else known.push(index);
      }
    });
    this.#weights = this.#phrases.map((phrase) => [...phrase.grams].reduce((sum, gram) => sum + this.#weight(gram), 0));
  }

  /** Phrases that share words with a query, each with its likeness. */
  like(key: string, take: (found: Likeness) => void): void {
    this.#prepare();
    const asked = plainWords(key);
    const shared = new Map<number, number>();
    let whole = 0;
    for (const gram of grams(asked)) {
      const weight = this.#weight(gram);
      const phrases = this.#by.get(gram);
      whole += phrases === undefined ? weight * 0.7 : weight;
      for (const index of phrases ?? []) shared.set(index, (shared.get(index) ?? 0) + weight);
    }
    for (const [index, weight] of shared) {
      const phrase = this.#phrases[index];
      if (phrase === undefined) continue;
      const ofPhrase = weight / (this.#weights[index] ?? 1);
      const ofQuery = weight / (whole || 1);
      // A phrase inside a long question counts by how much of the question it is.
      const inside = asked.includes(phrase.text);
      // Or a whole phrase, word for word: 谁出钱 in 谁出钱建社工站.
      const quoted = phrase.written.length > 2 && key.includes(phrase.written) ? phrase.written.length / key.length : 0;
      const likeness = Math.max(
        0.62 * ofPhrase + 0.38 * ofQuery,
        // Two characters in a long question may stand there by chance.
        inside ? (phrase.text.length > 2 ? 0.47 + 0.53 * ofQuery : 0.38 + 0.62 * ofQuery) : 0,
        quoted > 0 ? 0.47 + 0.53 * quoted : 0,
        phrase.text.includes(asked) && asked.length > 2 ? 0.7 + 0.3 * ofPhrase : 0,
      );
      take({ owner: phrase.owner, likeness, length: phrase.text.length });
    }
  }
}
