import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/search/types/answer.ts';
import { Lookup } from '../../src/search/lookup.ts';
import { committeesFileOf, lookupFileOf, moreFileOf, wordsFileOf } from '../../src/search/pack/files.ts';
import { load } from '../../src/loading/input.ts';
import { CITY } from '../loading/city.ts';
import { input, lookupOf, pathsOf, TODAY } from './lookups.ts';

const { dataset } = input;
let lookup: Lookup;
beforeAll(() => {
  lookup = lookupOf(input);
});

const titlesOf = ({ groups }: Answer) => groups.flatMap(({ entries }) => entries.map(({ title }) => title));

describe('whatever is typed', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 })), (text) => {
        lookup.answer(text);
      }),
      { numRuns: process.env['NIGHTLY'] === '1' ? 10_000 : 2_000 },
    );
  }, 120_000);

  it.each([
    '\ud800\udc00\ud800',
    '徐'.repeat(5000),
    'a'.repeat(5000),
    '<img src=x onerror=alert(1)>',
    '😀😀😀',
    '%00%ff',
    '   ',
    '十'.repeat(60),
    'nnnnnnnnnnlllllllllnnnnnnn',
  ])('takes %j', (text) => {
    const started = performance.now();
    expect(lookup.answer(text).query).toBe(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

const first = (query: string) => lookup.answer(query).responsible[0];

describe('what an answer says of itself', () => {
  it('is by what it was found, where the name does not show it', () => {
    expect(lookup.answer('xujiahui').foundBy).toBe('拼音');
    expect(lookup.answer('xjh').foundBy).toBe('首字母');
    expect(lookup.answer('徐家汇').foundBy).toBeNull();
    const renamed = dataset.stations.find(
      ({ name, formerNames: [former = ''] }) => former !== '' && !name.includes(former),
    );
    expect(lookup.answer(renamed?.formerNames[0] ?? '').foundBy).toBe('曾用名');
  });

  it('finds a name of three characters whichever of them are swapped', () => {
    for (const query of ['徐汇家', '家徐汇', '五场角'])
      expect(lookup.answer(query).responsible[0]?.town.name, query).toMatch(/^(?:徐家汇|五角场)街道$/u);
  });

  it.each(['红烧肉', '机票', '英语四级', '人工智能', '快递单号查询', '电影票', '世界杯', '洗衣机坏了'])(
    'is that nothing fits for sure, where %s has nothing to do with stations',
    (query) => {
      const { responsible, groups } = lookup.answer(query);
      expect(responsible).toEqual([]);
      expect(groups.flatMap(({ entries }) => entries).filter(({ weak }) => !weak)).toEqual([]);
    },
  );

  it('holds nothing back as doubtful where life is at risk', () => {
    const { groups, crisis } = lookup.answer('妇女被打');
    expect(crisis.map(({ number }) => number)).toContain('110');
    expect(groups.some(({ entries }) => entries.some(({ weak }) => !weak))).toBe(true);
  });
});

describe('who is responsible', () => {
  it('is said with the basis', () => {
    expect(first('鞍山四村第一居委会')?.basis).toEqual(['鞍山四村第一居委会', '四平路街道', '四平路街道社工站']);
    expect(first('殷行街道')?.basis).toEqual(['殷行街道', '殷行街道社工站']);
  });

  it('asks which where several have the name', () => {
    const { asks, responsible } = lookup.answer('虹桥');
    expect(asks).toBe(true);
    expect(responsible.map(({ town }) => town.name)).toEqual(expect.arrayContaining(['虹桥街道', '虹桥镇']));
    expect(lookup.answer('徐家汇').asks).toBe(false);
  });

  it('names the station of the field that stands beside the place, in any order', () => {
    for (const query of ['徐家汇禁毒', '禁毒 徐家汇', 'xujiahuijindu', '我住在徐家汇街道，想戒毒'])
      expect(first(query)?.asked?.name, query).toBe('徐家汇街道禁毒社工站');
  });

  it('is nobody where nobody is registered, and never a neighbour', () => {
    const unregistered = dataset.towns.filter(({ kind, servedBy }) => kind === '其他' && servedBy === null);
    for (const { name } of unregistered)
      expect(first(name)).toMatchObject({ missing: '没有登记由谁负责', general: null, special: [] });
    const general = new Set(
      dataset.stations
        .filter(({ type, status }) => type === '综合' && status !== '撤并')
        .map(({ townCode }) => townCode),
    );
    const gaps = dataset.towns.filter(({ kind, code }) => kind !== '其他' && !general.has(code));
    for (const { name } of gaps) expect(first(name)).toMatchObject({ missing: '没有综合社工站', general: null });
  });

  it.each([
    ['天平街道', '天平路街道'],
    ['周桥', '周家桥街道'],
    ['閔行區江川路街道', '江川路街道'],
    ['yinhang', '殷行街道'],
    ['yinxing', '殷行街道'],
    ['xinzhuang', '莘庄镇'],
    ['shenzhuang', '莘庄镇'],
    ['gaohang', '高行镇'],
    ['yanghang', '杨行镇'],
    ['chonggu', '重固镇'],
    ['zhonggu', '重固镇'],
    ['lvxiang', '吕巷镇'],
    ['luxiang', '吕巷镇'],
    ['lüxiang', '吕巷镇'],
    ['xjh', '徐家汇街道'],
    ['徐jh', '徐家汇街道'],
    ['徐家会', '徐家汇街道'],
    ['徐佳汇', '徐家汇街道'],
    ['xujaihui', '徐家汇街道'],
    ['zangjiang', '张江镇'],
  ])('for %s is the station of %s', (query, town) => {
    expect(first(query)?.town.name).toBe(town);
  });

  it('says how a name was understood that is not in the register', () => {
    expect(lookup.answer('徐家会').corrected).toBe('徐家汇街道');
    expect(lookup.answer('徐家汇').corrected).toBeNull();
  });
});

describe('needs, titles, numbers', () => {
  it('finds what a question is about', () => {
    expect(pathsOf(lookup.answer('孩子不肯上学怎么办'))[0]).toBe('/services/school-return/');
    expect(pathsOf(lookup.answer('低保怎么申请要什么材料'))[0]).toBe('/services/relief-ask/');
  });

  it('shows crisis numbers, and keeps such words to itself', () => {
    const answer = lookup.answer('老公打我');
    expect(answer.crisis.map(({ number }) => number)).toContain('110');
    expect(answer.sensitive).toBe(true);
    expect(lookup.answer('徐家汇').sensitive).toBe(false);
    // What we don't understand may be anything.
    expect(lookup.answer('魑魅魍魉').sensitive).toBe(true);
  });

  it('tells 西渡 and 吸毒 apart, both xidu', () => {
    expect(first('西渡')?.town.name).toBe('西渡街道');
    expect(lookup.answer('西渡').sensitive).toBe(false);
    expect(lookup.answer('吸毒').responsible).toEqual([]);
    expect(first('xidu')?.town.name).toBe('西渡街道');
    expect(lookup.answer('xidu').sensitive).toBe(true);
  });

  it('reads house numbers either way', () => {
    for (const query of ['四九九弄', '499弄', '４９９弄'])
      expect(titlesOf(lookup.answer(query))).toContain('宝山路四九九弄居委会');
    expect(titlesOf(lookup.answer('洛川中路1100弄'))).toContain('洛川中路一千一百弄居委会');
  });

  it('finds a phone with and without separators, and an address before a name that only sounds like it', () => {
    const station = dataset.stations.find(({ phones }) => phones[0]?.kind === '固话');
    const digits = station?.phones[0]?.display.replace(/\D/gu, '') ?? '';
    for (const query of [digits, digits.slice(3), `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`])
      expect(pathsOf(lookup.answer(query))[0]).toBe(`/stations/${station?.id}/`);
    const placed = dataset.stations.find(({ address, publishLevel }) => publishLevel === '全部' && address !== '');
    expect(pathsOf(lookup.answer(placed?.address ?? ''))[0]).toBe(`/stations/${placed?.id}/`);
  });

  it('finds a policy by its number', () => {
    expect(pathsOf(lookup.answer('沪民社工发〔2021〕5号'))[0]).toMatch(/^\/policies\//u);
  });
});

describe('the files', () => {
  it('are the same each time and small', () => {
    const file = lookupFileOf(input);
    const words = wordsFileOf(input, file);
    expect(JSON.stringify(lookupFileOf(input))).toBe(JSON.stringify(file));
    const sizes = [file, words, committeesFileOf(input, file)].map((one) => gzipSync(JSON.stringify(one)).length);
    expect(sizes[0]).toBeLessThan(18 * 1024);
    // With the program, about 17 KB, this is what a 居村委 needs: 85 KB in all (docs/norms.md §13).
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(67_000);
  });

  it('work for another city too', () => {
    const city = load(CITY);
    const other = lookupOf(city);
    const [town] = city.dataset.towns;
    expect(other.answer(town?.name ?? '').responsible[0]?.town.name).toBe(town?.name);
    for (const { id, name } of city.dataset.stations) expect(pathsOf(other.answer(name))).toContain(`/stations/${id}/`);
  });

  it('answer alone, before words and 居村委 have come', () => {
    const alone = new Lookup(lookupFileOf(input));
    expect(alone.answer('徐家汇').responsible[0]?.general?.name).toBe('徐家汇街道社工站');
  });

  it('hold no case that is not published', () => {
    const lookup = lookupFileOf(input);
    expect(moreFileOf(input, TODAY, lookup).cases.length).toBeGreaterThan(0);
    expect(moreFileOf(input, '2000-01-01', lookup).cases).toEqual([]);
    expect(wordsFileOf(input, lookup).pages.filter(([mark]) => mark === 'a')).toEqual([]);
  });
});
