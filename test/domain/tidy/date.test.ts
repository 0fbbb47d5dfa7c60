import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSerial, tidyDate } from '../../../src/domain/tidy/date.ts';

describe('a date as clerks write it', () => {
  it.each([
    '2026-11-3',
    '2026/11/3',
    '2026.11.3',
    '2026年11月3日',
    '2026年11月3号',
    '20261103',
    '20261103.0',
    '２０２６．１１．３',
    '二〇二六年十一月三日',
    '2026-11-03 00:00:00',
    '2026-11-03T00:00:00.000Z',
    '2026年11月3日（星期二）',
    ' 2026 年 11 月 3 日 ',
  ])('%s is read without a guess', (cell) => {
    expect(tidyDate(cell)).toEqual({ date: '2026-11-03', guess: null });
  });

  it('says so when it took a day number of Excel, or turned the order round', () => {
    expect(tidyDate('46329')).toEqual({ date: '2026-11-03', guess: expect.stringContaining('序号') });
    expect(tidyDate('11/23/2026')).toEqual({ date: '2026-11-23', guess: expect.stringContaining('月、日、年') });
    expect(tidyDate('23.11.2026')).toEqual({ date: '2026-11-23', guess: expect.stringContaining('日、月、年') });
  });

  it.each(['', '2026年11月', '2026', '2026-02-30', '2026.13.1', '3/11/2026', '26.11.3', '去年', '12345', '99999'])(
    '%j is not made into a day',
    (cell) => {
      expect(tidyDate(cell).date).toBeNull();
    },
  );

  it('reads every day back from every form', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (at) => {
        const iso = at.toISOString().slice(0, 10);
        const [year, month, date] = iso.split('-').map(Number);
        const serial = Math.round((Date.parse(iso) - Date.parse('1899-12-30')) / 86_400_000);
        for (const text of [
          iso,
          `${year}/${month}/${date}`,
          `${year}.${month}.${date}`,
          `${year}年${month}月${date}日`,
          iso.replaceAll('-', ''),
          String(serial),
        ]) {
          expect(tidyDate(text).date).toBe(iso);
        }
        expect(fromSerial(serial)).toBe(iso);
        expect(fromSerial(serial - 1462, true)).toBe(iso);
      }),
      { numRuns: 500 },
    );
  });
});
