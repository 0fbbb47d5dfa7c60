import type { NamesFile, NamesRoot } from '../files/members.ts';
import { NameIndex } from '../match/nameIndex.ts';
import type { NameMatch } from '../match/nameMatch.ts';
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

/** The root of a search with several members, of which only the names are needed to tell them apart. */
type Root = NamesRoot & { readonly members: readonly { readonly name: string }[] };

/** The members that a query names. */
export interface Named {
  /** Their indexes: the one that the query names itself comes first, then those whose name fits best. */
  readonly members: readonly number[];
  /**
   * 全名: the query is a name of theirs, as text or in pinyin, or begins with one of three characters and more. 没写完: it
   * is a part of names, or only like one.
   * 开头: it only begins with a name of two characters, which may be chance.
   */
  readonly how: '全名' | '没写完' | '开头';
  /**
   * Those that may be meant too: of names that fit less well, or of three characters and more whose sound or initials the
   * query begins with.
   */
  readonly alike: readonly number[];
}

/** What the files of names say of one name: the best score, whether that is of a whole name and as written, and who has names that fit. */
interface Found {
  readonly best: number;
  readonly whole: boolean;
  readonly written: boolean;
  readonly members: readonly number[];
  /** Those whose names fit less well. */
  readonly others: readonly number[];
}

interface NamesInFile {
  readonly names: NameIndex;
  readonly members: readonly (readonly number[])[];
  /** Whether each name is one of a 居村委. */
  readonly committees: readonly boolean[];
}

/** A name that fits so much less well may still be meant: other names of places count less in the lookup. */
const MAY_BE = 200;
/** By initials too many 居村委 fit: other places come first, as in the lookup. */
const BY_INITIALS = 50;

/** How much of a name's key is the name without the word for its kind. */
export const nameStem = (key: string): number =>
  /[居村]委会$/u.test(key) ? committeeStem(key) : placeStem(key).length;

/** Tells which members of a search a query is about, from files of names that are added as questions need them. */
export class MembersIndex {
  readonly #root: Root;
  readonly #keys: ReadonlySet<string>;
  readonly #readings: Readings;
  readonly #initials: Initials;
  readonly #simplified: Simplified;
  readonly #files = new Map<string, NamesInFile>();

  constructor(root: Root) {
    this.#root = root;
    this.#keys = new Set(root.keys.split(' '));
    this.#readings = new Readings(root.runs, root.readings);
    this.#initials = new Initials(this.#readings);
    this.#simplified = new Map(characterPairs(root.traditional));
  }

  /** The keys of the files that may hold a name in this query. */
  filesFor(text: string): readonly string[] {
    return this.#filesOf(this.#subject(text));
  }

  #filesOf(subject: string): readonly string[] {
    // Long pinyin can be read in more ways than are told: its beginning alone shows the others (shu-nan, shun-an).
    const begun = /^[a-z]{5,}$/u.test(subject) ? [6, 5, 7].map((length) => subject.slice(0, length)) : [];
    const keys = [subject, ...begun].flatMap((part) =>
      this.#initials.of(part, true).flatMap((letters) => this.#keysFor(placeKey(letters))),
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
    this.#files.set(key, { names, members, committees: file.names.map(([name]) => /[居村]委会$/u.test(name)) });
  }

  /** The members that have what the query names, from the files that were added. */
  named(text: string): Named {
    const subject = this.#subject(text);
    const files = this.#filesOf(subject).flatMap((key) => this.#files.get(key) ?? []);
    const own = this.#bearing(subject);
    const bare = this.#found(files, subject);
    // A slip in a short name shows only beside the word for its kind.
    const full = bare.best < GUESSED ? this.#found(files, this.#written(text)) : null;
    const whole = full !== null && bare.best < STRONG ? full : bare;
    const others = [...whole.others, ...(full?.members ?? [])];
    // 上海路居委会 names a 居委会 and not the city that it begins with.
    if (own.length > 0) {
      const members = whole.best >= NAMED ? [...new Set([...own, ...whole.members])] : own;
      return { members, how: '全名', alike: others };
    }
    const begun = whole.best < GUESSED ? this.#begun(files, subject) : null;
    const members = [...new Set([...(begun?.members ?? []), ...whole.members])];
    const how = begun?.how ?? (whole.whole && whole.written ? '全名' : '没写完');
    return { members, how, alike: [...(begun?.alike ?? []), ...others] };
  }

  /** The members that have the longest name which a query begins with: as it is written, or else by its sound or initials. */
  #begun(files: readonly NamesInFile[], subject: string): Named {
    const alike: number[] = [];
    for (let length = subject.length - 1; length >= 2; length -= 1) {
      const { best, whole, members } = this.#found(files, subject.slice(0, length));
      if (best >= WRITTEN) return { members, how: length > 2 ? '全名' : '开头', alike };
      if (length > 2 && whole && best >= STRONG) alike.push(...members);
    }
    return { members: [], how: '没写完', alike };
  }

  /** The query as a search key, without what people write around a name. */
  #written(text: string): string {
    const key = searchKey(text, this.#simplified);
    const name = key.replace(BEFORE, '').replace(AFTER, '');
    return name === '' ? key : name;
  }

  /** The same without the word for a 居村委 at its end. */
  #subject(text: string): string {
    return withoutCommitteeEnd(this.#written(text));
  }

  /**
   * The keys that these letters begin with, the longest first. Where there are more letters to come, a name may also stand
   * under a longer key.
   */
  #keysFor(letters: string): readonly string[] {
    const fits = (key: string) => key === letters || (letters.length > 1 && key.startsWith(letters));
    const begun = Array.from(letters, (_, at) => letters.slice(0, letters.length - 1 - at));
    const found = [...[...this.#keys].filter(fits).sort(), ...begun.filter((key) => this.#keys.has(key))];
    // Names of one letter are few, and no beginning of others.
    return found.filter((key, at) => at === 0 || key.length > 1);
  }

  /** The members whose own name the subject begins with. */
  #bearing(subject: string): readonly number[] {
    return this.#root.members.flatMap(({ name }, at) => {
      const stem = searchKey(name, this.#simplified).replace(/[市州]$/u, '');
      return stem.length >= 2 && subject.startsWith(stem) ? [at] : [];
    });
  }

  #found(files: readonly NamesInFile[], name: string): Found {
    const scores = new Map<number, number>();
    let best = 0;
    let whole = false;
    let written = false;
    for (const { names, members, committees } of files) {
      const take = (owner: number, match: NameMatch) => {
        const score = match.score - (match.how === 'initials' && committees[owner] === true ? BY_INITIALS : 0);
        if (score > best) {
          best = score;
          ({ whole } = match);
          written = match.how === 'text' || match.how === 'pinyin';
        }
        for (const member of members[owner] ?? []) if (score > (scores.get(member) ?? 0)) scores.set(member, score);
      };
      names.find(name, true, take);
      if (best < FAULTY) names.findNear(name, take);
    }
    const good = [...scores].filter(([, score]) => score >= STRONG && score > best - MAY_BE);
    const sorted = good.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const fit = sorted.filter(([, score]) => score > best - 2 * EQUAL).length;
    const found = sorted.map(([member]) => member);
    return { best, whole, written, members: found.slice(0, fit), others: found.slice(fit) };
  }
}
