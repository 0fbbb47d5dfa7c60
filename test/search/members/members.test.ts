import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/domain/dataset/dataset.ts';
import type { NamesFile } from '../../../src/search/files/members.ts';
import { Lookup } from '../../../src/search/lookup.ts';
import { answerOf, mergeAnswers } from '../../../src/search/members/merge.ts';
import { MembersIndex } from '../../../src/search/members/membersIndex.ts';
import { committeesFileOf, lookupFileOf, moreFileOf, wordsFileOf } from '../../../src/search/pack/files.ts';
import { membersFilesOf, portalFilesOf } from '../../../src/search/pack/members.ts';
import type { Answer } from '../../../src/search/types/answer.ts';
import { input, lookupOf, TODAY } from '../lookups.ts';

/** The dataset with one district alone, as if that were a city with a site of its own. */
function only(code: string): Dataset {
  const { dataset } = input;
  const towns = dataset.towns.filter(({ districtCode }) => districtCode === code);
  const own = new Set(towns.map((town) => town.code));
  return {
    ...dataset,
    districts: dataset.districts.filter((district) => district.code === code),
    towns,
    committees: dataset.committees.filter(({ townCode }) => own.has(townCode)),
    stations: dataset.stations.filter(({ townCode }) => own.has(townCode)),
  };
}

const cities = input.dataset.districts.map(({ code, name }) => ({
  code,
  name,
  source: { ...input, dataset: only(code) },
}));
let whole: Lookup;
let index: MembersIndex;
let files: ReadonlyMap<string, NamesFile>;
let lookups: readonly Lookup[];
const members = cities.map(({ code, name }) => ({
  name: `城${name}`,
  folder: '',
  address: `/c${code}/`,
  note: '数据截至2026年11月20日',
}));
const added = new Set<string>();

beforeAll(() => {
  whole = lookupOf(input);
  const packed = cities.flatMap(({ source }, at) => {
    const lookup = lookupFileOf(source);
    const member = members[at];
    return member === undefined ? [] : [{ member, lookup, committees: committeesFileOf(source, lookup) }];
  });
  const made = membersFilesOf(packed);
  index = new MembersIndex(JSON.parse(JSON.stringify(made.root)));
  files = made.files;
  lookups = packed.map(({ lookup, committees }) => {
    const own = new Lookup(lookup);
    own.addCommittees(committees);
    return own;
  });
});

/** The members that a query is about, with the files of names fetched as a browser does. */
function membersOf(query: string): readonly number[] {
  for (const key of index.filesFor(query)) {
    const file = files.get(key);
    if (file !== undefined && !added.has(key)) index.add(key, JSON.parse(JSON.stringify(file)));
    added.add(key);
  }
  return index.named(query).members;
}

/** The answer of the portal to a query that names a place. */
function asked(query: string): Answer | null {
  const answers = membersOf(query).flatMap((at) => {
    const [member, lookup] = [members[at], lookups[at]];
    return member === undefined || lookup === undefined ? [] : [answerOf(member, lookup.answer(query))];
  });
  return answers.length === 0 ? null : mergeAnswers(answers);
}

/** Who is responsible by an answer, whatever site leads to them. */
const responsible = ({ responsible: places }: Answer) =>
  places.map(({ town, committee, general }) => `${town.code} ${committee ?? ''} ${general?.phone ?? ''}`).sort();

const { towns, committees } = input.dataset;
const names = [...new Set([...towns, ...committees].map(({ name }) => name))];
const anyName = fc.constantFrom(...names);

describe('the search of a portal', () => {
  it('names the same who are responsible as one search over everything, for every name', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const together = asked(name);
        const one = whole.answer(name);
        // Beyond eight places both show eight of them.
        if (one.moreResponsible > 0) expect(together?.responsible).toHaveLength(8);
        else expect(together && responsible(together)).toEqual(responsible(one));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the city of every name in pinyin, and without 居委会', () => {
    fc.assert(
      fc.property(anyName, fc.boolean(), (name, spelled) => {
        const stem = name.replace(/(?:社区)?[居村]委会$/u, '');
        if (stem.length < 2) return;
        const query = spelled ? pinyin(stem, { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'v') : stem;
        const found = membersOf(query).map((at) => cities[at]?.code);
        const having = [...towns, ...committees.map(({ name: own, townCode: code }) => ({ name: own, code }))]
          .filter((row) => row.name === name)
          .map(({ code }) => code.slice(0, 6));
        expect(found).toEqual(expect.arrayContaining(having));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a file of names small', () => {
    const sizes = [...files.values()].map((file) => JSON.stringify(file).length);
    expect(Math.max(...sizes)).toBeLessThan(30_000);
  });

  it('says of which city and day an answer is, and leads to the site of that city', () => {
    const town = towns.find(({ name }) => towns.filter((other) => other.name === name).length === 1);
    const [place] = asked(town?.name ?? '')?.responsible ?? [];
    expect(place?.basis[0]).toMatch(/^城.+（数据截至2026年11月20日）$/u);
    expect(place?.town.path).toBe(`/c${town?.districtCode ?? ''}/towns/${town?.code ?? ''}/`);
    expect(place?.general?.path ?? `/c${town?.districtCode ?? ''}/stations/`).toContain(
      `/c${town?.districtCode ?? ''}/stations/`,
    );
  });

  it('goes to the city that a query begins with', () => {
    const [first, second] = members;
    expect(membersOf(`${second?.name ?? ''}居委会`)[0]).toBe(1);
    expect(membersOf(`${first?.name ?? ''}禁毒`)).toEqual([0]);
  });
});

describe('the own files of a portal', () => {
  it('know what is urgent and what may not be kept, and no place', () => {
    const lookup = lookupFileOf(input);
    const own = portalFilesOf(
      ['12345', '市民服务热线', '示例省'],
      [{ lookup, words: wordsFileOf(input, lookup), more: moreFileOf(input, TODAY, lookup) }],
    );
    const search = new Lookup(JSON.parse(JSON.stringify(own.lookup)));
    search.addWords(JSON.parse(JSON.stringify(own.words)));
    const of = (need: (typeof input.dataset.needs)[number]) => search.answer(need.word);
    for (const need of input.dataset.needs.filter(({ crisis }) => crisis.length > 0)) {
      expect(of(need).crisis.map(({ number }) => number)).toEqual(expect.arrayContaining([...need.crisis]));
      expect(of(need).sensitive).toBe(true);
    }
    expect(search.answer('徐家汇').responsible).toEqual([]);
  });
});
