import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { input } from '../../search/lookups.ts';
import { fetchOf, partedFiles, PartedLookup } from './partedLookup.ts';

const { dataset } = input;
const { towns, committees, districts } = dataset;
afterAll(() => vi.unstubAllGlobals());

describe('a name that more districts have than are asked for one question', () => {
  const NAME = '示例同名居委会';
  const many = {
    ...input,
    dataset: {
      ...dataset,
      committees: [
        ...committees,
        ...districts.flatMap(({ code: district }) => {
          const town = towns.find(({ districtCode }) => districtCode === district);
          return town === undefined
            ? []
            : [{ code: `${town.code}990`, townCode: town.code, name: NAME, kind: '居委会' as const }];
        }),
      ],
    },
  };
  const ofMany = partedFiles(many);
  let asked: PartedLookup;
  beforeAll(async () => {
    vi.stubGlobal('fetch', fetchOf(ofMany));
    asked = await new PartedLookup(ofMany).open();
  });

  it('is a list of the districts, each of which asks again with its name', async () => {
    const { responsible, groups, sensitive, wants } = await asked.answer(NAME);
    expect({ responsible, sensitive, wants }).toEqual({ responsible: [], sensitive: false, wants: null });
    const [places] = groups;
    expect(places?.entries.map(({ title }) => title)).toEqual(districts.map(({ name }) => name));
    for (const { path } of places?.entries.slice(0, 3) ?? []) {
      const again = new URL(path, 'https://a.example').searchParams.get('q') ?? '';
      expect((await asked.answer(again)).responsible.map(({ committee }) => committee)).toEqual([NAME]);
    }
  });

  it('is answered within the district that is chosen or written', async () => {
    const district = districts[3]?.name ?? '';
    for (const answer of [await asked.answer(NAME, { district }), await asked.answer(`${NAME}，${district}`)])
      expect(answer.responsible.map(({ town }) => town.district)).toEqual([district]);
  });

  it('leaves the suggestions of some districts while it is not finished', async () => {
    const { groups } = await asked.answer('示例同');
    expect(groups[0]?.entries.map(({ title }) => title)).toEqual(Array.from({ length: 6 }, () => NAME));
  });
});

describe('files that do not come', () => {
  const need = dataset.needs.find(({ crisis }) => crisis.length > 0);
  const committee = committees[0]?.name ?? '';
  const files = partedFiles(input);

  it('are told of, and asked for again with the next question', async () => {
    const late = await new PartedLookup(files).open();
    vi.stubGlobal('fetch', fetchOf(new Map([...files].filter(([url]) => !url.includes('/parts/')))));
    await expect(late.answer(committee)).rejects.toThrow('/parts/');
    vi.stubGlobal('fetch', fetchOf(files));
    expect((await late.answer(committee)).responsible).not.toEqual([]);
  });

  it('hold back no emergency number', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    const offline = await new PartedLookup(files).open();
    const { crisis, responsible } = await offline.answer(need?.word ?? '');
    expect(crisis.map(({ number }) => number)).toEqual(expect.arrayContaining([...(need?.crisis ?? [])]));
    expect(responsible).toEqual([]);
    await expect(offline.answer(committee)).rejects.toThrow('no network');
  });
});
