import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabicNumbers } from '../../../../src/domain/language/numerals.ts';
import { type Extent, writeExtent } from '../../../../src/domain/place/extent.ts';
import { readExtent } from '../../../../src/domain/tidy/extent/grammar.ts';
import { expectedOf, keyOf, manner, named, writtenCell } from './writings.ts';

/** The nightly run tries many times as many. */
const RUNS = process.env['NIGHTLY'] === '1' ? 10_000 : 500;

const WORDS = [
  ...'甲路|乙新村|丙花园|丁|1|12|555|99999|1234567|弄|号|幢|组|门|室|支弄|附|之|#|甲|A'.split('|'),
  ...'-|—|至|到|、|，|；|。|\n| |：|（|）|(|)|单号|（双）|双|全部|整条|部分|等|除|外|不含|以后|以下|以东|东至|四至'.split(
    '|',
  ),
  ...'和|与|及|以及|第|三|四九九|一、|1.|①|（1）|联系人|王建国|13812345678|又名|含|😀|\u200b|０|１'.split('|'),
];

describe('any set of ranges', () => {
  it('reads back as the same set, however it is written', () => {
    fc.assert(
      fc.property(fc.array(named, { minLength: 1, maxLength: 5 }), manner, (all, how) => {
        const cell = writtenCell(all, how);
        const { extents, remarks } = readExtent(cell);
        expect({ cell, read: [...new Set(extents.map(keyOf))].sort(), remarks }).toEqual({
          cell,
          read: expectedOf(all),
          remarks: [],
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('reads back as pages write it', () => {
    fc.assert(
      fc.property(fc.array(named, { minLength: 1, maxLength: 5 }), (all) => {
        const extents = all.flatMap(({ name, inside, runs }): Omit<Extent, 'aliases'>[] =>
          runs.length === 0
            ? [{ kind: '小区', name, inside: '', unit: null, from: null, to: null, parity: '全' }]
            : runs.map((run) => ({ kind: /[路街道]$/u.test(name) ? '路段' : '小区', name, inside, ...run })),
        );
        const { extents: read, remarks } = readExtent(extents.map(writeExtent).join('；'));
        expect({ read: [...new Set(read.map(keyOf))].sort(), remarks }).toEqual({ read: expectedOf(all), remarks: [] });
      }),
      { numRuns: RUNS },
    );
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('ends in rows whose numbers all stand in it, and in remarks with their places', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const { extents, remarks } = readExtent(cell, '示例村');
        const plain = cell
          .replace(/[①-⓿❶-➓]/gu, ' ')
          .normalize('NFKC')
          .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
        const numbers = new Set(`${plain} ${arabicNumbers(plain)}`.match(/\d+/gu)?.map(Number));
        for (const { from, to, unit, parity } of extents) {
          for (const end of [from, to]) if (end !== null) expect(numbers).toContain(end);
          if (from !== null && to !== null) expect(from).toBeLessThanOrEqual(to);
          if (parity !== '全') expect(unit).not.toBeNull();
        }
        for (const { from, to, text: words } of remarks) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(cell.length);
          expect(words === '' || cell.slice(from, to).includes(words)).toBe(true);
          expect(words).not.toMatch(/\d{7}/u);
        }
      }),
      { numRuns: RUNS * 4 },
    );
  });

  it('never keeps a number that is excepted', () => {
    fc.assert(
      fc.property(
        named,
        fc.constantFrom('（除1号）', '除1号外', '（不含1号）', '不包括1号', '（1号除外）'),
        (one, except) => {
          fc.pre(one.runs.length > 0);
          const cell = writtenCell([one], {
            ...{
              dash: '-',
              comma: '、',
              stop: '；',
              colon: '：',
              bracket: ['（', '）'] as const,
              parity: 'long' as const,
            },
            ...{ units: 'both' as const, signs: 'half' as const, marks: 'none' as const, entering: 'each' as const },
            noStop: false,
          });
          const { extents, remarks } = readExtent(`${cell}${except}；乙新村1-9号`);
          expect(extents.map(keyOf)).toEqual(['乙新村||1-9号全']);
          expect(remarks.map(({ kind }) => kind)).toContain('除外');
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('takes time in line with its length', () => {
    for (const seed of ['甲路1号、', '除', '(', '甲', '1-', '全部', '1 ', '丙新村（甲路1号', '😀', ' '])
      expect(() => readExtent(seed.repeat(100_000 / seed.length))).not.toThrow();
  }, 20_000);
});
