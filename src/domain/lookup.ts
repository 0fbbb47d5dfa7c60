import type { Answer, CrisisLine, Entry, SearchFilters } from './answer.ts';
import { entryOf, groupMatches } from './answerGroups.ts';
import { withClauses } from './clausesBeside.ts';
import {
  readCommittees,
  readLookupFile,
  readNeeds,
  readWords,
  type CommitteeRow,
  type Directory,
  type Row,
  type StationRow,
  type TownRow,
} from './directory.ts';
import type { CommitteesFile, LookupFile, MoreFile, WordsFile } from './lookupFile.ts';
import { Matches } from './matches.ts';
import { NameIndex, type NameMatch } from './nameIndex.ts';
import { Phrases } from './plainWords.ts';
import { Readings } from './pinyin.ts';
import { readQuery, within, withoutFiller, type QueryReading } from './queryReading.ts';
import { responsibleFor } from './responsibleAnswers.ts';
import {
  arabicNumbers,
  committeeStem,
  placeStem,
  searchKey,
  searchParts,
  shortTownNames,
  withoutCommitteeEnd,
} from './searchKeys.ts';
import { WordSlips } from './wordSlips.ts';

/** Below these we also guess by sound, and then with a fault. */
const GUESSED = 690;
const FAULTY = 640;
const PLACES_SHOWN = 8;
/** A name that was found needs no other reading. */
const NAMED = 900;
/** A phrase of which less is shared is not what was meant; below the first it only may be. */
const LEAST_LIKENESS = 0.3;

type Take = (row: Row | undefined, match: NameMatch) => void;

/** Pairs of characters, as they stand in the files. */
const pairs = (text: string): readonly (readonly [string, string])[] =>
  Array.from({ length: Math.floor(text.length / 2) }, (_, at) => [text.charAt(at * 2), text.charAt(at * 2 + 1)]);

/** The name with its number in digits, where the numeral can't be read digit by digit: 一千一百弄. */
const countedKey = (key: string) => (/[百千]/u.test(key) && arabicNumbers(key) !== key ? arabicNumbers(key) : null);

const told = (score: number): NameMatch => ({ score, how: 'text', whole: true });

const isPlace = ({ kind }: Row) => kind === 'district' || kind === 'town' || kind === 'committee' || kind === 'station';

/** Answers queries from the lookup file: who is responsible, and everything whose name, phone or words agree. */
export class Lookup {
  readonly #directory: Directory;
  readonly #city: LookupFile['city'];
  readonly #hotlines: readonly CrisisLine[];
  readonly #simplified: Map<string, string>;
  readonly #readings: Readings;
  readonly #rows: Row[] = [];
  readonly #names: NameIndex;
  readonly #committees: NameIndex;
  /** Services, troubles and titles by what people call them. */
  readonly #words: NameIndex;
  /** Districts, towns and fields, to be recognised inside a longer query. */
  readonly #anchors: NameIndex;
  readonly #phrases = new Phrases();
  readonly #slips: WordSlips;
  readonly #numbers: readonly string[];
  #addresses: readonly string[] = [];
  /** Of each interpretation, by its route. */
  #clauses = new Map<string, readonly Entry[]>();
  #stems = new Map<string, CommitteeRow[]>();

  constructor(file: LookupFile) {
    this.#directory = readLookupFile(file);
    this.#city = file.city;
    this.#hotlines = file.hotlines.map(([number, name, purpose]) => ({ number, name, purpose }));
    this.#simplified = new Map(pairs(file.traditional));
    this.#readings = new Readings(file.runs, file.readings);
    this.#names = new NameIndex(this.#readings);
    this.#committees = new NameIndex(this.#readings);
    this.#words = new NameIndex(this.#readings);
    this.#anchors = new NameIndex(this.#readings);
    this.#slips = new WordSlips(this.#readings);
    const { districts, towns, stations, fields, services } = this.#directory;
    const stems = new Set([...districts, ...towns].map(({ name }) => placeStem(name)));
    for (const row of districts) {
      const key = this.#key(row.name);
      const owner = this.#own(row);
      for (const index of [this.#names, this.#anchors]) index.add(owner, key, placeStem(key).length);
    }
    for (const row of towns) this.#addTown(row, stems);
    for (const row of stations) this.#addStation(row);
    for (const row of fields) {
      const owner = this.#addWords(row, row.name, [row.fullName, ...row.aliases], 30);
      for (const name of [row.name, row.fullName, ...row.aliases]) this.#anchors.add(owner, this.#key(name));
    }
    for (const row of services) this.#addWords(row, row.name, [], 10);
    this.#numbers = stations.map(({ answer }) => answer.phone.replace(/[-\s]/gu, '').replace(/\D/gu, ' '));
  }

  /** Takes what people call their troubles, the services and the texts. */
  addWords(file: WordsFile): void {
    this.#learn(file);
    const { services, needs, pages } = readWords(file, this.#directory);
    const entries = (clauses: readonly number[]) =>
      clauses.flatMap((at) => pages[at] ?? []).flatMap((row) => entryOf(row, 0, this.#directory));
    this.#clauses = new Map(pages.map(({ path, clauses }) => [path, entries(clauses)]));
    for (const { row, aliases } of services) this.#addWords(row, row.name, aliases, 10);
    for (const row of needs) this.#addWords(row, row.word, [], 0);
    for (const row of pages) this.#addWords(row, row.title, row.aliases, row.sort === '案例' ? 60 : 40);
  }

  /** Takes the addresses of the stations, and phrases for needs. */
  addMore({ addresses, needs, traditional, readings }: MoreFile): void {
    this.#learn({ traditional, readings });
    for (const row of readNeeds(needs, this.#directory)) this.#addWords(row, row.word, [], 0);
    const { stations } = this.#directory;
    stations.forEach((station, index) => {
      station.answer = { ...station.answer, address: addresses[index] ?? '' };
    });
    this.#addresses = stations.map(({ answer }) => this.#key(answer.address));
  }

  /** Takes the 居村委. */
  addCommittees(file: CommitteesFile): void {
    this.#learn(file);
    for (const row of readCommittees(file, this.#directory)) {
      const key = this.#key(row.name);
      const stem = committeeStem(key);
      const owner = this.#own(row);
      this.#committees.add(owner, key, stem, 8);
      const counted = countedKey(key);
      if (counted !== null) this.#committees.add(owner, counted, committeeStem(counted), 8);
      const short = key.slice(0, stem);
      const same = this.#stems.get(short);
      if (same === undefined) this.#stems.set(short, [row]);
      else same.push(row);
    }
  }

  #learn({ traditional, readings }: { readonly traditional: string; readonly readings: string }): void {
    for (const [from, to] of pairs(traditional)) this.#simplified.set(from, to);
    this.#readings.add(readings);
  }

  /** The clauses that an interpretation explains. */
  readonly clausesOf = (path: string): readonly Entry[] => this.#clauses.get(path) ?? [];

  /** A query in simplified characters, as the texts are written. */
  simplify(text: string): string {
    return [...text.slice(0, 100).normalize('NFKC')].map((char) => this.#simplified.get(char) ?? char).join('');
  }

  /** A simplified query with each wrong character mended that fits nowhere (`WordSlips`). */
  mend(text: string): string {
    return this.#slips.mended(text);
  }

  #key(text: string): string {
    return searchKey(text, this.#simplified, 200);
  }

  #own(row: Row): number {
    return this.#rows.push(row) - 1;
  }

  #addTown(row: TownRow, stems: ReadonlySet<string>): void {
    const owner = this.#own(row);
    const key = this.#key(row.name);
    for (const index of [this.#names, this.#anchors]) index.add(owner, key, placeStem(key).length);
    const own = placeStem(row.name);
    const others = [...shortTownNames(row.name), ...row.aliases].filter((name) => name === own || !stems.has(name));
    for (const name of new Set(others)) {
      const short = this.#key(name);
      if (name !== own) this.#names.add(owner, short, short.length, 15);
      this.#anchors.add(owner, short, short.length);
    }
  }

  #addStation(row: StationRow): void {
    const owner = this.#own(row);
    const { name, type, status } = row.answer;
    const key = this.#key(name);
    const malus = (type === '综合' ? 0 : type === '专项' ? 4 : 8) + (status === '撤并' ? 8 : 0);
    this.#names.add(owner, key, key.replace(/社会?工作?服?务?站$/u, '').length || key.length, malus);
    const town = this.#directory.towns[row.town];
    if (town !== undefined && name.startsWith(town.name)) {
      const rest = name.slice(town.name.length);
      for (const short of shortTownNames(town.name).slice(0, 2))
        this.#names.add(owner, this.#key(short + rest), undefined, malus + 8);
      if (type === '居村') this.#names.add(owner, this.#key(rest), undefined, malus);
    }
    const counted = countedKey(key);
    if (counted !== null) this.#names.add(owner, counted, undefined, malus);
    for (const former of row.former) this.#names.add(owner, this.#key(former), undefined, malus + 10);
  }

  #addWords(row: Row, name: string, aliases: readonly string[], malus: number): number {
    const owner = this.#own(row);
    [name, ...aliases].forEach((words, at) => {
      const key = this.#key(words);
      this.#words.add(owner, key, undefined, malus + (at > 0 ? 15 : 0));
      this.#phrases.add(owner, key);
      this.#slips.add(key);
    });
    return owner;
  }

  /**
   * The answer to what somebody typed; never throws, whatever it is. `most` entries a group, else as many as a list of
   * suggestions holds.
   */
  answer(text: string, most: number | null = null, filters: SearchFilters = {}): Answer {
    const query = searchKey(text, this.#simplified);
    const matches = new Matches();
    if (query !== '') this.#match(text, query, matches);
    if (filters.district !== undefined) this.#keepWithin(filters.district, matches);
    const wantsPlaces = filters.groups?.includes('站点') ?? true;
    const responsible = wantsPlaces ? responsibleFor(query, matches, this.#directory.towns) : [];
    const { groups: all, crisis, sensitive } = groupMatches(matches, this.#directory, this.#hotlines, most);
    const groups = withClauses(all, this.clausesOf).filter(({ title }) => filters.groups?.includes(title) ?? true);
    return {
      query: text,
      responsible: responsible.slice(0, PLACES_SHOWN),
      moreResponsible: Math.max(0, responsible.length - PLACES_SHOWN),
      asks: responsible.length > 1,
      // One character is not yet a cry for help.
      crisis: query.length < 2 ? [] : [...new Set([...crisis, ...this.#lines(query)])],
      groups,
      sensitive,
      corrected: this.#corrected(matches, query),
      weak: groups.length > 0 && groups.every(({ entries }) => entries.every(({ weak }) => weak)),
      hotline: { number: this.#city[0], name: this.#city[1] },
      needsBuild: false,
    };
  }

  /** Leaves out places and stations that lie elsewhere. */
  #keepWithin(district: string, matches: Matches): void {
    const districtOf = (row: Row): string =>
      row.kind === 'district'
        ? row.name
        : row.kind === 'town'
          ? row.district.name
          : row.kind === 'committee'
            ? row.town.district.name
            : row.kind === 'station'
              ? (this.#directory.towns[row.town]?.district.name ?? '')
              : district;
    for (const row of [...matches.keys()]) if (districtOf(row) !== district) matches.delete(row);
  }

  #match(text: string, query: string, matches: Matches): void {
    const take: Take = (row, match) => matches.take(row, match);
    this.#byName(query, false, take);
    const aids = { rows: this.#rows, anchors: this.#anchors, words: this.#words, committees: this.#committees };
    const reading = readQuery(query, searchParts(text, this.#simplified), aids);
    this.#inContext(reading, query, take);
    this.#inSentence(reading, take);
    this.#byWords(reading.places.length > 0 ? withoutFiller(reading.subject) : query, take);
    this.#byAddress(query, take);
    this.#byLatinWords(text, take);
    this.#byNumber(text, take);
    this.#byGuess(query, matches);
    this.#byMending(query, matches);
  }

  #byName(query: string, loose: boolean, take: Take): void {
    const guarded = (owner: number, match: NameMatch) => {
      const row = this.#rows[owner];
      if (row === undefined) return;
      // Places first: 西渡 and 吸毒 are both xidu. A few initials fit too many committees.
      const less =
        match.how === 'text' ? 0 : !isPlace(row) ? 90 : row.kind === 'committee' && match.how === 'initials' ? 50 : 0;
      take(row, less === 0 ? match : { ...match, score: match.score - less });
    };
    for (const variant of new Set([query, arabicNumbers(query)])) {
      this.#names.find(variant, loose, guarded);
      this.#words.find(variant, loose, guarded);
      this.#committees.find(variant, loose, guarded);
    }
    const own = withoutCommitteeEnd(query);
    if (own === query) return;
    // Who writes 居委会 means one.
    for (const variant of new Set([own, arabicNumbers(own)]))
      this.#committees.find(variant, loose, (owner, match) =>
        guarded(owner, { ...match, score: match.score + (match.whole ? 10 : 0) }),
      );
  }

  /** Names that sound like the query or differ from it by one fault, where nothing agrees well as it was written. */
  #byGuess(query: string, matches: Matches): void {
    const top = matches.top?.[1].score ?? 0;
    if (top >= GUESSED || query.length < 2) return;
    // Words for troubles and titles sound like many things: only a whole phrase is taken for a slip.
    const guess: Take = (row, match) => {
      if (row !== undefined && (isPlace(row) || match.whole)) matches.take(row, match);
    };
    this.#byName(query, true, guess);
    if (top < FAULTY) {
      const near = (owner: number, match: NameMatch) => guess(this.#rows[owner], match);
      this.#names.findNear(query, near);
      this.#words.findNear(query, near);
      for (const variant of new Set([query, withoutCommitteeEnd(query)])) this.#committees.findNear(variant, near);
    }
    // Who writes 镇 means one.
    const wantsPlace = /(?:街道|镇|乡)$/u.test(query);
    for (const [row, match] of [...matches])
      if (wantsPlace && row.kind === 'town' && match.whole && match.how === 'sound')
        matches.take(row, { ...match, score: match.score + 200 });
    for (const [row, match] of [...matches])
      if (row.kind === 'town' && match.whole && (match.how === 'sound' || match.how === 'edit'))
        matches.take(row.general ?? undefined, { ...match, score: match.score - 12 });
  }

  /** What the query means with its wrong characters mended, where it means little as it was written. */
  #byMending(query: string, matches: Matches): void {
    if ((matches.top?.[1].score ?? 0) >= NAMED) return;
    const mended = this.#slips.mended(query);
    if (mended === query) return;
    const take: Take = (row, { score, whole }) => {
      if (row !== undefined && !isPlace(row)) matches.take(row, { score: score - 40, how: 'sound', whole });
    };
    this.#words.find(mended, false, (owner, match) => take(this.#rows[owner], match));
    this.#byWords(mended, take);
  }

  /** Words in letters among others: visa in `visa help`. */
  #byLatinWords(text: string, take: Take): void {
    const parts = searchParts(text, this.#simplified).filter((part) => /^[a-z]{4,}$/u.test(part));
    if (parts.length < 2) return;
    for (const part of parts)
      this.#words.find(part, false, (owner, match) => {
        const row = this.#rows[owner];
        // Letters agree with pinyin too: only words that are written in letters are meant.
        if (row?.kind === 'need' && /^[a-z]{3}/u.test(row.word))
          take(row, { ...match, score: match.score - 160, whole: false });
      });
  }

  #byNumber(text: string, take: Take): void {
    const plain = text
      .slice(0, 60)
      .normalize('NFKC')
      .replace(/[\s()+—-]/gu, '');
    const number = /^\d{3,}$/u.test(plain) ? plain : (/\d{7,}/u.exec(plain)?.[0] ?? '');
    const digits = number.replace(/^(?:00)?86(?=\d{9,})/u, '');
    if (digits === '') return;
    this.#numbers.forEach((numbers, index) => {
      for (const number of numbers.split(/\s+/u)) {
        if (number === '' || !(number.includes(digits) || `0${digits}` === number)) continue;
        const whole = number.endsWith(digits) && digits.length >= 7;
        take(this.#directory.stations[index], { ...told(whole ? 1000 : 700 + digits.length * 10), whole });
      }
    });
  }

  #byAddress(query: string, take: Take): void {
    if (query.length < 3 && !/^\p{Script=Han}{2}$/u.test(query)) return;
    const short = query.replace(/^(?:上海市?)?(?:..区|浦东新区)?/u, '');
    this.#addresses.forEach((address, index) => {
      if (!address.includes(query) && (short.length < 3 || !address.includes(short))) return;
      const begins = address.startsWith(query) || address.startsWith(short);
      const left = Math.min(30, address.length - short.length);
      take(this.#directory.stations[index], { ...told((begins ? 690 : 660) - left), whole: false });
    });
  }

  /** Places and fields that the query names, and what stands beside a place: its 居村委, its stations of a field. */
  #inContext({ places, fields, rest, subject }: QueryReading, query: string, take: Take): void {
    // 江湾居委会 names a committee, not the town 江湾.
    const plain = rest === '' && !/(?:居委会?|村委会?|居民委员会|村民委员会)(?:社工站)?$/u.test(subject);
    for (const place of places) take(place, told(plain ? 970 : 800));
    for (const field of fields) take(field, told(plain ? (/^[a-z]+$/u.test(query) ? 850 : 930) : 640));
    if (places.length === 0) return;
    for (const town of this.#directory.towns) {
      if (!within(town, places)) continue;
      for (const station of town.stations)
        if (station.answer.status !== '撤并' && fields.some(({ index }) => index === station.field))
          take(station, told(plain ? 975 : 915));
      const general = this.#directory.towns[town.servedBy]?.general;
      if (places.includes(town) && general) take(general, told((plain ? 968 : 790) - (fields.length > 0 ? 12 : 0)));
    }
    const local = withoutCommitteeEnd(withoutFiller(subject)) || rest;
    if (local.length < 2) return;
    if (rest !== '') this.#nearlyNamed(query, places, take);
    for (const variant of new Set([local, arabicNumbers(local)]))
      this.#committees.find(variant, true, (owner, match) => {
        const row = this.#rows[owner];
        if (row?.kind === 'committee' && within(row.town, places))
          take(row, { ...match, score: Math.min(980, match.score + (match.whole ? 30 : 90)) });
      });
  }

  /** Stations of a named place whose name is only a slip away. */
  #nearlyNamed(query: string, places: QueryReading['places'], take: Take): void {
    this.#names.find(query, true, (owner, match) => {
      const row = this.#rows[owner];
      const town = row?.kind === 'station' ? this.#directory.towns[row.town] : undefined;
      if (town !== undefined && within(town, places) && match.whole && match.how === 'sound')
        take(row, { ...match, score: 925 });
    });
  }

  /** Committees that a sentence names: by a long name, or by a short one with the word for its kind. */
  #inSentence({ subject, places }: QueryReading, take: Take): void {
    let covered = -1;
    for (let from = 0; from < subject.length; from += 1)
      for (let to = Math.min(subject.length, from + 14); to >= from + 2 && to > covered; to -= 1) {
        const rows = this.#stems.get(subject.slice(from, to));
        if (rows === undefined) continue;
        const named = /^(?:社区|小区|村)?(?:居民委员会|居委|村民委员会|村委|社区)/u.test(subject.slice(to));
        if (!named && to - from < 3) continue;
        covered = to;
        const around = places.length > 0 ? rows.filter(({ town }) => within(town, places)) : rows;
        const score = to - from === subject.length ? 960 : named ? 900 : 640;
        for (const row of around) take(row, told(Math.min(980, score + (around.length < rows.length ? 30 : 0))));
        break;
      }
  }

  /** Needs, services, fields and articles by what is said, not how. */
  #byWords(text: string, take: Take): void {
    if (!/\p{Script=Han}/u.test(text) || text.length < 2) return;
    this.#phrases.like(text, ({ owner, likeness, length }) => {
      const row = this.#rows[owner];
      if (row === undefined || likeness < LEAST_LIKENESS) return;
      const sort =
        row.kind === 'service' || row.kind === 'need'
          ? 14
          : row.kind === 'field'
            ? -20
            : row.kind === 'page' && row.sort === '网页'
              ? -40
              : 0;
      take(row, { ...told(250 + 640 * likeness - (length < 3 ? 20 : 0) + sort), whole: likeness > 0.75 });
    });
  }

  /** Hotlines that the query names by number or name. */
  #lines(query: string): readonly CrisisLine[] {
    const words = query.length >= 2 && /\p{Script=Han}/u.test(query);
    return this.#hotlines.filter(
      ({ number, name }) => query === number || (words && (name.includes(query) || query.includes(name))),
    );
  }

  /** The name that was probably meant, where only a guess fits well. */
  #corrected({ top }: Matches, query: string): string | null {
    if (top === null) return null;
    const [row, { how, score }] = top;
    if ((how !== 'sound' && how !== 'edit') || score < 400) return null;
    const mended = this.#slips.mended(query);
    if (!isPlace(row) && mended !== query) return mended;
    const name =
      row.kind === 'station'
        ? row.answer.name
        : row.kind === 'need'
          ? row.word
          : row.kind === 'page'
            ? row.title
            : row.name;
    return this.#key(name) === query ? null : name;
  }
}
