import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/domain/dataset/columns.ts';
import { overlap, type Parity } from '../../../src/domain/place/place.ts';
import { readDataset } from '../../../src/loading/dataset.ts';
import { dataRuleFaults } from '../../../src/loading/rules/allTables.ts';
import { extentFaults } from '../../../src/loading/rules/extents.ts';
import { cityWith } from '../city.ts';

const [LOTUS, SOUTH, OTHER_TOWN, OTHER_DISTRICT] = ['990101001001', '990101001002', '990101002001', '990102001001'];
const HEADER = TABLES.places.map(({ name }) => name).join(',');

/** A row of places.csv: committee, kind, name, unit, from, to, parity, inside, note. */
const line = (cells: readonly (string | number)[]) => {
  const [committee = '', kind = '', name = '', unit = '', from = '', to = '', parity = '', inside = '', note = ''] =
    cells;
  return [committee, kind, name, unit, from, to, parity, inside, '', note, '街道报送', '2026-11-01'].join(',');
};

const reading = (...rows: readonly (readonly (string | number)[])[]) =>
  readDataset(cityWith({ 'places.csv': () => `${[HEADER, ...rows.map(line)].join('\n')}\n` }));

const told = (...rows: readonly (readonly (string | number)[])[]) =>
  extentFaults(reading(...rows).tables).map(({ code, row, message }) => `${code} ${String(row)} ${message}`);

describe('places that two 居委会 have', () => {
  it('are told in both rows, with the row and the name of the other', () => {
    expect(told([LOTUS, '路段', '莲子路', '号', 1, 9], [SOUTH, '路段', '莲子路', '号', 5, 20])).toEqual([
      'place-overlap 3 和第 2 行荷花居委会的“莲子路1–9号”重了',
      'place-overlap 2 和第 3 行南桥居委会的“莲子路5–20号”重了',
    ]);
  });

  it.each([
    ['other numbers', [LOTUS, '路段', '莲子路', '号', 1, 9], [SOUTH, '路段', '莲子路', '号', 10, 20]],
    [
      'the other side of the road',
      [LOTUS, '路段', '莲子路', '号', 1, 9, '单'],
      [SOUTH, '路段', '莲子路', '号', 2, 8, '双'],
    ],
    ['another unit', [LOTUS, '路段', '莲子路', '号', 5, 5], [SOUTH, '路段', '莲子路', '弄', 5, 5]],
    [
      'parts of one lane',
      [LOTUS, '路段', '莲子路', '号', 1, 7, '', '555弄'],
      [SOUTH, '路段', '莲子路', '号', 8, 9, '', '555弄'],
    ],
    ['one 居委会', [LOTUS, '路段', '莲子路', '号', 1, 9], [LOTUS, '路段', '莲子路', '号', 5, 9]],
    [
      'a road of the same name in another 区',
      [LOTUS, '路段', '莲子路', '号', 1, 9],
      [OTHER_DISTRICT, '路段', '莲子路', '号', 5, 9],
    ],
    ['an estate of the same name in another 街镇', [LOTUS, '小区', '莲子村'], [OTHER_TOWN, '小区', '莲子村']],
  ])('are not %s', (_, one, other) => {
    expect(told(one, other)).toEqual([]);
  });

  it.each([
    [
      'a lane and a part of it',
      [LOTUS, '路段', '莲子路', '弄', 501, 599, '单'],
      [SOUTH, '路段', '莲子路', '号', 1, 7, '', '555弄'],
    ],
    ['a whole road and a number', [LOTUS, '路段', '莲子路'], [SOUTH, '路段', '莲子路', '号', 700, '']],
    ['a whole estate and a part', [LOTUS, '小区', '莲子村'], [SOUTH, '小区', '莲子村', '幢', 1, 3]],
    ['a road of two 街镇', [LOTUS, '路段', '莲子路', '号', '', 99], [OTHER_TOWN, '路段', '莲子路', '号', 50, '', '双']],
  ])('are %s', (_, one, other) => {
    expect(told(one, other)).toHaveLength(2);
    expect(told(other, one)).toHaveLength(2);
  });

  it('are allowed where both rows say so, and only then', () => {
    const [one, other] = [
      [LOTUS, '路段', '莲子路', '号', 1, 9, '', '', '转角，两个居委会都有'],
      [SOUTH, '路段', '莲子路', '号', 9, 20, '', '', '两个居委会都有'],
    ] as const;
    expect(told(one, other)).toEqual([]);
    expect(told(one, other.slice(0, 8))).toHaveLength(2);
    expect(
      told([LOTUS, '小区', '莲子村', '', '', '', '', '', '两个居委会都有'], [SOUTH, '小区', '莲子村']),
    ).toHaveLength(2);
  });

  it('are found whatever the rows: some are told where any two overlap, none where none do', () => {
    const row = fc.record({
      owner: fc.constantFrom(LOTUS, SOUTH, '990101001003'),
      from: fc.integer({ min: 1, max: 30 }),
      length: fc.nat(6),
      parity: fc.constantFrom<Parity>('单', '双', '全'),
      shared: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (all) => {
        const runs = all.map(({ owner, from, length, parity, shared }) => {
          const start = parity === '全' || (from % 2 === 1) === (parity === '单') ? from : from + 1;
          return { owner, shared, parity, from: start, to: start + (parity === '全' ? length : 2 * length) };
        });
        const clash = runs.some((a) =>
          runs.some((b) => a.owner !== b.owner && !(a.shared && b.shared) && overlap(a, b)),
        );
        const cells = runs.map(({ owner, from, to, parity, shared }) => [
          ...[owner, '路段', '莲子路', '号', from, to, parity, '', shared ? '两个居委会都有' : ''],
        ]);
        expect(told(...cells).length > 0).toBe(clash);
      }),
      { numRuns: process.env['NIGHTLY'] === '1' ? 10_000 : 300 },
    );
  });
});

describe('a table of places', () => {
  it('must know its 居委会', () => {
    expect(reading(['990101009001', '小区', '莲子村']).faults.map(({ code }) => code)).toEqual(['pointer-nowhere']);
  });

  it('holds no personal data in what is published', () => {
    const faults = dataRuleFaults(reading([LOTUS, '小区', '莲子村13812345678']), '2026-11-23');
    expect(faults.filter(({ file }) => file === 'places.csv').map(({ code }) => code)).toEqual(['personal-data']);
  });

  it('is checked in whole at the size of a great city', () => {
    const rows = Array.from({ length: 80_000 }, (_, at) => [
      Math.floor(at / 40) % 2 === 0 ? LOTUS : SOUTH,
      ...['路段', `第${at % 40}路`, '号', 1 + Math.floor(at / 40) * 2, '', at % 3 === 0 ? '单' : ''],
    ]);
    expect(extentFaults(reading(...rows).tables).length).toBeGreaterThan(70_000);
  }, 60_000);
});
