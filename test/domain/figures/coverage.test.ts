import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsCoverage } from '../../../src/domain/figures/fieldCoverage.ts';
import { freshnessCounts } from '../../../src/domain/figures/freshness.ts';
import { staffing } from '../../../src/domain/figures/staffing.ts';
import { stationCount } from '../../../src/domain/figures/stationCount.ts';
import { townCoverage } from '../../../src/domain/figures/townCoverage.ts';
import type { Field } from '../../../src/domain/service/service.ts';
import type { District, Town } from '../../../src/domain/place/region.ts';
import { STATION_TYPES, STATUSES } from '../../../src/domain/station/station.ts';

const town = (code: string, kind: Town['kind'] = '街道'): Town => ({
  code,
  districtCode: code.slice(0, 6),
  name: `${code}街道`,
  kind,
  point: null,
  pointSource: '约略',
  servedBy: null,
  aliases: [],
});
const district = (code: string): District => ({
  code,
  name: `${code}区`,
  leadDepartment: '',
  phone: '',
  leadVerifiedOn: null,
  point: null,
});
const towns = [town('310101001'), town('310101002', '镇'), town('310104001', '乡'), town('310104401', '其他')];
const districts = [district('310101'), district('310104')];

const row = (
  changes: Partial<
    Parameters<typeof fieldsCoverage>[0][number] & { staffCount: number | null; verifiedOn: string | null }
  >,
) => ({
  type: '综合' as const,
  status: '运行' as const,
  townCode: '310101001',
  field: null,
  staffCount: 3,
  verifiedOn: '2026-11-01',
  ...changes,
});

describe('coverage of the 街镇', () => {
  it('counts 综合 stations in operation only, and names the gaps by district', () => {
    const figure = townCoverage(
      [
        row({}),
        row({ townCode: '310101002', status: '筹建' }),
        row({ townCode: '310104001', type: '专项' }),
        row({ townCode: '310104401' }),
      ],
      towns,
      districts,
    );
    expect([figure.numerator, figure.denominator]).toEqual([1, 3]);
    expect(figure.gaps.map(({ code }) => code)).toEqual(['310101002', '310104001']);
    expect(figure.districts.map(({ numerator, denominator, gaps }) => [numerator, denominator, gaps.length])).toEqual([
      [1, 2, 1],
      [0, 1, 1],
    ]);
  });

  it('does not count a 街镇 twice', () => {
    expect(townCoverage([row({}), row({})], towns, districts).numerator).toBe(1);
  });
});

it('stations are counted by type and status', () => {
  const count = stationCount([row({}), row({ type: '专项' }), row({ type: '专项', status: '撤并' })]);
  expect([count.running, count.total]).toEqual([2, 3]);
  expect(count.byType.专项).toEqual({ 运行: 1, 筹建: 0, 暂停: 0, 撤并: 1 });
});

it('a field counts its stations in operation and the 街镇 that have one', () => {
  const fields = [{ slug: 'jin-du' }, { slug: 'wei-bao' }] as Field[];
  const own = { type: '专项', field: 'jin-du' } as const;
  const [drugs, children] = fieldsCoverage(
    [row(own), row(own), row({ ...own, townCode: '310104001', status: '暂停' })],
    towns,
    fields,
  );
  expect([drugs?.stations, drugs?.numerator, drugs?.denominator]).toEqual([2, 1, 3]);
  expect([children?.stations, children?.numerator]).toEqual([0, 0]);
});

it('staffing counts three and more among those that are known', () => {
  const figure = staffing(
    [
      row({}),
      row({ staffCount: 2 }),
      row({ staffCount: null }),
      row({ staffCount: 9, type: '专项' }),
      row({ status: '暂停' }),
    ],
    3,
  );
  expect([figure.numerator, figure.denominator, figure.unknown]).toEqual([1, 2, 1]);
  expect(figure.gaps.map(({ staffCount }) => staffCount)).toEqual([2]);
});

it('freshness is counted without closed stations', () => {
  const rows = [
    row({}),
    row({ verifiedOn: null }),
    row({ verifiedOn: '2025-01-01' }),
    row({ status: '撤并', verifiedOn: null }),
  ];
  expect(freshnessCounts(rows, '2026-11-23')).toEqual({ 新: 1, 电: 0, 旧: 1, 无: 1 });
});

it('every figure adds up, whatever the rows', () => {
  const any = fc.record({
    type: fc.constantFrom(...STATION_TYPES),
    status: fc.constantFrom(...STATUSES),
    townCode: fc.constantFrom(...towns.map(({ code }) => code), '999999999'),
    staffCount: fc.option(fc.nat(9)),
  });
  fc.assert(
    fc.property(fc.array(any), (rows) => {
      const whole = townCoverage(rows, towns, districts);
      expect(whole.numerator + whole.gaps.length).toBe(whole.denominator);
      expect(whole.districts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator);
      const { byType, total } = stationCount(rows);
      expect(
        Object.values(byType)
          .flatMap((row) => Object.values(row))
          .reduce((a, b) => a + b, 0),
      ).toBe(total);
      const staff = staffing(rows, 3);
      expect(staff.numerator + staff.gaps.length).toBe(staff.denominator);
      expect(staff.denominator + staff.unknown).toBe(byType.综合.运行);
    }),
    { numRuns: 500 },
  );
});
