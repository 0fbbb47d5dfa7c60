import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  areaInEnglish,
  committeeInEnglish,
  committeePlaceInEnglish,
} from '../../../src/domain/language/englishNames.ts';
import { nameReader } from '../../../src/loading/adapters/pinyin.ts';

const DATA = join(import.meta.dirname, '../../../data');
const rows = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(DATA, file), 'utf8'), { header: true, skipEmptyLines: true })
    .data;
const read = nameReader(
  rows('readings.csv').map(({ word = '', pinyin = '', source = '' }) => ({ word, pinyin, source })),
);
const area = (name: string) => areaInEnglish(name, read);
const committee = (name: string) => committeeInEnglish(name, read);

describe('the English name of an area', () => {
  it.each([
    ['上海', 'Shanghai'],
    ['浦东新区', 'Pudong New Area'],
    ['枫林路街道', 'Fenglinlu Subdistrict'],
    ['横沙乡', 'Hengsha Township'],
    ['宝山工业园区', 'Baoshan Industrial Park'],
    ['上海湾区高新技术产业开发区', 'Shanghai Bay Area High-tech Industrial Development Zone'],
  ])('translates the kind of %s and joins the name', (name, english) => expect(area(name)).toBe(english));

  it.each([
    ['静安区', "Jing'an District"],
    ['石门二路街道', "Shimen'erlu Subdistrict"],
    ['绿华镇', 'Lühua Town'],
  ])('writes %s with apostrophe and ü', (name, english) => expect(area(name)).toBe(english));

  it('writes 新村 as a word, and a kind that became part of a name as none', () => {
    expect(area('彭浦新村街道')).toBe('Pengpu Xincun Subdistrict');
    expect(area('新村乡')).toBe('Xincun Township');
    expect(area('真如镇街道')).toBe('Zhenruzhen Subdistrict');
  });

  it('keeps the kind of a name of one syllable', () => expect(area('唐镇')).toBe('Tangzhen Town'));

  it.each([
    ['莘庄镇', 'Xinzhuang Town'],
    ['杨行镇', 'Yanghang Town'],
    ['重固镇', 'Chonggu Town'],
    ['大场镇', 'Dachang Town'],
    ['长寿路街道', 'Changshoulu Subdistrict'],
    ['柘林镇', 'Zhelin Town'],
  ])('reads %s as people there do', (name, english) => expect(area(name)).toBe(english));

  it('gives every district and 街镇 a name of its own in its district, in letters alone', () => {
    const towns = rows('towns.csv').map(({ district_code = '', name = '' }) => `${district_code} ${area(name)}`);
    expect(new Set(towns).size).toBe(towns.length);
    for (const { name = '' } of [...rows('districts.csv'), ...rows('towns.csv')]) {
      expect(area(name)).toMatch(
        /^(?:[A-Z][a-zü]*(?:'[a-zü]+)*|High-tech)(?: (?:[A-Z][a-zü]*(?:'[a-zü]+)*|High-tech))+$/u,
      );
    }
  });
});

describe('the English name of a 居村委', () => {
  it.each([
    ['汉口路居委会', 'Hankoulu Neighbourhood Committee'],
    ['长风二村第一居委会', 'Changfeng No. 2 Village No. 1 Neighbourhood Committee'],
    ['共和新路四五五五弄居委会', 'Gonghexinlu Lane 4555 Neighbourhood Committee'],
    ['田林五、六、七村居委会', 'Tianlin No. 5, 6 and 7 Village Neighbourhood Committee'],
    ['延吉二三村居委会', 'Yanji No. 2 and 3 Village Neighbourhood Committee'],
    ['第四社区居委会', 'No. 4 Community Neighbourhood Committee'],
    ['银山路四居委会', 'Yinshanlu No. 4 Neighbourhood Committee'],
    ['四村村村委会', 'Sicun Village Committee'],
    ['冈峰村委会', 'Gangfeng Village Committee'],
    ['冈峰村村委会', 'Gangfeng Village Committee'],
  ])('of %s', (name, english) => expect(committee(name)).toBe(english));

  it('is short in the name of its station', () =>
    expect(committeePlaceInEnglish('汉口路居委会', read)).toBe('Hankoulu Neighbourhood'));

  it('holds no Chinese, whatever the 6,000 of the register are called', () => {
    const names = rows('committees.csv').map(({ name = '' }) => committee(name));
    expect(names.filter((name) => /\p{Script=Han}|[^\p{L}\p{N}.,' -]|\s\s|^\s/u.test(name))).toEqual([]);
  });

  it('writes any name without Chinese and without a hole', () => {
    const chars = fc.constantFrom(...'第一二三十百村弄路新村花园、（）安儿社区A9');
    fc.assert(
      fc.property(fc.array(chars, { minLength: 1, maxLength: 10 }), (name) => {
        const english = committee(`${name.join('')}居委会`);
        expect(english).toMatch(/ Neighbourhood Committee$/u);
        expect(english).not.toMatch(/\p{Script=Han}|undefined|null|NaN/u);
      }),
    );
  });
});
