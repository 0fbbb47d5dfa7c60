import type { NamesFile, MembersRoot } from '../files/members.ts';
import { NameIndex } from '../match/nameIndex.ts';
import { EQUAL, FAULTY, GUESSED, NAMED, STRONG, WRITTEN } from '../match/scores.ts';
import { Initials, placeKey } from '../text/initials.ts';
import { characterPairs, searchKey, type Simplified } from '../text/keys.ts';
import { Readings } from '../text/readings.ts';
import { committeeStem, placeStem, withoutCommitteeEnd } from '../text/stems.ts';

/** At most so many files of names are asked for one query: letters may be read in several ways. */
const MOST_FILES = 6;
/** What people write before and after the name itself. */
const BEFORE = /^(?:(?:我们?)?家?(?:住在|在(?=.{3}))|我们?(?:住|家住?))/u;
const AFTER = /社会?工作?服?务?站$/u;

/** How much of a name's key is the name without the word for its kind. */
export const nameStem = (key: string): number =>
  /[居村]委会$/u.test(key) ? committeeStem(key) : placeStem(key).length;

/** Tells which members of a search a query is about, from files of names that are added as questions need them. */
export class MembersIndex {
  readonly #root: MembersRoot;
  readonly #keys: ReadonlySet<string>;
  readonly #readings: Readings;
  readonly #initials: Initials;
  readonly #simplified: Simplified;
  readonly #files = new Map<string, { readonly names: NameIndex; readonly members: readonly (readonly number[])[] }>();

  constructor(root: MembersRoot) {
    this.#root = root;
    this.#keys = new Set(root.keys.split(' '));
    this.#readings = new Readings(root.runs, root.readings);
    this.#initials = new Initials(this.#readings);
    this.#simplified = new Map(characterPairs(root.traditional));
  }

  /** The keys of the files that may hold a name in this query. */
  filesFor(text: string): readonly string[] {
    const subject = this.#subject(text);
    // Long pinyin can be read in more ways than are told: its beginning alone shows the others (shu-nan, shun-an).
    const begun = /^[a-z]{5,}$/u.test(subject) ? [6, 5, 7].map((length) => subject.slice(0, length)) : [];
    const keys = [subject, ...begun].flatMap((part) =>
      this.#initials.of(part, true).flatMap((letters) => this.#fileOf(placeKey(letters))),
    );
    return [...new Set(keys)].slice(0, MOST_FILES);
  }

  /** Adds the file of a key. */
  add(key: string, file: NamesFile): void {
    const names = new NameIndex(this.#readings);
    const members = file.names.map(([name, ...own], owner) => {
      const written = searchKey(name, this.#simplified, 200);
      names.add(owner, written, nameStem(written));
      return own;
    });
    this.#files.set(key, { names, members });
  }

  /**
   * The members that have what the query names, as indexes, from the files that were added; the one that it names itself
   * comes first. Empty where it names nothing.
   */
  membersOf(text: string): readonly number[] {
    const subject = this.#subject(text);
    const named = this.#named(subject);
    const whole = this.#found(text, subject);
    // 上海路居委会 names a 居委会 and not the city that it begins with.
    if (named.length > 0) return whole.best >= NAMED ? [...new Set([...named, ...whole.members])] : named;
    if (whole.best >= GUESSED || subject.length < 3) return whole.members;
    for (let length = subject.length - 1; length >= 2; length -= 1) {
      const begun = this.#found(text, subject.slice(0, length));
      if (begun.best >= WRITTEN) return begun.members;
    }
    return whole.members;
  }

  /** The query as a search key, without what people write around a name. */
  #subject(text: string): string {
    const key = searchKey(text, this.#simplified);
    const bare = withoutCommitteeEnd(key.replace(BEFORE, '').replace(AFTER, ''));
    return bare === '' ? key : bare;
  }

  /** The longest key of a file that these letters begin with. */
  #fileOf(letters: string): readonly string[] {
    for (let length = letters.length; length > 0; length -= 1)
      if (this.#keys.has(letters.slice(0, length))) return [letters.slice(0, length)];
    return [];
  }

  /** The members whose own name the subject begins with. */
  #named(subject: string): readonly number[] {
    return this.#root.members.flatMap(({ name }, at) => {
      const stem = searchKey(name, this.#simplified).replace(/[市州]$/u, '');
      return stem.length >= 2 && subject.startsWith(stem) ? [at] : [];
    });
  }

  #found(text: string, name: string): { readonly best: number; readonly members: readonly number[] } {
    const scores = new Map<number, number>();
    for (const key of this.filesFor(text)) {
      const file = this.#files.get(key);
      if (file === undefined) continue;
      const take = (owner: number, { score }: { readonly score: number }) => {
        for (const member of file.members[owner] ?? [])
          if (score > (scores.get(member) ?? 0)) scores.set(member, score);
      };
      file.names.find(name, true, take);
      if (Math.max(0, ...scores.values()) < FAULTY) file.names.findNear(name, take);
    }
    const best = Math.max(0, ...scores.values());
    const good = [...scores].filter(([, score]) => score >= STRONG && score > best - 2 * EQUAL);
    return { best, members: good.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([member]) => member) };
  }
}
