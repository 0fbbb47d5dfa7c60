import type { NamesFile, Member, MembersRoot } from '../../search/files/members.ts';
import { answerOf, mergeAnswers, membersToChoose } from '../../search/members/merge.ts';
import { MembersIndex } from '../../search/members/membersIndex.ts';
import type { Answer, SearchFilters } from '../../search/types/answer.ts';
import { jsonOf } from '../browser/json.ts';
import { once } from '../browser/once.ts';
import { Search, type SearchSources } from './search.ts';

/** At most so many members are asked for one question: each is a worker with files of its own. */
const MOST_MEMBERS = 4;

/**
 * The search of a portal (`search/files/members`), in place of `Search` (`siteSearch`): finds out by names which members
 * a question is about, asks the search of each, and gives one answer. What names no place is asked of the site's own
 * files and of the texts of all members.
 */
class MembersSearch implements Pick<Search, keyof Search> {
  readonly #sources: SearchSources;
  readonly #own: Search;
  readonly #members = new Map<Member, Search>();
  readonly #files = new Map<string, Promise<void>>();
  #root: Promise<{ readonly members: readonly Member[]; readonly index: MembersIndex }> | null = null;

  constructor(sources: SearchSources) {
    this.#sources = sources;
    this.#own = new Search(sources);
  }

  /** The address of an entry: answers of members hold it whole. */
  href(path: string): string {
    return path;
  }

  /** Loads what tells the members apart; rejects where it cannot be loaded. */
  async preload(): Promise<void> {
    await Promise.all([this.#opened(), this.#own.preload()]);
  }

  /** Answers from the lookups of the members that the query names. */
  quick(query: string, filters: SearchFilters = {}): Promise<Answer> {
    return this.#asked(query, (search) => search.quick(query, filters));
  }

  /** Answers with all files of those members, so that `sensitive` can be relied on. */
  sure(query: string): Promise<Answer> {
    return this.#asked(query, (search) => search.sure(query));
  }

  /**
   * Answers from the lookups, and what names no place from the texts of all members. Rejects with the reason of the
   * signal if that is aborted.
   */
  async full(query: string, signal?: AbortSignal, filters: SearchFilters = {}): Promise<Answer> {
    const members = await this.#membersOf(query);
    if (members.length > 0) return this.quick(query, filters);
    return this.#ofTexts(await this.#own.full(query, signal, filters));
  }

  async #asked(query: string, ask: (search: Search) => Promise<Answer>): Promise<Answer> {
    const members = await this.#membersOf(query);
    // The numbers that save lives come first, whatever else a query names.
    const own = await ask(this.#own);
    if (members.length === 0) return this.#ofTexts(own);
    if (members.length > MOST_MEMBERS) return membersToChoose(own, members);
    const answers = members.map(async (member) => answerOf(member, await ask(this.#searchOf(member))));
    const answer = mergeAnswers(await Promise.all(answers));
    return own.crisis.length === 0 ? answer : { ...answer, crisis: own.crisis, sensitive: true };
  }

  /** What the full text found of all members. The portal's own files list fields that have no page here. */
  async #ofTexts(answer: Answer): Promise<Answer> {
    const { members } = await this.#opened();
    const groups = answer.groups.flatMap((group) => {
      const entries = group.entries.flatMap((entry) => {
        const member = members.find(({ address }) => entry.path.startsWith(address));
        return member === undefined ? [] : [{ ...entry, title: `${entry.title}（${member.name}）` }];
      });
      return entries.length === 0 ? [] : [{ ...group, entries, count: entries.length }];
    });
    return { ...answer, groups };
  }

  async #membersOf(query: string): Promise<readonly Member[]> {
    const { members, index } = await this.#opened();
    await Promise.all(index.filesFor(query).map((key) => this.#withNames(index, key)));
    return index.named(query).members.flatMap((at) => members[at] ?? []);
  }

  /** Adds a file of names once; after a failure the next question tries again. */
  #withNames(index: MembersIndex, key: string): Promise<void> {
    return once(this.#files, key, async () =>
      index.add(key, await jsonOf<NamesFile>(this.#beside(`names/${key}.json`))),
    );
  }

  #opened() {
    this.#root ??= jsonOf<MembersRoot>(this.#beside('members.json')).then(
      (root) => ({ members: root.members, index: new MembersIndex(root) }),
      (error: unknown) => {
        // The next question tries to load it again.
        this.#root = null;
        throw error;
      },
    );
    return this.#root;
  }

  /** A file in the folder of the site's own lookup. */
  #beside(name: string): string {
    return new URL(name, new URL(this.#sources.lookup, location.href)).href;
  }

  #searchOf(member: Member): Search {
    const known = this.#members.get(member);
    if (known !== undefined) return known;
    const file = (name: string) => this.#beside(`${member.folder}${name}.json`);
    const search = new Search({
      lookup: file('lookup'),
      words: file('words'),
      committees: file('committees'),
      more: file('more'),
      places: file('places'),
      pagefindUrl: '',
      base: member.address,
    });
    this.#members.set(member, search);
    return search;
  }
}

export { MembersSearch as SiteSearch };
