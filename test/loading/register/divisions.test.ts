import { describe, expect, test } from 'vitest';
import {
  committeeKind,
  committeeName,
  isVirtual,
  townKind,
  townName,
} from '../../../src/loading/register/divisions.ts';
import { shaped } from './fixtures.ts';

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

describe('names and kinds', () => {
  test.each([
    ['天平路街道', '天平路街道'],
    ['天平路街道办事处', '天平路街道'],
    ['南磨房地区办事处', '南磨房地区'],
    ['庆北办事处', '庆北办事处'],
  ])('the town %s is shown as %s', (name, shown) => {
    expect(townName(name)).toBe(shown);
  });

  test.each([
    ['东塘居民委员会', '东塘居委会'],
    ['翠洲社区居民委员会', '翠洲社区居委会'],
    ['三星村村委会', '三星村村委会'],
    ['三里村民委员会', '三里村委会'],
    ['南漖社区居委会会', '南漖社区居委会'],
    ['海湾社区居委委员会', '海湾社区居委会'],
    ['吉家冲村村委会会', '吉家冲村村委会'],
    ['八方社区委员会', '八方社区居委会'],
    ['大势塘村', '大势塘村'],
  ])('the committee %s is shown as %s', (name, shown) => {
    expect(committeeName(name)).toBe(shown);
  });

  test.each([
    ['310104003', '天平路街道', '街道'],
    ['310107022', '真如镇街道', '街道'],
    ['310115103', '川沙新镇', '镇'],
    ['430524201', '虎形山瑶族乡', '乡'],
    ['150221200', '苏布尔嘎苏木', '乡'],
    ['110105021', '南磨房地区', '街道'],
    ['310114401', '菊园新区', '其他'],
    ['430523402', '五峰铺国有林场', '其他'],
  ])('%s %s is of kind %s', (code, name, kind) => {
    expect(townKind(code, name)).toBe(kind);
  });

  test.each([
    ['310107103401', '真建花苑居委会', '居委会'],
    ['430381002501', '湘乡茶场村委会', '村委会'],
    ['430523402201', '大江村', '村委会'],
    ['430524109300', '石门村', '村委会'],
    ['430406400409', '金桥村管理处社区', '居委会'],
    ['430523402501', '屙屎坳工区生活区', '其他'],
  ])('%s %s is of kind %s', (code, name, kind) => {
    expect(committeeKind(code, name)).toBe(kind);
  });

  test.each([
    [{ code: '310104501498', name: '漕河泾新兴技术开发区虚拟社区' }, true],
    [{ code: '310115401598', name: '芦潮港农场虚拟生活区' }, true],
    [{ code: '310110020402', name: '仁恒怡庭居委会' }, false],
    [{ code: '430523402501', name: '屙屎坳工区生活区' }, false],
  ])('%o virtual: %s', (village, virtual) => {
    expect(isVirtual(village)).toBe(virtual);
  });
});

describe('the shaped register', () => {
  test('a unit whose only committee is virtual is dropped, and so is a district without units', () => {
    const { districts, towns, committees } = shaped('31');
    expect(names(districts)).toEqual(['徐汇区']);
    expect(names(towns)).toEqual(['天平路街道']);
    expect(committees).toHaveLength(4);
  });

  test('a city is cut out of its province by its four digits', () => {
    expect(names(shaped('4401').towns)).toEqual(['街口街道']);
    expect(shaped('4499').towns).toEqual([]);
  });

  test('a province has the counties of all its cities, and a forest farm with people in it stays as 其他', () => {
    const { districts, towns } = shaped('43');
    expect(names(districts)).toEqual(['茶陵县', '邵阳县', '隆回县', '蓝山县']);
    expect(districts[0]?.lead_department).toBe('');
    expect(towns.map(({ name, kind }) => [name, kind])).toEqual([
      ['汉背管理处', '其他'],
      ['五峰铺国有林场', '其他'],
      ['虎形山瑶族乡', '乡'],
      ['汇源瑶族乡', '乡'],
    ]);
  });
});
