import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GUESSED } from '../../../src/search/match/scores.ts';
import type { Answer, PlaceAnswer } from '../../../src/search/types/answer.ts';
import { input, pathsOf, PlaceLookup } from '../../search/lookups.ts';
import { fetchOf, partedFiles, PartedLookup } from './partedLookup.ts';

const { dataset } = input;
/** Always the same names: among many, some slip is nearer to a name elsewhere, which is no fault. */
const SETTINGS = { numRuns: process.env['NIGHTLY'] === '1' ? 1_000 : 15, seed: 17 };
const files = partedFiles(input);
let whole: PlaceLookup;
let parted: PartedLookup;
beforeAll(async () => {
  vi.stubGlobal('fetch', fetchOf(files));
  whole = new PlaceLookup(input);
  parted = await new PartedLookup(files).open();
});
afterAll(() => vi.unstubAllGlobals());

/** Who is responsible, in an order of ours: places that fit equally well stand in no certain one. */
const responsibleOf = ({ responsible }: Answer) =>
  responsible
    .map(({ town, committee, asked, general, own, special, missing, department, basis }) => ({
      place: `${town.code} ${committee ?? ''}`,
      basis,
      stations: [asked, general, own, ...special].map((station) => station?.id),
      phone: general?.phone,
      missing,
      department,
    }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));

/** The titles of the entries that fit best. */
function bestOf({ groups: [group] }: Answer): readonly string[] {
  const best = group?.entries[0]?.score;
  return group?.entries.flatMap(({ title, score }) => (score === best ? [title] : [])).sort() ?? [];
}

/** What a reader is told: who is responsible, what comes first, and how the query was understood. */
const told = (answer: Answer) => ({
  responsible: responsibleOf(answer),
  moreResponsible: answer.moreResponsible,
  asks: answer.asks,
  address: answer.address,
  crisis: answer.crisis,
  sensitive: answer.sensitive,
  isAddress: answer.isAddress,
  foundBy: answer.foundBy,
  best: bestOf(answer),
});

/** The best score in an answer; below `GUESSED` it is a guess, and both may guess otherwise. */
const scoreOf = ({ responsible, groups }: Answer) =>
  Math.max(0, ...responsible.map(({ score }) => score), ...groups.map(({ entries }) => entries[0]?.score ?? 0));

/** Holds that both tell the same, unless the whole only guesses, or asks which of more than eight places is meant. */
async function same(query: string): Promise<void> {
  const one = whole.ask(query).answer;
  if (one.responsible.length + one.moreResponsible > 8 || scoreOf(one) < GUESSED) return;
  expect({ query, ...told(await parted.answer(query)) }).toEqual({ query, ...told(one) });
}

/** Holds that a place of this name is told where the whole tells it; it may be told alone where the whole asks which is meant. */
async function finds(query: string, name: string): Promise<void> {
  const one = whole.ask(query).answer;
  if (one.moreResponsible > 0) return;
  const meant = ({ town, committee }: PlaceAnswer) => (committee ?? town.name) === name;
  const places = responsibleOf({ ...one, responsible: one.responsible.filter(meant) });
  const found = responsibleOf(await parted.answer(query));
  expect({ query, found }).toEqual({ query, found: expect.arrayContaining(places) });
}

const syllables = (name: string) =>
  pinyin(name, { toneType: 'none', type: 'array' }).map((syllable) => syllable.replaceAll('ü', 'v'));
const stem = (name: string) => {
  const bare = name.replace(/(?:社区)?[居村]委会$|社工站$|(?:街道|镇|乡)$/u, '');
  return bare.length < 2 ? name : bare;
};
const without = (name: string, at: number) => name.slice(0, at) + name.slice(at + 1);
const swapped = (name: string, at: number) =>
  name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
const bySound = Map.groupBy(new Set(dataset.committees.map(({ name }) => name).join('')), (char) =>
  pinyin(char, { toneType: 'none' }),
);
/** The name with one character that another of the same sound has replaced. */
function misheard(name: string, at: number): string {
  const char = name.charAt(at);
  const alike = (bySound.get(pinyin(char, { toneType: 'none' })) ?? []).find((other) => other !== char);
  return name.slice(0, at) + (alike ?? char) + name.slice(at + 1);
}
const townOf = new Map(dataset.towns.map((town) => [town.code, town]));
const districtOf = new Map(dataset.districts.map((district) => [district.code, district]));
const { towns, committees, stations, districts } = dataset;
const anyTown = fc.constantFrom(...towns);
const anyCommittee = fc.constantFrom(...committees);
const anyPlace = fc.oneof(anyTown, anyCommittee);
const otherNames = [
  ...districts.map(({ name }) => name),
  ...towns.flatMap(({ aliases }) => aliases),
  ...stations.flatMap(({ formerNames }) => formerNames),
];

type Writing = (name: string, at: number) => string;

/** Ways in which people write a name. */
const WRITINGS: Readonly<Record<string, Writing>> = {
  'in full': (name) => name,
  'without the word for its kind': stem,
  'in pinyin': (name) => syllables(stem(name)).join(''),
  'in characters and pinyin': (name, at) => {
    const bare = stem(name);
    const cut = 1 + (at % (bare.length - 1));
    return bare.slice(0, cut) + syllables(bare).slice(cut).join('');
  },
  'in traditional characters': Converter({ from: 'cn', to: 'tw' }),
  'begun and not finished': (name, at) => name.slice(0, 2 + (at % (name.length - 1))),
  'with spaces': (name) => ` ${name.split('').join(' ')}`,
};

/** Ways in which a name is written short or wrong: after its first two sounds, or with these swapped. */
const SLIPS: Readonly<Record<string, Writing>> = {
  'in a sentence': (name) => `我家住在${name}`,
  'by its initials': (name) =>
    syllables(name)
      .map((syllable) => syllable.charAt(0))
      .join(''),
  'with a character left out': (name, at) => without(name, 2 + (at % Math.max(1, name.length - 2))),
  'with two characters swapped': (name, at) => swapped(name, at % 2 === 0 || name.length < 4 ? 0 : 2),
  'with a character of the same sound': (name, at) => misheard(name, at % name.length),
};

describe('a lookup in parts tells the same as one that is whole', () => {
  it.each(Object.entries({ ...WRITINGS, ...SLIPS }))('who is meant by a name written %s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(anyPlace, fc.nat(), ({ name }, at) => finds(write(name, at), name)),
      SETTINGS,
    );
  });

  it('for districts, other names of 街镇 and former names of stations', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...otherNames), (name) => same(name)),
      SETTINGS,
    );
  });

  it('for the names of stations, in characters and in pinyin', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...stations), async ({ name }) => {
        for (const query of [name, syllables(name).join('')]) {
          const [first] = bestOf(whole.ask(query).answer);
          if (first !== name) continue;
          const best = bestOf(await parted.answer(query));
          expect({ query, best }).toEqual({ query, best: expect.arrayContaining([name]) });
        }
      }),
      SETTINGS,
    );
  });

  it('for a place within another, and for a field in a place', async () => {
    await fc.assert(
      fc.asyncProperty(anyCommittee, fc.constantFrom(...dataset.fields), fc.boolean(), async (row, field, first) => {
        const town = townOf.get(row.townCode);
        const district = districtOf.get(town?.districtCode ?? '');
        await finds(`${district?.name}${row.name}`, row.name);
        await finds(`${town?.name}${stem(row.name)}`, row.name);
        await finds(`${row.name}，${district?.name}`, row.name);
        await same(first ? `${field.name}${town?.name}` : `${town?.name}${field.name}`);
      }),
      SETTINGS,
    );
  });

  it('for addresses in the table of places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...dataset.places), async ({ name, inside, from, to, unit }) => {
        const number = from ?? to;
        await same(number === null ? name : `${name}${inside}${number}${unit ?? ''}`);
      }),
      SETTINGS,
    );
  });

  it('for phone numbers', async () => {
    const numbers = stations.flatMap(({ phones }) => phones.map(({ display }) => display));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...numbers), fc.boolean(), async (number, bare) => {
        const query = bare ? number.replace(/^0\d+-/u, '').replaceAll('-', '') : number;
        const first = pathsOf(whole.ask(query).answer)[0];
        // The phone of a station may not be shown.
        if (first !== undefined) expect(pathsOf(await parted.answer(query))).toContain(first);
      }),
      SETTINGS,
    );
  });
});
