import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { readInput } from '../../../src/loading/import/read/readFile.ts';
import { sameValue } from '../../../src/loading/import/merge/sameValue.ts';
import type { StationColumn } from '../../../src/loading/import/read/draft.ts';
import { after, emptyCity, encoded, importing, lines, workbook } from './files.ts';
import { fileOf, mess, table } from './messyTable.ts';
import { bytes } from '../city.ts';

/** The nightly run tries many times as many. */
const RUNS = process.env['NIGHTLY'] === '1' ? 10_000 : 200;
const TIMEOUT = process.env['NIGHTLY'] === '1' ? 3_600_000 : 240_000;

describe('any table of valid stations', () => {
  it(
    'survives being written, messed up and imported, and a second import changes nothing',
    async () => {
      await fc.assert(
        fc.asyncProperty(table, mess, async (stations, how) => {
          const file = await fileOf(stations, how);
          const outcome = await importing([file], {}, emptyCity);
          expect(lines(outcome.faults.filter(isBlocking))).toEqual([]);
          expect(outcome.merge?.added).toHaveLength(stations.length);
          for (const expected of stations) {
            const found = outcome.merge?.records.find(
              (one) =>
                one.town_code === expected.town_code && one.type === expected.type && one.field === expected.field,
            );
            for (const column of Object.keys(expected).filter((name) => name !== 'town_name') as StationColumn[]) {
              const [want = '', got = ''] = [expected[column], found?.[column]];
              expect(sameValue(column, got, want), `${column}: ${want} ≠ ${got}`).toBe(true);
            }
          }
          const again = await importing([file], {}, after(outcome, emptyCity));
          expect(again.table).toBeNull();
          expect(again.merge).toMatchObject({ added: [], updated: [], unchanged: stations.length });
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

describe('any bytes at all', () => {
  it(
    'end in a located error or a table, never in an exception',
    async () => {
      const workbookBytes = await workbook([
        ['街镇', '名称'],
        ['荷桥街道', '荷桥街道社工站'],
      ]);
      const text = encoded('街镇,名称\r\n荷桥街道,荷桥街道社工站\r\n', 'gb18030');
      const spoilt = (good: Uint8Array) =>
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
          const copy = Uint8Array.from(good);
          for (const [at, value] of changes) copy[at] = value;
          return copy;
        });
      const soup = fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 300 }).map((rest) => Uint8Array.from([0x50, 0x4b, 3, 4, ...rest])),
        fc.uint8Array({ maxLength: 300 }).map((rest) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...rest])),
        fc.string({ unit: 'binary', maxLength: 200 }).map(bytes),
        fc.string({ unit: fc.constantFrom(...'街镇名称,\t"\n\r;荷桥道社工站=+0'), maxLength: 80 }).map(bytes),
        fc.tuple(fc.nat(workbookBytes.length), fc.constant(workbookBytes)).map(([end, all]) => all.subarray(0, end)),
        spoilt(workbookBytes),
        spoilt(text),
      );
      await fc.assert(
        fc.asyncProperty(soup, fc.constantFrom('表.xlsx', '表.csv', '表.tsv', '表.xls'), async (content, name) => {
          const reading = await readInput({ name, bytes: content });
          for (const fault of reading.faults)
            expect([fault.file, fault.message !== '', fault.remedy !== '']).toEqual([name, true, true]);
          if (reading.grid === null) expect(reading.faults.some(isBlocking)).toBe(true);
          const outcome = await importing([{ name, bytes: content }], {}, emptyCity);
          if (outcome.table === null)
            expect(outcome.faults.some(isBlocking) || outcome.merge?.added.length === 0).toBe(true);
          if ((outcome.merge?.added.length ?? 0) === 0) expect(outcome.faults.some(isBlocking)).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
