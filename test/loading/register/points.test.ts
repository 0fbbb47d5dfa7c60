import { describe, expect, test } from 'vitest';
import type { Register } from '../../../src/loading/register/divisions.ts';
import { placesOf, withPoints } from '../../../src/loading/register/points.ts';
import { withKept } from '../../../src/loading/register/tables.ts';
import { fixture, shaped } from './fixtures.ts';

describe('points', () => {
  const town = (code: string, name: string) =>
    ({ code, district_code: code.slice(0, 6), name, kind: '镇', ...none, served_by: '', aliases: '' }) as const;
  const none = { lon: '', lat: '', point_source: '' };
  const district = (code: string, name: string) => ({
    code,
    name,
    lead_department: '',
    phone: '',
    lead_verified_on: '',
    ...none,
  });
  const shanghai = placesOf('31', fixture('cities500.txt'));

  test('only places of the province that have a Chinese name are taken', () => {
    expect(shanghai).toHaveLength(4);
    expect(placesOf('43', fixture('cities500.txt'))[0]?.names).toEqual(['虎形山', '虎形山瑶族乡']);
    expect(placesOf('4', fixture('cities500.txt'))).toEqual(placesOf('43', fixture('cities500.txt')));
    expect(placesOf('9', fixture('cities500.txt'))).toEqual([]);
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
      districts: [
        {
          ...district('310104', '旧名'),
          lead_department: '徐汇区社会工作部',
          phone: '021-12345',
          lead_verified_on: '2026-11-20',
        },
      ],
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
    expect(districts[0]).toMatchObject({
      name: '徐汇区',
      lead_department: '徐汇区社会工作部',
      phone: '021-12345',
      lead_verified_on: '2026-11-20',
    });
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
