import type { Answer, CrisisLine, Entry, EntryKind, Group, GroupTitle, PlaceAnswer, StationAnswer } from './answer.ts';
import { GROUP_TITLES } from './answer.ts';
import {
  readCommittees,
  readLookupFile,
  type CommitteeRow,
  type Directory,
  type DistrictRow,
  type FieldRow,
  type Row,
  type StationRow,
  type TownRow,
} from './directory.ts';
import type { CommitteesFile, LookupFile } from './lookupFile.ts';
import { NameIndex, type Agreement, type NameMatch, type NameSpan } from './nameIndex.ts';
import { Phrases } from './plainWords.ts';
import { Readings } from './pinyin.ts';
import {
  arabicNumbers,
  committeeStem,
  placeStem,
  searchKey,
  searchParts,
  shortTownNames,
  withoutCommitteeEnd,
} from './searchKeys.ts';

/** From here on a match is what was meant; below it only perhaps. */
const STRONG = 520;
/** From here on a trouble that was matched counts as what was typed. */
const TOUCHED = 640;
/** Below it we also guess by sound and with a fault. */
const GUESSED = 690;
/** A name is being typed and has got far enough to be guessed from its beginning. */
const BEGUN = 700;
/** A station with such a score was named itself, or by its field. */
const ASKED = 910;
/** Scores as near as this are equal. */
const EQUAL = 45;
const SHOWN = { 站点: 8, 服务: 6, 政策: 6, 案例: 5, 地方: 8, 网页: 4 } as const;
const PLACES_SHOWN = 8;

/** Words around a name that say nothing about which one is meant. */
const FILLER =
  /上海市?|社会工作服务站|社会工作站|社工服务[站点]|社工[站点]|社工|居民委员会|居委会?|村民?委员?会|街道办?|办事处|联系方式|联系|电话号码|电话|号码|地址|在哪里?|哪里|怎么走|怎么去|几点|开门|上班|附近|负责|归|管|属于|找谁|请问|我们?|住在?|的|在|是|找|谁|哪个|什么|这里|那里|有没有|有|想|需要|吗|呢|服务站|站点?|区|市/gu;

const bare = (text: string) => text.replace(FILLER, ' ').replace(/\s+/gu, '');

const add = <K>(best: Map<K, Found>, key: K, score: number, how: Agreement, whole: boolean) => {
  const known = best.get(key);
  if (known === undefined || known.score < score) best.set(key, { score, how, whole });
};

type Found = NameMatch;

/** The places and fields that a query names, and what else is in it. */
interface Reading {
  readonly places: readonly (DistrictRow | TownRow)[];
  readonly fields: readonly FieldRow[];
  /** Everything that is no place, without words that say nothing. */
  readonly rest: string;
  /** The query without its places, as it was written. */
  readonly subject: string;
}

/** Traditional characters of a file by their simplified ones. */
const pairs = (text: string): readonly (readonly [string, string])[] =>
  Array.from({ length: Math.floor(text.length / 2) }, (_, at) => [text.charAt(at * 2), text.charAt(at * 2 + 1)]);

/** Answers queries from the lookup file: who is responsible, and everything whose name, phone or words agree. */
export class Lookup {
  readonly #directory: Directory;
  readonly #file: LookupFile;
  readonly #simplified: Map<string, string>;
  readonly #readings: Readings;
  readonly #rows: Row[] = [];
  readonly #ownerOf = new Map<Row, number>();
  readonly #names: NameIndex;
  readonly #committees: NameIndex;
  /** Districts, towns and fields, to be recognised inside a longer query. */
  readonly #anchors: NameIndex;
  readonly #phrases = new Phrases();
  readonly #numbers: readonly string[];
  readonly #addresses: readonly string[];
  #committeeRows: readonly CommitteeRow[] = [];
  #stems = new Map<string, CommitteeRow[]>();

  constructor(file: LookupFile) {
    this.#file = file;
    this.#directory = readLookupFile(file);
    this.#simplified = new Map(pairs(file.traditional));
    this.#readings = new Readings(file.runs, file.readings);
    this.#names = new NameIndex(this.#readings);
    this.#committees = new NameIndex(this.#readings);
    this.#anchors = new NameIndex(this.#readings);
    const { districts, towns, stations, fields, services, needs, pages } = this.#directory;
    const stems = new Set([...districts, ...towns].map(({ name }) => placeStem(name)));
    for (const row of districts) this.#addDistrict(row);
    for (const row of towns) this.#addTown(row, stems);
    for (const row of stations) this.#addStation(row);
    for (const row of fields) this.#addField(row);
    for (const row of services) this.#addWords(row, row.name, row.aliases, 10);
    for (const row of needs) this.#addWords(row, row.word, [], 0);
    for (const row of pages) this.#addWords(row, row.title, row.aliases, row.sort === '案例' ? 60 : 40);
    this.#numbers = stations.map(({ answer }) => answer.phone.replace(/[-\s]/gu, '').replace(/\D/gu, ' '));
    this.#addresses = stations.map(({ answer }) => this.#key(answer.address));
  }

  /** Takes the 居村委, which come in a file of their own. */
  addCommittees(file: CommitteesFile): void {
    for (const [from, to] of pairs(file.traditional)) this.#simplified.set(from, to);
    this.#readings.add(file.readings);
    this.#committeeRows = readCommittees(file, this.#directory);
    for (const row of this.#committeeRows) {
      const key = this.#key(row.name);
      const stem = committeeStem(key);
      this.#committees.add(this.#own(row), key, stem, 8);
      const short = key.slice(0, stem);
      const same = this.#stems.get(short);
      if (same === undefined) this.#stems.set(short, [row]);
      else same.push(row);
    }
  }

  get hasCommittees(): boolean {
    return this.#committeeRows.length > 0;
  }

  /** A query in simplified characters, as the texts are written. */
  simplify(text: string): string {
    return [...text.slice(0, 100).normalize('NFKC')].map((char) => this.#simplified.get(char) ?? char).join('');
  }

  #key(text: string): string {
    return searchKey(text, this.#simplified, 200);
  }

  #own(row: Row): number {
    const owner = this.#rows.push(row) - 1;
    this.#ownerOf.set(row, owner);
    return owner;
  }

  #addDistrict(row: DistrictRow): void {
    const owner = this.#own(row);
    const key = this.#key(row.name);
    for (const index of [this.#names, this.#anchors]) index.add(owner, key, placeStem(key).length);
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
    const malus = (type === '综合' ? 0 : type === '专项' ? 6 : 12) + (status === '撤并' ? 30 : 0);
    this.#names.add(owner, key, key.replace(/社会?工作?服?务?站$/u, '').length || key.length, malus);
    const town = this.#directory.towns[row.town];
    if (town !== undefined && name.startsWith(town.name))
      for (const short of shortTownNames(town.name).slice(0, 2))
        this.#names.add(owner, this.#key(short + name.slice(town.name.length)), key.length, malus + 8);
    if (type === '居村' && town !== undefined && name.startsWith(town.name))
      this.#names.add(owner, this.#key(name.slice(town.name.length)), undefined, malus);
    for (const former of row.former) this.#names.add(owner, this.#key(former), key.length, malus + 10);
  }

  #addField(row: FieldRow): void {
    this.#addWords(row, row.name, [row.fullName, ...row.aliases], 30);
    const owner = this.#rows.length - 1;
    for (const name of [row.name, row.fullName, ...row.aliases]) this.#anchors.add(owner, this.#key(name));
  }

  #addWords(row: Row, name: string, aliases: readonly string[], malus: number): void {
    const owner = this.#own(row);
    this.#names.add(owner, this.#key(name), undefined, malus);
    this.#phrases.add(owner, this.#key(name));
    for (const alias of aliases) {
      this.#names.add(owner, this.#key(alias), undefined, malus + 15);
      this.#phrases.add(owner, this.#key(alias));
    }
  }

  /** The answer to what somebody typed; never throws, whatever it is. `most` entries a group, else what a list holds. */
  answer(text: string, most: number | null = null): Answer {
    const query = searchKey(text, this.#simplified);
    const digits = text
      .normalize('NFKC')
      .replace(/[\s()+-]/gu, '')
      .slice(0, 40);
    if (query === '') return this.#compose(text, new Map(), [], null, [], most);
    const best = new Map<number, Found>();
    const take = (owner: number, { score, how, whole }: NameMatch) => add(best, owner, score, how, whole);
    this.#byName(query, false, take);
    const reading = this.#read(query, searchParts(text, this.#simplified));
    this.#inContext(reading, take);
    this.#byWords(reading, query, take);
    this.#byAddress(query, take);
    if (/^\d{3,}$/u.test(digits)) this.#byNumber(digits, take);
    const top = [...best.values()].reduce((most, { score }) => Math.max(most, score), 0);
    if (top < GUESSED && query.length >= 2) this.#byGuess(query, top, best, take);
    const asked = this.#responsible(best, query);
    return this.#compose(text, best, asked, this.#corrected(best, query), this.#lines(query), most);
  }

  #byName(query: string, loose: boolean, take: (owner: number, match: NameMatch) => void): void {
    const guarded = (owner: number, match: NameMatch) => {
      const row = this.#rows[owner];
      if (row === undefined) return;
      const place = row.kind !== 'need' && row.kind !== 'service' && row.kind !== 'field' && row.kind !== 'page';
      // Places first: 西渡 and 吸毒 are both xidu.
      if (!place && match.how !== 'text') take(owner, { ...match, score: match.score - 90 });
      else if (row.kind === 'committee' && match.how === 'initials') take(owner, { ...match, score: match.score - 50 });
      else take(owner, match);
    };
    const variants = new Set([query, arabicNumbers(query)]);
    for (const variant of variants) {
      this.#names.find(variant, loose, guarded);
      this.#committees.find(variant, loose, guarded);
    }
    const own = withoutCommitteeEnd(query);
    if (own === query) return;
    for (const variant of new Set([own, arabicNumbers(own)]))
      this.#committees.find(variant, loose, (owner, match) =>
        guarded(owner, { ...match, score: match.score + (match.whole ? 10 : 0) }),
      );
  }

  #byGuess(
    query: string,
    top: number,
    best: ReadonlyMap<number, Found>,
    take: (owner: number, match: NameMatch) => void,
  ): void {
    const known = new Set(best.keys());
    const guess = (owner: number, match: NameMatch) => {
      const row = this.#rows[owner];
      // Troubles are not guessed from their sound; that is for names.
      if (row === undefined || row.kind === 'need' || (row.kind === 'page' && match.how === 'sound')) return;
      if (!known.has(owner) || (best.get(owner)?.score ?? 0) < match.score) take(owner, match);
    };
    this.#byName(query, true, guess);
    if (top >= 640) return;
    const own = withoutCommitteeEnd(query);
    this.#names.findNear(query, guess);
    this.#committees.findNear(query, guess);
    if (own !== query) this.#committees.findNear(own, guess);
  }

  #byNumber(digits: string, take: (owner: number, match: NameMatch) => void): void {
    const local = digits.replace(/^(?:00)?86(?=\d{9,})/u, '');
    const first = this.#stationOwner(0);
    this.#numbers.forEach((numbers, index) => {
      for (const number of numbers.split(/\s+/u)) {
        if (number === '' || !(number.includes(local) || `0${local}` === number)) continue;
        const whole = number.endsWith(local) && local.length >= 7;
        take(first + index, { score: whole ? 1000 : 700 + local.length * 10, how: 'text', whole });
      }
    });
  }

  #byAddress(query: string, take: (owner: number, match: NameMatch) => void): void {
    if (query.length < 3 && !/^\p{Script=Han}{2}$/u.test(query)) return;
    const first = this.#stationOwner(0);
    const short = query.replace(/^(?:上海市?)?(?:..区|浦东新区)?/u, '');
    this.#addresses.forEach((address, index) => {
      if (address === '') return;
      const whole = address.startsWith(query) || address.startsWith(short);
      if (address.includes(query) || (short.length >= 3 && address.includes(short)))
        take(first + index, {
          score: (whole ? 690 : 660) - Math.min(30, address.length - short.length),
          how: 'text',
          whole: false,
        });
    });
  }

  #stationOwner(index: number): number {
    return this.#directory.districts.length + this.#directory.towns.length + index;
  }

  /** Finds districts, towns and fields in the query; the longest first, none inside another. */
  #read(query: string, parts: readonly string[]): Reading {
    const spans = [...this.#anchors.spans(query)].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
    const kept: NameSpan[] = [];
    for (const span of spans)
      if (kept.every(({ from, to }) => span.to <= from || span.from >= to || (span.from === from && span.to === to)))
        kept.push(span);
    const cut = (drop: readonly NameSpan[]) => {
      const letters = [...query];
      const chars = letters.length === query.length ? letters : query.split('');
      for (const { from, to } of drop) chars.fill(' ', from, to);
      return chars.join('');
    };
    const isPlace = ({ owner }: NameSpan) => this.#rows[owner]?.kind !== 'field';
    const rest = bare(cut(kept));
    const solid = kept.filter(
      (span) =>
        !isPlace(span) ||
        rest === '' ||
        this.#stands(query, span, parts) ||
        this.#explained(cut(kept.filter(isPlace)), span),
    );
    const places = solid.filter(isPlace);
    const pick = <K extends Row['kind']>(kind: K) => [
      ...new Set(
        solid.flatMap(({ owner }) => {
          const row = this.#rows[owner];
          return row?.kind === kind ? [row as Extract<Row, { kind: K }>] : [];
        }),
      ),
    ];
    const towns = pick('town');
    const districts = pick('district');
    const inside = towns.filter(({ district }) => districts.includes(district));
    return {
      places: inside.length > 0 ? inside : towns.length > 0 ? towns : districts,
      fields: pick('field'),
      rest: bare(cut(solid)),
      subject: cut(places).replace(/\s+/gu, ''),
    };
  }

  /** Whether a name in a longer text is surely a place: with its kind, long, or set apart by the writer. */
  #stands(query: string, { from, to }: NameSpan, parts: readonly string[]): boolean {
    const text = query.slice(from, to);
    return /(?:街道|镇|乡|区)$/u.test(text) || text.length >= (/[a-z]/u.test(text) ? 7 : 3) || parts.includes(text);
  }

  /** Whether what stands beside a short place name is itself something we know, so that the name is no accident. */
  #explained(others: string, { owner }: NameSpan): boolean {
    const row = this.#rows[owner];
    const rest = others.replace(/\s+/gu, '');
    if (row === undefined || rest.length < 2) return false;
    let known = false;
    this.#names.find(rest, false, (found, { whole, how }) => {
      const kind = this.#rows[found]?.kind;
      if (whole && how !== 'initials' && (kind === 'need' || kind === 'service' || kind === 'field')) known = true;
    });
    if (known) return true;
    this.#committees.find(withoutCommitteeEnd(bare(rest)), false, (found, { score, how }) => {
      const committee = this.#rows[found];
      if (score >= 760 && how !== 'initials' && committee?.kind === 'committee' && within(committee.town, [row]))
        known = true;
    });
    return known;
  }

  /** What stands beside a place: one of its 居村委, stations of a field, or committees that a sentence names. */
  #inContext(reading: Reading, take: (owner: number, match: NameMatch) => void): void {
    const { places, fields, rest, subject } = reading;
    const tell = (row: Row, score: number) => {
      const owner = this.#ownerOf.get(row);
      if (owner !== undefined) take(owner, { score, how: 'text', whole: true });
    };
    // 江湾居委会 names a committee, not the town 江湾.
    const plain = rest === '' && !/(?:居委会?|村委会?|居民委员会|村民委员会)(?:社工站)?$/u.test(subject);
    for (const place of places) tell(place, plain ? 970 : 800);
    for (const field of fields) tell(field, plain ? 930 : 700);
    if (places.length > 0) {
      for (const town of this.#directory.towns) {
        if (!within(town, places)) continue;
        const named = places.includes(town);
        for (const station of town.stations) {
          const asked = fields.some(({ index }) => index === station.field);
          if (asked) tell(station, 975 - (plain ? 0 : 60));
        }
        const served = this.#directory.towns[town.servedBy];
        const general = served?.general ?? null;
        if (named && general !== null) tell(general, (plain ? 968 : 790) - (fields.length > 0 ? 12 : 0));
      }
      const local = withoutCommitteeEnd(bare(subject)) || rest;
      if (local !== '') {
        const inPlace = (owner: number, match: NameMatch) => {
          const row = this.#rows[owner];
          if (row?.kind === 'committee' && within(row.town, places))
            take(owner, { ...match, score: Math.min(990, match.score + (match.whole ? 30 : 90)) });
        };
        for (const variant of new Set([local, arabicNumbers(local)])) this.#committees.find(variant, true, inPlace);
      }
    }
    this.#inSentence(subject, places, tell);
  }

  /** Committees that a sentence names: by a long name, or by a short one with the word for its kind. */
  #inSentence(text: string, places: readonly Row[], tell: (row: Row, score: number) => void): void {
    let covered = -1;
    for (let from = 0; from < text.length; from += 1)
      for (let to = Math.min(text.length, from + 14); to >= from + 2 && to > covered; to -= 1) {
        const rows = this.#stems.get(text.slice(from, to));
        if (rows === undefined) continue;
        const named = /^(?:社区|小区|村)?(?:居民委员会|居委|村民委员会|村委|社区)/u.test(text.slice(to));
        if (!named && to - from < 3) continue;
        covered = to;
        const around = places.length > 0 ? rows.filter(({ town }) => within(town, places)) : rows;
        const most = to - from === text.length ? 960 : named ? 900 : 640;
        for (const row of around) tell(row, around.length < rows.length ? most + 30 : most);
        break;
      }
  }

  /** Needs, services, fields and articles by what is said, not how. */
  #byWords({ subject, places }: Reading, query: string, take: (owner: number, match: NameMatch) => void): void {
    const text = places.length > 0 ? bare(subject) : query;
    if (!/\p{Script=Han}/u.test(text) || text.length < 2) return;
    this.#phrases.like(text, ({ owner, likeness, length }) => {
      const row = this.#rows[owner];
      if (row === undefined || likeness < 0.42) return;
      const score =
        250 + 640 * likeness - (length < 3 ? 20 : 0) + (row.kind === 'service' ? 12 : row.kind === 'field' ? -20 : 0);
      take(owner, { score, how: 'text', whole: likeness > 0.75 });
    });
  }

  /** Hotlines that the query names by number or name. */
  #lines(query: string): readonly CrisisLine[] {
    return this.#file.hotlines
      .filter(
        ([number, name]) =>
          query === number ||
          (query.length >= 2 && /\p{Script=Han}/u.test(query) && (name.includes(query) || query.includes(name))),
      )
      .map(([number, name, purpose]) => ({ number, name, purpose }));
  }

  /** Places whose name was meant, each with who is responsible; only those that fit best. */
  #responsible(best: ReadonlyMap<number, Found>, query: string): readonly PlaceAnswer[] {
    const found: { readonly row: TownRow | CommitteeRow; readonly match: Found }[] = [];
    for (const [owner, match] of best) {
      const row = this.#rows[owner];
      if (row?.kind !== 'town' && row?.kind !== 'committee') continue;
      const begun = match.score >= BEGUN && match.how !== 'initials' && query.length >= 2;
      if (match.score >= STRONG && (match.whole || begun)) found.push({ row, match });
    }
    found.sort((a, b) => b.match.score - a.match.score);
    const top = found[0]?.match;
    const equal = found.filter(({ match }) => match.score > (top?.score ?? 0) - EQUAL && match.whole === top?.whole);
    // A few letters that many names begin with name none of them yet.
    if (top?.whole !== true && equal.length > PLACES_SHOWN) return [];
    const towns = new Set(equal.map(({ row }) => row));
    const asked = new Set([...best].flatMap(([owner, { score }]) => (score >= ASKED ? (this.#rows[owner] ?? []) : [])));
    return equal
      .filter(({ row }) => row.kind === 'town' || !towns.has(row.town))
      .map(({ row, match }) =>
        row.kind === 'town'
          ? this.#placeAnswer(row, null, asked, match.score)
          : this.#placeAnswer(row.town, row, asked, match.score),
      );
  }

  #placeAnswer(town: TownRow, committee: CommitteeRow | null, named: ReadonlySet<Row>, score: number): PlaceAnswer {
    const serving = this.#directory.towns[town.servedBy] ?? null;
    const general = serving?.general?.answer ?? null;
    const special = serving?.special ?? [];
    const own = committee === null ? undefined : town.stations.find((station) => isOwn(station, committee));
    const asked =
      [...special, ...(own === undefined ? [] : [own])].find((station) => named.has(station))?.answer ?? null;
    const answering = asked ?? general;
    return {
      basis: [
        ...(committee === null ? [] : [committee.name]),
        town.name,
        ...(serving === null || serving === town ? [] : [serving.name]),
        ...(answering === null ? [] : [answering.name]),
      ],
      committee: committee?.name ?? null,
      town: { code: town.code, name: town.name, district: town.district.name, path: `/towns/${town.code}/` },
      asked,
      general,
      own: own?.answer ?? null,
      special: special.map(({ answer }) => answer),
      missing: serving === null ? '没有登记由谁负责' : general === null ? '没有综合社工站' : null,
      department: town.district.department,
      score,
    };
  }

  /** The name that was probably meant, where only a guess fits well. */
  #corrected(best: ReadonlyMap<number, Found>, query: string): string | null {
    let top: (Found & { readonly row: Row }) | null = null;
    for (const [owner, found] of best) {
      const row = this.#rows[owner];
      if (row !== undefined && (top === null || found.score > top.score)) top = { ...found, row };
    }
    if (top === null || (top.how !== 'sound' && top.how !== 'edit') || top.score < 400) return null;
    const name = nameOf(top.row);
    return this.#key(name) === query ? null : name;
  }

  #compose(
    text: string,
    best: ReadonlyMap<number, Found>,
    responsible: readonly PlaceAnswer[],
    corrected: string | null,
    lines: readonly CrisisLine[],
    most: number | null,
  ): Answer {
    const scores = new Map<Row, number>();
    const crisis = new Map<number, number>();
    let sensitive = false;
    const raise = (row: Row | undefined, score: number) => {
      if (row !== undefined && score > (scores.get(row) ?? 0)) scores.set(row, score);
    };
    const topNeed = [...best].reduce(
      (most, [owner, { score }]) => (this.#rows[owner]?.kind === 'need' ? Math.max(most, score) : most),
      0,
    );
    for (const [owner, { score }] of best) {
      const row = this.#rows[owner];
      if (row?.kind !== 'need') {
        raise(row, score);
        continue;
      }
      if (row.sensitive && score >= TOUCHED) sensitive = true;
      row.services.forEach((index, at) => raise(this.#directory.services[index], score - 2 - 12 * at));
      row.fields.forEach((index, at) => raise(this.#directory.fields[index], score - 60 - 12 * at));
      if (score >= STRONG + 100 && score > topNeed - 120)
        row.crisis.forEach((line, at) => crisis.set(line, Math.max(crisis.get(line) ?? 0, score - at)));
    }
    let strongPlain = false;
    for (const [row, score] of scores) {
      if ('sensitive' in row && row.sensitive) sensitive ||= score >= TOUCHED;
      else if (score >= STRONG) strongPlain = true;
    }
    const groups = this.#groups(scores, most);
    return {
      query: text,
      responsible: responsible.slice(0, PLACES_SHOWN),
      moreResponsible: Math.max(0, responsible.length - PLACES_SHOWN),
      asks: responsible.length > 1,
      crisis: uniqueLines([
        ...[...crisis]
          .sort((a, b) => b[1] - a[1])
          .flatMap(([index]) => {
            const [number = '', name = '', purpose = ''] = this.#file.hotlines[index] ?? [];
            return number === '' ? [] : [{ number, name, purpose }];
          }),
        ...lines,
      ]),
      groups,
      // What we don't understand may be anything: it leaves no trace either.
      sensitive: sensitive || !strongPlain,
      corrected,
      weak: groups.length > 0 && groups.every(({ entries }) => entries.every(({ weak }) => weak)),
      hotline: { number: this.#file.city[0], name: this.#file.city[1] },
      needsBuild: false,
    };
  }

  #groups(scores: ReadonlyMap<Row, number>, most: number | null): readonly Group[] {
    const sorted = new Map<GroupTitle, { readonly row: Row; readonly score: number }[]>();
    for (const [row, score] of scores) {
      const title = groupOf(row);
      const known = sorted.get(title);
      if (known === undefined) sorted.set(title, [{ row, score }]);
      else known.push({ row, score });
    }
    return GROUP_TITLES.flatMap((title) => {
      const all = (sorted.get(title) ?? []).sort((a, b) => b.score - a.score);
      const entries = all.slice(0, most ?? SHOWN[title]).flatMap(({ row, score }) => this.#entry(row, score));
      return entries.length === 0 ? [] : [{ title, entries, count: all.length }];
    }).sort((a, b) => (b.entries[0]?.score ?? 0) - (a.entries[0]?.score ?? 0));
  }

  #entry(row: Row, score: number): readonly Entry[] {
    const make = (kind: EntryKind, title: string, path: string, detail: string, phone = ''): readonly Entry[] => [
      { kind, title, path, detail, phone, weak: score < STRONG, score: Math.round(score) },
    ];
    switch (row.kind) {
      case 'district':
        return make('区', row.name, `/districts/${row.code}/`, row.department.name, row.department.phone);
      case 'town':
        return make('街镇', row.name, `/towns/${row.code}/`, row.district.name, row.general?.answer.phone);
      case 'committee': {
        const serving = this.#directory.towns[row.town.servedBy];
        const detail = `${row.town.district.name} · ${row.town.name}`;
        const kind = row.name.endsWith('村委会') ? '村委会' : '居委会';
        return make(kind, row.name, `/towns/${row.town.code}/`, detail, serving?.general?.answer.phone);
      }
      case 'station':
        return make(...stationCells(row.answer, this.#directory.towns[row.town]));
      case 'field':
        return make(
          '领域',
          `${row.fullName}（${row.name}）`,
          `/fields/${row.slug}/`,
          row.aliases.slice(0, 4).join('、'),
        );
      case 'service':
        return make('服务', row.name, `/services/${row.id}/`, row.summary);
      case 'page':
        return make(row.sort, row.title, row.path, row.detail);
      case 'need':
        return [];
    }
  }
}

function stationCells(
  { name, type, path, address, phone, status }: StationAnswer,
  town: TownRow | undefined,
): [EntryKind, string, string, string, string] {
  const where = [town?.district.name ?? '', address].filter((part) => part !== '').join(' · ');
  const state = { 运行: '', 筹建: '筹建中 · ', 暂停: '暂停 · ', 撤并: '已撤并 · ' }[status];
  return [`${type}站`, name, path, `${state}${where}`, phone];
}

const isOwn = ({ committee, answer }: StationRow, { name }: CommitteeRow) =>
  committee === name && answer.status !== '撤并';

const within = (town: TownRow, places: readonly Row[]): boolean =>
  places.includes(town) || places.includes(town.district);

function nameOf(row: Row): string {
  if (row.kind === 'station') return row.answer.name;
  if (row.kind === 'need') return row.word;
  return row.kind === 'page' ? row.title : row.name;
}

function groupOf(row: Row): GroupTitle {
  switch (row.kind) {
    case 'station':
      return '站点';
    case 'field':
    case 'service':
    case 'need':
      return '服务';
    case 'page':
      return row.sort === '案例' ? '案例' : row.sort === '网页' ? '网页' : row.sort === '机构' ? '站点' : '政策';
    default:
      return '地方';
  }
}

const uniqueLines = (lines: readonly CrisisLine[]): readonly CrisisLine[] => [
  ...new Map(lines.map((line) => [line.number, line])).values(),
];
