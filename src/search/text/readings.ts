/** Matches the groups of the readings text, `hang行杭xin莘`: a syllable, then the characters that are read so. */
const GROUPS = /([a-z]+)([^a-z]+)/gu;

/** The 3755 common characters of GB 2312, which stand in the order of their pinyin. */
function commonCharacters(): string {
  const bytes = new Uint8Array(3755 * 2);
  for (let at = 0; at < 3755; at += 1) {
    bytes[at * 2] = 0xb0 + Math.floor(at / 94);
    bytes[at * 2 + 1] = 0xa1 + (at % 94);
  }
  return new TextDecoder('gb18030').decode(bytes);
}

/** A syllable with often confused sounds made equal: zh = z, n = l, ng = n. */
export function blurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n/u, 'l')
    .replace(/ng$/u, 'n');
}

const NONE: readonly string[] = [];

/** The pinyin of characters without tones, ü written as u; a character may have several readings. */
export class Readings {
  readonly #syllables = new Map<number, string[]>();
  readonly #blurred = new Map<string, string>();

  /**
   * `runs` gives the readings of the common characters, each syllable with its number of characters (`a2ai13`); `more`
   * adds others as groups (`hang行杭`).
   */
  constructor(runs: string, more: string) {
    const common = commonCharacters();
    let at = 0;
    for (const [, syllable = '', count] of runs.matchAll(/([a-z]+)(\d+)/gu))
      for (const end = at + Number(count); at < end; at += 1) this.#add(common.charCodeAt(at), syllable);
    this.add(more);
  }

  add(groups: string): void {
    for (const [, syllable = '', chars = ''] of groups.matchAll(GROUPS))
      for (let at = 0; at < chars.length; at += 1) this.#add(chars.charCodeAt(at), syllable);
  }

  #add(code: number, syllable: string): void {
    const known = this.#syllables.get(code);
    if (known === undefined) this.#syllables.set(code, [syllable]);
    else if (!known.includes(syllable)) known.push(syllable);
    if (!this.#blurred.has(syllable)) this.#blurred.set(syllable, blurred(syllable));
  }

  /** All syllables that a character is read as. */
  get syllables(): ReadonlySet<string> {
    return new Set(this.#blurred.keys());
  }

  of(code: number): readonly string[] {
    return this.#syllables.get(code) ?? NONE;
  }

  blurred(syllable: string): string {
    return this.#blurred.get(syllable) ?? syllable;
  }

  /** 2 where two characters can be read alike, 1 where nearly so, else 0. */
  alike(a: number, b: number): 0 | 1 | 2 {
    let best: 0 | 1 = 0;
    for (const one of this.of(a))
      for (const other of this.of(b)) {
        if (one === other) return 2;
        if (this.blurred(one) === this.blurred(other)) best = 1;
      }
    return best;
  }
}
