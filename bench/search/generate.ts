import type { Dataset } from '../../src/domain/dataset/dataset.ts';
import { seededRandom, type Random } from '../../src/loading/sample/random.ts';
import { withDigits } from './hanNumbers.ts';
import type { Query, QueryClass } from './query.ts';
import { fullPinyin, initialsOf, onlySound, syllables, UNSURE } from './readings.ts';
import { placesOf, type Named, type Places } from './register.ts';
import { traditional } from './traditional.ts';

const SEED = 20_211_221;
const HAN = /^\p{Script=Han}+$/u;

interface Draft {
  readonly text: string;
  readonly expect: readonly string[];
}

const pagesOf = (found: readonly Named[]): string[] => [...new Set(found.flatMap(({ pages }) => pages))];
const draft = (text: string, found: readonly Named[]): Draft => ({ text, expect: pagesOf(found) });

/** Every town and committee that somebody may mean by exactly this name. */
const called = ({ towns, committees }: Places, text: string): Named[] =>
  [...towns, ...committees].filter(({ name, short }) => name === text || short === text);

const readable = (names: readonly Named[]) => names.filter(({ short }) => HAN.test(short) && !UNSURE.test(short));

/** Homophones: for each sound the characters of the register that have no other sound. */
function soundTable({ towns, committees }: Places): ReadonlyMap<string, readonly string[]> {
  const characters = new Set([...towns, ...committees].flatMap(({ short }) => Array.from(short)));
  const table = Map.groupBy(
    [...characters].filter((character) => HAN.test(character)),
    (character) => onlySound(character) ?? '',
  );
  table.delete('');
  return table;
}

type Maker = (places: Places, random: Random) => Iterable<Draft | null>;

const names: Maker = function* (places, random) {
  for (const station of random.shuffled(places.stations)) yield draft(station.name, [station]);
};

const substrings: Maker = function* (places, random) {
  for (const town of random.shuffled(places.towns)) {
    const { short } = town;
    const from = short.length > 3 ? random.whole(0, 1) : 0;
    const text = short.slice(from, short.length > 3 ? from + 3 : undefined);
    yield draft(text, [...places.towns.filter(({ name }) => name.includes(text)), ...called(places, text)]);
    const committee = random.pick(places.committees).short;
    if (committee.length < 4) continue;
    const piece = committee.slice(1);
    const holding = [...places.committees, ...places.towns].filter(({ name }) => name.includes(piece));
    // Where half the city is an answer, nothing is measured.
    yield holding.length > 6 ? null : draft(piece, holding);
  }
};

const withField: Maker = function* (places, random) {
  const shorts = Map.groupBy(places.special, ({ town, field }) => town.short + field);
  for (const { town, field } of random.shuffled(places.special)) {
    yield draft(`${town.short}${random.pick([' ', ''])}${field}`, shorts.get(town.short + field) ?? []);
  }
};

const pinyins: Maker = function* (places, random) {
  const towns = Map.groupBy(readable(places.towns), ({ short }) => fullPinyin(short));
  const committees = Map.groupBy(readable(places.committees), ({ short }) => fullPinyin(short));
  const sounds = random.shuffled([...committees.keys()]);
  for (const [at, [text, found]] of random.shuffled([...towns]).entries()) {
    yield draft(text, [...found, ...(committees.get(text) ?? [])]);
    const sound = sounds[at];
    if (sound !== undefined && sound.length >= 6) {
      yield draft(sound, [...(committees.get(sound) ?? []), ...(towns.get(sound) ?? [])]);
    }
    const special = random.pick(places.special);
    if (!UNSURE.test(special.short)) yield draft(fullPinyin(special.short), [special]);
  }
};

const initials: Maker = function* (places, random) {
  const towns = Map.groupBy(readable(places.towns), ({ short }) => initialsOf(short));
  const committees = Map.groupBy(readable(places.committees), ({ short }) => initialsOf(short));
  const letters = random.shuffled([...committees.keys()].filter((text) => text.length >= 5));
  for (const [at, [text, found]] of random.shuffled([...towns]).entries()) {
    if (text.length >= 3) yield draft(text, found);
    const long = letters[at];
    if (long !== undefined) yield draft(long, committees.get(long) ?? []);
  }
};

const mixtures: Maker = function* (places, random) {
  for (const { short } of random.shuffled(readable(places.towns))) {
    const cut = random.whole(1, short.length - 1);
    const tail = syllables(short).slice(cut);
    const text =
      short.slice(0, cut) + (short.length > 2 && random.chance(0.4) ? initialsOf(short.slice(cut)) : tail.join(''));
    const sound = fullPinyin(short);
    yield draft(
      text,
      places.towns.filter((town) => fullPinyin(town.short) === sound),
    );
  }
};

const traditionals: Maker = function* (places, random) {
  for (const town of random.shuffled(places.towns)) {
    for (const place of [town, random.pick(places.committees)]) {
      const text = traditional(place.short);
      yield text === place.short ? null : draft(text, called(places, place.short));
    }
    const special = random.pick(places.special);
    yield draft(traditional(special.name), [special]);
  }
};

const digits: Maker = function* (places, random) {
  for (const { name } of random.shuffled(places.committees)) {
    const text = withDigits(name);
    yield text === null
      ? null
      : draft(
          random.pick([text, text.replace(/(?<=[弄村])居委会$/u, '')]),
          places.committees.filter((other) => other.name === name),
        );
  }
};

const committees: Maker = function* (places, random) {
  for (const { name, short, townName } of random.shuffled(places.committees)) {
    const same = places.committees.filter((other) => other.name === name);
    const inTown = same.filter((other) => other.townName === townName);
    yield random.pick([draft(short, called(places, short)), draft(name, same), draft(townName + name, inTown)]);
  }
};

const phones: Maker = function* (places, random) {
  for (const station of random.shuffled(places.stations)) {
    const main = /^021-\d{4}-\d{4}/u.exec(station.phone ?? '')?.[0];
    if (main === undefined) continue;
    const same = places.stations.filter(({ phone }) => phone?.startsWith(main));
    const written = [
      main,
      main.replaceAll('-', ''),
      main.replaceAll('-', ' '),
      main.slice(4),
      main.slice(4).replace('-', ''),
    ];
    yield draft(random.pick(written), same);
  }
};

const typos: Maker = function* (places, random) {
  const table = soundTable(places);
  const known = [...places.towns, ...places.committees].map(({ name }) => name).join(' ');
  const bySound = Map.groupBy(places.towns, ({ short }) => fullPinyin(short));
  for (const town of random.shuffled(readable(places.towns))) {
    const sound = fullPinyin(town.short);
    const at = random.whole(0, town.short.length - 1);
    const others = (table.get(onlySound(town.short.charAt(at)) ?? '') ?? []).filter((c) => c !== town.short.charAt(at));
    const wrong = others.length === 0 ? null : town.name.slice(0, at) + random.pick(others) + town.name.slice(at + 1);
    yield wrong === null || known.includes(wrong) ? null : draft(wrong, bySound.get(sound) ?? []);
    if (town.short.length >= 4 && random.chance(0.6)) {
      const text = town.name.slice(0, at) + town.name.slice(at + 1);
      yield known.includes(text) ? null : draft(text, [town]);
    }
    if (sound.length >= 9 && random.chance(0.3)) {
      const gap = random.whole(2, sound.length - 2);
      yield draft(sound.slice(0, gap) + sound.slice(gap + 1), bySound.get(sound) ?? []);
    }
  }
};

const PLAN: readonly [QueryClass, count: number, Maker][] = [
  ['name', 70, names],
  ['substring', 70, substrings],
  ['name-field', 60, withField],
  ['pinyin', 90, pinyins],
  ['initials', 60, initials],
  ['mixed', 40, mixtures],
  ['traditional', 60, traditionals],
  ['digits', 50, digits],
  ['committee', 90, committees],
  ['phone', 30, phones],
  ['typo', 80, typos],
];

/** Queries made from the register; the same register always gives the same queries. */
export function generated(dataset: Dataset): Query[] {
  const places = placesOf(dataset);
  return PLAN.flatMap(([kind, count, make]) => {
    const found = new Map<string, Query>();
    for (const made of make(places, seededRandom(SEED, kind))) {
      if (made === null || made.text.length < 2 || made.expect.length === 0) continue;
      found.set(made.text, { text: made.text, class: kind, expect: made.expect, set: 'generated' });
      if (found.size === count) break;
    }
    return [...found.values()];
  });
}
