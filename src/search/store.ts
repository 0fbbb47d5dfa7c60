import type { CrisisLine, Entry } from './types/answer.ts';
import { entryOf } from './answers/groups.ts';
import { readCommittees, readLookupFile, readNeeds, readPages, readWords } from './files/unpack.ts';
import type { CommitteeRow, Directory, Row, StationRow, TownRow } from './types/rows.ts';
import type { CommitteesFile, LookupFile, MoreFile, WordsFile } from './files/format.ts';
import { NameIndex } from './match/nameIndex.ts';
import { Phrases } from './match/phrases.ts';
import { Readings } from './text/readings.ts';
import { isClosed } from '../domain/station/station.ts';
import { arabicNumbers } from '../domain/language/numerals.ts';
import { Filler } from './text/filler.ts';
import { characterPairs, searchKey } from './text/keys.ts';
import { committeeStem, placeStem, shortTownNames } from './text/stems.ts';
import { WordSlips } from './text/wordSlips.ts';

/** The name with its Han numeral as digits, for numerals with 百 or 千 (一千一百弄); null where nothing changes. */
const countedKey = (key: string) => (/[百千]/u.test(key) && arabicNumbers(key) !== key ? arabicNumbers(key) : null);

/**
 * The content of the search files in memory: all rows, and the indexes to find them by. Files that come later are added
 * to it.
 */
export class LookupStore {
  readonly directory: Directory;
  readonly city: LookupFile['city'];
  readonly hotlines: readonly CrisisLine[];
  readonly simplified: Map<string, string>;
  readonly readings: Readings;
  readonly rows: Row[] = [];
  readonly names: NameIndex;
  readonly committees: NameIndex;
  /** Services, needs, fields and pages by all the names that people use for them. */
  readonly words: NameIndex;
  /** Names of districts, towns and fields, to be found inside a longer query. */
  readonly anchors: NameIndex;
  readonly phrases = new Phrases();
  readonly slips: WordSlips;
  readonly filler: Filler;
  /** The digits of each station's phone numbers, in the order of the stations. */
  readonly numbers: readonly string[];
  /** The search key of each station's address, in the same order; empty until that file was added. */
  addresses: readonly string[] = [];
  /** Committees by their name without 居委会 or 村委会. */
  readonly stems = new Map<string, CommitteeRow[]>();
  readonly #shorts = new Map<string, readonly string[]>();
  /** The clauses that each interpretation explains, by its address. */
  #clauses = new Map<string, readonly Entry[]>();

  constructor(file: LookupFile) {
    this.directory = readLookupFile(file);
    this.city = file.city;
    this.hotlines = file.hotlines.map(([number, name, purpose]) => ({ number, name, purpose }));
    this.simplified = new Map(characterPairs(file.traditional));
    this.readings = new Readings(file.runs, file.readings);
    this.names = new NameIndex(this.readings);
    this.committees = new NameIndex(this.readings);
    this.words = new NameIndex(this.readings);
    this.anchors = new NameIndex(this.readings);
    this.slips = new WordSlips(this.readings);
    const { districts, towns, stations, fields, services } = this.directory;
    this.filler = new Filler(
      this.key(file.city[2]),
      districts.map(({ name }) => this.key(name)),
    );
    const stems = new Set([...districts, ...towns].map(({ name }) => placeStem(name)));
    for (const row of districts) {
      const key = this.key(row.name);
      const owner = this.#addRow(row);
      for (const index of [this.names, this.anchors]) index.add(owner, key, placeStem(key).length);
    }
    for (const row of towns) this.#addTown(row, stems);
    for (const row of stations) this.#addStation(row);
    for (const row of fields) {
      const owner = this.#addWords(row, row.name, [row.fullName, ...row.aliases], 30);
      for (const name of [row.name, row.fullName, ...row.aliases]) this.anchors.add(owner, this.key(name));
    }
    for (const row of services) this.#addWords(row, row.name, [], 10);
    this.numbers = stations.map(({ answer }) => answer.phone.replace(/[-\s]/gu, '').replace(/\D/gu, ' '));
  }

  /** Adds the words file: needs, other names of services, titles of pages. */
  addWords(file: WordsFile): void {
    this.#learn(file);
    const { services, needs, pages } = readWords(file, this.directory);
    const entries = (clauses: readonly number[]) =>
      clauses.flatMap((at) => pages[at] ?? []).flatMap((row) => entryOf(row, 0, this.directory));
    this.#clauses = new Map(pages.map(({ path, clauses }) => [path, entries(clauses)]));
    for (const { row, aliases } of services) this.#addWords(row, row.name, aliases, 10);
    for (const row of needs) this.#addWords(row, row.word, [], 0);
    for (const row of pages) this.#addWords(row, row.title, row.aliases, 40);
  }

  /** Adds the file of addresses, of whole phrases for needs and of cases. */
  addMore({ addresses, needs, cases, traditional, readings }: MoreFile): void {
    this.#learn({ traditional, readings });
    for (const row of readNeeds(needs, this.directory)) this.#addWords(row, row.word, [], 0);
    for (const row of readPages(cases)) this.#addWords(row, row.title, row.aliases, 60);
    const { stations } = this.directory;
    stations.forEach((station, index) => {
      station.answer = { ...station.answer, address: addresses[index] ?? '' };
    });
    this.addresses = stations.map(({ answer }) => this.key(answer.address));
  }

  /** Adds the names of the 居村委. */
  addCommittees(file: CommitteesFile): void {
    this.#learn(file);
    for (const row of readCommittees(file, this.directory)) {
      const key = this.key(row.name);
      const stem = committeeStem(key);
      const owner = this.#addRow(row);
      this.committees.add(owner, key, stem, 8);
      const counted = countedKey(key);
      if (counted !== null) this.committees.add(owner, counted, committeeStem(counted), 8);
      const short = key.slice(0, stem);
      const same = this.stems.get(short);
      if (same === undefined) this.stems.set(short, [row]);
      else same.push(row);
    }
  }

  #learn({ traditional, readings }: { readonly traditional: string; readonly readings: string }): void {
    for (const [from, to] of characterPairs(traditional)) this.simplified.set(from, to);
    this.readings.add(readings);
  }

  /** Looks up the clauses that an interpretation explains, by its address. */
  readonly clausesOf = (path: string): readonly Entry[] => this.#clauses.get(path) ?? [];

  /** The search key of a text of any usual length; queries are cut shorter (`searchKey`). */
  key(text: string): string {
    return searchKey(text, this.simplified, 200);
  }

  /** The short forms of a town's name; cached, because each of its stations needs them. */
  #shortNames(town: string): readonly string[] {
    const known = this.#shorts.get(town);
    if (known !== undefined) return known;
    const made = shortTownNames(town);
    this.#shorts.set(town, made);
    return made;
  }

  #addRow(row: Row): number {
    return this.rows.push(row) - 1;
  }

  #addTown(row: TownRow, stems: ReadonlySet<string>): void {
    const owner = this.#addRow(row);
    const key = this.key(row.name);
    for (const index of [this.names, this.anchors]) index.add(owner, key, placeStem(key).length);
    const own = placeStem(row.name);
    const others = [...this.#shortNames(row.name), ...row.aliases].filter((name) => name === own || !stems.has(name));
    for (const name of new Set(others)) {
      const short = this.key(name);
      if (name !== own) this.names.add(owner, short, short.length, 15);
      this.anchors.add(owner, short, short.length);
    }
  }

  #addStation(row: StationRow): void {
    const owner = this.#addRow(row);
    const { name, type } = row.answer;
    const key = this.key(name);
    const malus = (type === '综合' ? 0 : type === '专项' ? 4 : 8) + (isClosed(row.answer) ? 8 : 0);
    this.names.add(owner, key, key.replace(/社会?工作?服?务?站$/u, '').length || key.length, malus);
    const town = this.directory.towns[row.town];
    if (town !== undefined && name.startsWith(town.name)) {
      const rest = name.slice(town.name.length);
      for (const short of this.#shortNames(town.name).slice(0, 2))
        this.names.add(owner, this.key(short + rest), undefined, malus + 8);
      if (type === '居村') this.names.add(owner, this.key(rest), undefined, malus);
    }
    const counted = countedKey(key);
    if (counted !== null) this.names.add(owner, counted, undefined, malus);
    for (const former of row.former) this.names.add(owner, this.key(former), undefined, malus + 10);
  }

  #addWords(row: Row, name: string, aliases: readonly string[], malus: number): number {
    const owner = this.#addRow(row);
    [name, ...aliases].forEach((words, at) => {
      const key = this.key(words);
      this.words.add(owner, key, undefined, malus + (at > 0 ? 15 : 0));
      this.phrases.add(owner, key);
      this.slips.add(key);
    });
    return owner;
  }
}
