import type { Row } from './types/rows.ts';
import type { LookupStore } from './store.ts';
import { isPlace, type Matches } from './match/matches.ts';
import type { NameMatch } from './match/nameMatch.ts';
import { FAULTY, GOOD, GUESSED, LEAST_COVERED, LEAST_KNOWN, LEAST_LIKENESS, NAMED } from './match/scores.ts';
import { isClosed } from '../domain/station/station.ts';
import { readQuery, within, type QueryReading } from './match/queryReading.ts';
import { arabicNumbers } from '../domain/language/numerals.ts';
import { searchParts } from './text/keys.ts';
import { withoutCommitteeEnd } from './text/stems.ts';

type Take = (row: Row | undefined, match: NameMatch) => void;

const textMatch = (score: number): NameMatch => ({ score, how: 'text', whole: true });

/**
 * Collects the rows that match a query in one of many ways: by name, by the place named in it, by words, address, phone
 * number, and by guessing at typing errors.
 */
export class LookupMatching {
  readonly #store: LookupStore;

  constructor(store: LookupStore) {
    this.#store = store;
  }

  /**
   * Adds every row that matches to `matches`. `text` is what was typed, `query` its search key. Typing errors are guessed
   * at only with `guesses`.
   */
  match(text: string, query: string, matches: Matches, guesses: boolean): void {
    const take: Take = (row, match) => matches.take(row, match);
    this.#byName(query, false, take);
    const aids = {
      rows: this.#store.rows,
      anchors: this.#store.anchors,
      words: this.#store.words,
      committees: this.#store.committees,
      filler: this.#store.filler,
    };
    const reading = readQuery(query, searchParts(text, this.#store.simplified), aids);
    this.#inContext(reading, query, take);
    this.#inSentence(reading, take);
    this.#byWords(reading.places.length > 0 ? this.#store.filler.without(reading.subject) : query, take);
    this.#byAddress(query, take);
    this.#byLatinWords(text, take);
    this.#byNumber(text, take);
    if (!guesses) return;
    this.#byGuess(query, matches);
    this.#byMending(query, matches);
  }

  #byName(query: string, loose: boolean, take: Take): void {
    const guarded = (owner: number, match: NameMatch) => {
      const row = this.#store.rows[owner];
      if (row === undefined) return;
      // By pinyin places come first (西渡 and 吸毒 are both xidu), and initials of committees last: too many fit.
      const less =
        match.how === 'text' ? 0 : !isPlace(row) ? 90 : row.kind === 'committee' && match.how === 'initials' ? 50 : 0;
      take(row, less === 0 ? match : { ...match, score: match.score - less });
    };
    for (const variant of new Set([query, arabicNumbers(query)])) {
      this.#store.names.find(variant, loose, guarded);
      this.#store.words.find(variant, loose, guarded);
      this.#store.committees.find(variant, loose, guarded);
    }
    const own = withoutCommitteeEnd(query);
    if (own === query) return;
    // A query that ends in 居委会 means a committee.
    for (const variant of new Set([own, arabicNumbers(own)]))
      this.#store.committees.find(variant, loose, (owner, match) =>
        guarded(owner, { ...match, score: match.score + (match.whole ? 10 : 0) }),
      );
  }

  /**
   * Tries names that sound like the query or differ from it by one typing error; only used where nothing matches well
   * as written.
   */
  #byGuess(query: string, matches: Matches): void {
    const top = matches.top?.[1].score ?? 0;
    if (top >= GUESSED || query.length < 2) return;
    // Needs and titles sound like many other words: they are only guessed where the whole phrase matches.
    const guess: Take = (row, match) => {
      if (row !== undefined && (isPlace(row) || match.whole)) matches.take(row, match);
    };
    this.#byName(query, true, guess);
    if (top < FAULTY) {
      const near = (owner: number, match: NameMatch) => guess(this.#store.rows[owner], match);
      this.#store.names.findNear(query, near);
      this.#store.words.findNear(query, near);
      for (const variant of new Set([query, withoutCommitteeEnd(query)]))
        this.#store.committees.findNear(variant, near);
    }
    // A query that ends in 镇 means a town.
    const wantsPlace = /(?:街道|镇|乡)$/u.test(query);
    for (const [row, match] of [...matches])
      if (wantsPlace && row.kind === 'town' && match.whole && match.how === 'sound')
        matches.take(row, { ...match, score: match.score + 200 });
    for (const [row, match] of [...matches])
      if (row.kind === 'town' && match.whole && (match.how === 'sound' || match.how === 'edit'))
        matches.take(row.general ?? undefined, { ...match, score: match.score - 12 });
  }

  /** Searches again with likely wrong characters corrected; only used where no name matches as written. */
  #byMending(query: string, matches: Matches): void {
    if ((matches.top?.[1].score ?? 0) >= NAMED) return;
    const mended = this.#store.slips.mended(query);
    if (mended === query) return;
    const take: Take = (row, { score, whole }) => {
      // Two characters corrected stand inside too many words: 香水 is no 神仙水.
      if (row !== undefined && !isPlace(row) && (whole || query.length > 2))
        matches.take(row, { score: score - 40, how: 'sound', whole, doubtful: !whole || query.length === 3 });
    };
    this.#store.words.find(mended, false, (owner, match) => take(this.#store.rows[owner], match));
    this.#byWords(mended, take);
  }

  /** Finds needs by single words in Latin letters: visa in `visa help`. */
  #byLatinWords(text: string, take: Take): void {
    const parts = searchParts(text, this.#store.simplified).filter((part) => /^[a-z]{4,}$/u.test(part));
    if (parts.length < 2) return;
    for (const part of parts)
      this.#store.words.find(part, false, (owner, match) => {
        const row = this.#store.rows[owner];
        // Letters match pinyin as well: only needs that are themselves written in letters count.
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
    this.#store.numbers.forEach((numbers, index) => {
      for (const number of numbers.split(/\s+/u)) {
        if (number === '' || !(number.includes(digits) || `0${digits}` === number)) continue;
        const whole = number.endsWith(digits) && digits.length >= 7;
        take(this.#store.directory.stations[index], { ...textMatch(whole ? 1000 : 700 + digits.length * 10), whole });
      }
    });
  }

  #byAddress(query: string, take: Take): void {
    if (query.length < 3 && !/^\p{Script=Han}{2}$/u.test(query)) return;
    const short = this.#store.filler.withoutPlace(query);
    this.#store.addresses.forEach((address, index) => {
      if (!address.includes(query) && (short.length < 3 || !address.includes(short))) return;
      const begins = address.startsWith(query) || address.startsWith(short);
      const left = Math.min(30, address.length - short.length);
      take(this.#store.directory.stations[index], { ...textMatch((begins ? 690 : 660) - left), whole: false });
    });
  }

  /**
   * Adds the places and fields that the query names, and what it asks for in such a place: a 居村委, or the stations of a
   * field.
   */
  #inContext({ places, fields, rest, subject }: QueryReading, query: string, take: Take): void {
    // 江湾居委会 names a committee, not the town 江湾.
    const plain = rest === '' && !/[居村](?:民委员会|委会?)(?:社工站)?$/u.test(subject);
    for (const place of places) take(place, textMatch(plain ? 970 : 800));
    for (const field of fields) take(field, textMatch(plain ? (/^[a-z]+$/u.test(query) ? 850 : 930) : 640));
    if (places.length === 0) return;
    for (const town of this.#store.directory.towns) {
      if (!within(town, places)) continue;
      for (const station of town.stations)
        if (!isClosed(station.answer) && fields.some(({ index }) => index === station.field))
          take(station, textMatch(plain ? 975 : 915));
      const general = this.#store.directory.towns[town.servedBy]?.general;
      if (places.includes(town) && general)
        take(general, textMatch((plain ? 968 : 790) - (fields.length > 0 ? 12 : 0)));
    }
    const local = withoutCommitteeEnd(this.#store.filler.without(subject)) || rest;
    if (local.length < 2) return;
    if (rest !== '') this.#nearlyNamed(query, places, take);
    for (const variant of new Set([local, arabicNumbers(local)]))
      this.#store.committees.find(variant, true, (owner, match) => {
        const row = this.#store.rows[owner];
        if (row?.kind === 'committee' && within(row.town, places))
          take(row, { ...match, score: Math.min(980, match.score + (match.whole ? 30 : 90)) });
      });
  }

  /** Adds stations of a named place whose name sounds like the query. */
  #nearlyNamed(query: string, places: QueryReading['places'], take: Take): void {
    this.#store.names.find(query, true, (owner, match) => {
      const row = this.#store.rows[owner];
      const town = row?.kind === 'station' ? this.#store.directory.towns[row.town] : undefined;
      if (town !== undefined && within(town, places) && match.whole && match.how === 'sound')
        take(row, { ...match, score: 925 });
    });
  }

  /**
   * Adds committees that a sentence names: by a name of three and more characters, or by a shorter one with 居委, 村委 or
   * 社区 after it.
   */
  #inSentence({ subject, places }: QueryReading, take: Take): void {
    let covered = -1;
    for (let from = 0; from < subject.length; from += 1)
      for (let to = Math.min(subject.length, from + 14); to >= from + 2 && to > covered; to -= 1) {
        const rows = this.#store.stems.get(subject.slice(from, to));
        if (rows === undefined) continue;
        const named = /^(?:社区|小区|村)?(?:[居村](?:民委员会|委)|社区)/u.test(subject.slice(to));
        if (!named && to - from < 3) continue;
        covered = to;
        const around = places.length > 0 ? rows.filter(({ town }) => within(town, places)) : rows;
        const score = to - from === subject.length ? 960 : named ? 900 : 640;
        for (const row of around) take(row, textMatch(Math.min(980, score + (around.length < rows.length ? 30 : 0))));
        break;
      }
  }

  /** Adds needs, services, fields and pages whose phrases are similar to the query. */
  #byWords(text: string, take: Take): void {
    if (!/\p{Script=Han}/u.test(text) || text.length < 2) return;
    this.#store.phrases.like(text, ({ owner, likeness, length, covered, known }) => {
      const row = this.#store.rows[owner];
      if (row === undefined || likeness < LEAST_LIKENESS) return;
      const sort =
        row.kind === 'service' || row.kind === 'need'
          ? 14
          : row.kind === 'field'
            ? -20
            : row.kind === 'page' && row.sort === '网页'
              ? -40
              : 0;
      const score = 250 + 640 * likeness - (length < 3 ? 20 : 0) + sort;
      // Doubtful where little of the query is explained: 英语角 for 英语四级. In longer ones the rest has to be words that
      // nothing here speaks of.
      const unexplained = text.length >= 3 && covered < LEAST_COVERED && (text.length <= 4 || known < LEAST_KNOWN);
      const doubtful = unexplained && (likeness < GOOD || length < 3);
      take(row, { ...textMatch(score), whole: likeness > 0.75, doubtful });
    });
  }
}
