import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lookup } from '../../src/search/lookup.ts';
import { input, lookupOf, pathsOf } from './lookups.ts';

const { dataset } = input;
let lookup: Lookup;
beforeAll(() => {
  lookup = lookupOf(input);
});

const all = (query: string) => lookup.answer(query, Infinity);

const stations = dataset.stations.map(({ id, name }) => ({ name, path: `/stations/${id}/` }));
const committees = dataset.committees.map(({ name, townCode }) => ({ name, path: `/towns/${townCode}/` }));
const anyStation = fc.constantFrom(...stations);
const anyName = fc.oneof(anyStation, fc.constantFrom(...committees));

const syllables = (name: string) =>
  pinyin(name, { toneType: 'none', type: 'array' }).map((syllable) => syllable.replaceAll('ü', 'v'));

describe('every station and 居村委 of the register', () => {
  it('is found by any piece of its name of two characters or more', () => {
    fc.assert(
      fc.property(anyName, fc.nat(), fc.nat(), ({ name, path }, a, b) => {
        const from = a % (name.length - 1);
        const to = from + 2 + (b % (name.length - from - 1));
        expect(pathsOf(all(name.slice(from, to)))).toContain(path);
      }),
      { numRuns: 600 },
    );
  });

  it('is found by its full pinyin', () => {
    fc.assert(
      fc.property(anyName, ({ name, path }) => {
        expect(pathsOf(all(syllables(name).join('')))).toContain(path);
      }),
      { numRuns: 400 },
    );
  });

  it('is found by the initials of its name', () => {
    fc.assert(
      fc.property(anyName, ({ name, path }) => {
        expect(
          pathsOf(
            all(
              syllables(name)
                .map((syllable) => syllable.charAt(0))
                .join(''),
            ),
          ),
        ).toContain(path);
      }),
      { numRuns: 400 },
    );
  });

  it('is found by characters and pinyin mixed', () => {
    fc.assert(
      fc.property(anyName, fc.nat(), ({ name, path }, cut) => {
        const at = 1 + (cut % (name.length - 1));
        expect(pathsOf(all(name.slice(0, at) + syllables(name).slice(at).join('')))).toContain(path);
      }),
      { numRuns: 200 },
    );
  });

  it('is found in any traditional form', () => {
    const converters = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));
    fc.assert(
      fc.property(anyName, fc.constantFrom(...converters), ({ name, path }, convert) => {
        // Character by character too: 乾 for 干 is what some input methods give.
        expect(pathsOf(all(convert(name)))).toContain(path);
        expect(pathsOf(all([...name].map((char) => convert(char)).join('')))).toContain(path);
      }),
      { numRuns: 300 },
    );
  });

  it('leads with the station whose whole name was written', () => {
    fc.assert(
      fc.property(anyStation, ({ name, path }) => {
        expect(pathsOf(lookup.answer(name))[0]).toBe(path);
      }),
      { numRuns: 300 },
    );
  });
});
