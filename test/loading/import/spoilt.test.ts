import { describe, expect, it } from 'vitest';
import { codes, HEAD, heqiao, importing, importRows, record, workbook } from './files.ts';

const ID = '990101001-z';
const BEFORE = { address: '荷花路18号1楼', phone: '0389-2010011' };

describe('a cell that a spreadsheet has changed', () => {
  it.each(['2026-09-17', '3月4日', '1900/1/5', '45000', '17-Sep', '9/17'])(
    'never publishes %s as words or as a number',
    async (value) => {
      const outcome = await importRows([
        [...HEAD, '怎么走'],
        [...heqiao(value, value, value), value],
      ]);
      const { address, phone, hours, hours_note, directions } = record(outcome, ID);
      expect({ address, phone }).toEqual(BEFORE);
      expect([hours_note, directions].join()).not.toContain(value);
      expect(hours).toContain('9:00');
      expect(codes(outcome.faults)).toEqual(expect.arrayContaining(['cell.date', 'phone.unread']));
    },
  );

  it('is read as its number format shows it', async () => {
    const file = await workbook(
      [
        ['街镇', '站点名称', '电话', '外部编号', '工作人员数'],
        ['荷桥街道', '荷桥街道社工站', 3892010066, 12, 6],
      ],
      (sheet) => {
        sheet.getCell('C2').numFmt = '0000\\-0000000';
        sheet.getCell('D2').numFmt = '"YZ"-0000';
        sheet.getCell('E2').numFmt = '0"人"';
      },
    );
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(record(outcome, ID)).toMatchObject({ phone: '0389-2010066', external_id: 'YZ-0012', staff_count: '6' });
  });

  it('is told where a date of a workbook stands for a number or for hours', async () => {
    const date = new Date(Date.UTC(2026, 8, 17));
    const file = await workbook([HEAD, ['荷桥街道', '荷桥街道社工站', date, date, date]]);
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(record(outcome, ID)).toMatchObject({ ...BEFORE, hours_note: '' });
    expect(codes(outcome.faults)).toEqual(expect.arrayContaining(['cell.date', 'phone.unread']));
  });

  it('tells of a number that is dropped although nothing else is in the cell', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路18号1楼', '传真0389-2010077')]);
    expect(outcome.faults.find(({ code }) => code === 'phone.guessed')?.message).toContain('传真号没有放进电话');
    expect(record(outcome, ID).phone).toBe(BEFORE.phone);
  });

  it('says once that Excel ate the 0 of a whole column', async () => {
    const outcome = await importRows([
      HEAD,
      heqiao('', '3892010077'),
      ['柳渡街道', '柳渡街道社工站', '', '3892010078', ''],
    ]);
    expect(record(outcome, ID).phone).toBe('0389-2010077');
    expect(
      new Set(outcome.faults.filter(({ code }) => code === 'phone.guessed').map(({ message }) => message)).size,
    ).toBe(1);
  });

  it('is no count of people where it is a day number', async () => {
    const outcome = await importRows([
      ['街镇', '站点名称', '工作人员数'],
      ['荷桥街道', '荷桥街道社工站', '45000'],
    ]);
    expect(codes(outcome.faults)).toContain('count.unread');
  });
});
