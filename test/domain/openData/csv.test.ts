import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { plainCsv, toCsv, unguarded } from '../../../src/domain/openData/csv.ts';

const RUNS = process.env['NIGHTLY'] === '1' ? 10_000 : 500;
const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ''), { delimiter: ',' }).data.slice(0, -1);

describe('a CSV file for Excel', () => {
  it('begins with a byte order mark and ends its lines with CRLF', () => {
    expect(toCsv(['甲', '乙'], [['1', null]])).toBe('\uFEFF甲,乙\r\n1,\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86 21', "'+86 21"],
    ['-cmd|x', "'-cmd|x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝HYPERLINK("x")', `"'＝HYPERLINK(""x"")"`],
    ['-12.5', '-12.5'],
    ["'=1", "''=1"],
    ["O'Neil", "O'Neil"],
  ])('writes %s as text', (value, cell) => {
    expect(plainCsv(['a'], [[value]])).toBe(`a\r\n${cell}\r\n`);
  });

  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...`'=+-@＝,"\r\n\t01a`) }));

  it('gives every text back, and holds no cell that could run', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = rowsOf(toCsv(['a', 'b', 'c'], rows)).slice(1);
        expect(read.map((row) => row.map(unguarded))).toEqual(rows);
        const running = read.flat().filter((text) => /^[=+\-@＝＋－＠\t\r\n]/u.test(text));
        expect(running.filter((text) => !/^-\d+(?:\.\d+)?$/u.test(text))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
