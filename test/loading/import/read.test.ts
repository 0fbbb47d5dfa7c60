import { describe, expect, it } from 'vitest';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { summaryText } from '../../../src/loading/import/report/summary.ts';
import { bytes } from '../city.ts';
import {
  after,
  codes,
  encoded,
  HEAD,
  heqiao,
  importing,
  importRows,
  lines,
  record,
  workbook,
  type Encoding,
} from './files.ts';

describe('what stands above, beside and below the data', () => {
  it('finds the header below titles, in two rows, with notes and stars in it', async () => {
    const file = await workbook(
      [
        ['云泽市社工站一览表'],
        ['填报单位：临湖区'],
        ['序号', '所属街镇（必填）', '社工站\n名称*', '办公地址', '联系电话', '坐标', '', '坐标系'],
        ['', '', '', '', '', '经度', '纬度', ''],
        [1, '荷桥街道', '荷桥街道社工站', '荷花路18号1楼', '0389-2010044', 112.4963, 28.0008, '高德'],
        ['合计', 1],
        ['注：以上为11月数据'],
      ],
      (sheet) => {
        sheet.mergeCells('A1:H1');
        sheet.mergeCells('F3:G3');
        for (const column of 'ABCDEH') sheet.mergeCells(`${column}3:${column}4`);
      },
    );
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(outcome.faults.filter(isBlocking)).toEqual([]);
    expect(outcome.merge?.updated[0]?.changes).toEqual([{ column: '电话', from: '0389-2010011', to: '0389-2010044' }]);
  });

  it('passes a sheet over that nobody has filled in yet, beside one that is filled in', async () => {
    const file = await workbook([HEAD, heqiao('荷花路30号')], (_, book) => {
      book.addWorksheet('居村站').addRow(HEAD);
    });
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(outcome.faults.filter(isBlocking)).toEqual([]);
    expect(record(outcome, '990101001-z').address).toBe('荷花路30号');
    expect(outcome.files[0]?.notes).toContain('“居村站”表表头下面没有数据');
  });

  it('knows headings by their ends where no list has them, unless a listed one stands beside', async () => {
    const outcome = await importRows([
      ['服务网点名称', '所在街镇', '网点地址', '网点电话', '现在的电话'],
      ['荷桥街道社工站', '荷桥街道', '荷花路30号', '0389-2010044', ''],
    ]);
    expect(record(outcome, '990101001-z')).toMatchObject({ address: '荷花路30号', phone: '0389-2010044' });
    const beside = await importRows([
      ['名称', '所在街镇', '电话', '现在的电话', '负责人电话'],
      ['荷桥街道社工站', '荷桥街道', '0389-2010044', '0389-2010011', '0389-2010055'],
    ]);
    expect(record(beside, '990101001-z').phone).toBe('0389-2010044');
  });

  it('says once what is wrong in many rows, with every row and the first values', async () => {
    const outcome = await importRows([
      HEAD,
      ...['某街道', '另街道', '别街道', '又街道'].map((town) => [town, `${town}社工站`, '', '', '9:00-17:00']),
      heqiao(),
      ['再街道', '再街道社工站', '', '', ''],
    ]);
    const text = summaryText(outcome, false);
    expect(text).toContain('第 2–5、7 行 “街镇”列（5 处）：“某街道”、“另街道”、“别街道”等');
    expect(text).toContain('第 2–5 行 “服务时间”列（4 处）：“9:00-17:00”');
    expect(text.match(/必须改】/gu)).toHaveLength(1);
  });

  it('takes no address alone for a station: the 街镇 in it would be given somebody else’s', async () => {
    const outcome = await importRows([
      ['地址', '电话'],
      ['荷桥街道荷花路99号', '0389-2010099'],
    ]);
    expect(codes(outcome.faults.filter(isBlocking))).toEqual(['name.missing']);
    expect(outcome.table).toBeNull();
  });

  it('spreads merged cells down and passes hidden sheets over with a note', async () => {
    const file = await workbook(
      [HEAD, ['荷桥街道', '荷桥街道社工站', '荷花路30号', '', ''], ['', '荷桥街道未保社工站', '荷花路31号', '', '']],
      (sheet, book) => {
        sheet.mergeCells('A2:A3');
        book.addWorksheet('旧的', { state: 'hidden' }).addRow(HEAD);
      },
    );
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(outcome.merge?.updated.map(({ id }) => id)).toEqual(['990101001-z', '990101001-wei-bao']);
    expect(lines(outcome.faults).join('\n')).toContain('隐藏的工作表没有读：旧的');
  });

  it('reads formula results, rich text, links, dates and numbers as they are shown', async () => {
    const file = await workbook([
      [...HEAD, '成立时间', '工作人员数', '核实日期'],
      [
        '荷桥街道',
        { richText: [{ text: '荷桥' }, { text: '街道社工站' }] },
        { text: '荷花路19号', hyperlink: 'https://example.org' },
        { formula: '"0389-"&2010055', result: '0389-2010055' },
        '',
        new Date(Date.UTC(2024, 5, 2)),
        5,
        46295,
      ],
    ]);
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(record(outcome, '990101001-z')).toMatchObject({
      name: '荷桥街道社工站',
      address: '荷花路19号',
      phone: '0389-2010055',
      opened_on: '2024-06-02',
      staff_count: '5',
      verified_on: '2026-09-30',
    });
  });

  it('leaves struck-out words unread and says so', async () => {
    const file = await workbook([
      HEAD,
      [
        '荷桥街道',
        '荷桥街道社工站',
        '',
        { richText: [{ text: '0389-2010011', font: { strike: true } }, { text: '0389-2010066' }] },
        '',
      ],
    ]);
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(record(outcome, '990101001-z').phone).toBe('0389-2010066');
    expect(codes(outcome.faults)).toContain('cell.struck');
  });

  it('reads several sheets and several files, or the one sheet that is asked for', async () => {
    const file = await workbook([HEAD, heqiao('荷花路21号')], (_, book) => {
      const second = book.addWorksheet('专项');
      second.addRow(HEAD);
      second.addRow(['荷桥街道', '荷桥街道未保社工站', '荷花路22号']);
      book.addWorksheet('填写说明').addRow(['街镇', '站点名称', '地址']);
    });
    const both = await importing([
      { name: '表.xlsx', bytes: file },
      { name: '另.csv', bytes: bytes('街镇,名称,地址\n柳渡街道,柳渡街道社工站,渡口路7号\n') },
    ]);
    expect(both.merge?.updated).toHaveLength(3);
    const one = await importing([{ name: '表.xlsx', bytes: file }], { sheet: '专项' });
    expect(one.merge?.updated.map(({ id }) => id)).toEqual(['990101001-wei-bao']);
    const none = await importing([{ name: '表.xlsx', bytes: file }], { sheet: '居村' });
    expect(lines(none.faults)).toEqual([expect.stringContaining('有这些：站点、专项、填写说明')]);
    const text = await importRows([HEAD, heqiao()], { sheet: '专项' });
    expect(lines(text.faults)).toEqual([expect.stringContaining('这个文件只有一张表，去掉 --sheet')]);
  });

  it.each<Encoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'])('reads text in %s', async (encoding) => {
    const text = `街镇\t名称\t地址\r\n荷桥街道\t荷桥街道社工站\t荷花路23号\r\n`;
    const outcome = await importing([{ name: '表.tsv', bytes: encoded(text, encoding) }]);
    expect(record(outcome, '990101001-z').address).toBe('荷花路23号');
  });
});

describe('what can not be understood', () => {
  it('is kept as text in the internal note, told, and gone from there once it is understood', async () => {
    const rows = (hours: string) => [HEAD, heqiao('荷花路18号1楼', '0389-2010011、电话坏了35', hours)];
    const first = await importRows(rows('夏令时8:30-17:30'));
    expect(record(first, '990101001-z')).toMatchObject({
      // The plan that we knew may be over: its days are days to call before.
      hours: expect.stringMatching(/9:00-11:30.*预约/u),
      hours_note: '夏令时8:30-17:30',
      note: expect.stringContaining('〔开放时间原文：夏令时8:30-17:30〕'),
    });
    expect(codes(first.faults)).toEqual(expect.arrayContaining(['hours.unread', 'phone.unread']));
    const again = await importRows(rows('夏令时8:30-17:30'), {}, after(first));
    expect(again.table).toBeNull();
    const called = await importRows(
      rows('夏令时8:30-17:30'),
      {},
      after(
        await importRows([HEAD, heqiao('荷花路18号1楼', '0389-2010011', '周一至周六 8:30-17:30')], {}, after(first)),
      ),
    );
    expect(codes(called.faults)).toContain('hours.doubted');
    const mended = await importRows(
      [HEAD, heqiao('荷花路18号1楼', '0389-2010011', '周一至周六 8:30-17:30')],
      {},
      after(first),
    );
    expect(record(mended, '990101001-z')).toMatchObject({ hours: '周一至周六 8:30-17:30', hours_note: '', note: '' });
  });

  it('turns what a spreadsheet would calculate into plain text', async () => {
    const outcome = await importRows([HEAD, heqiao('=HYPERLINK("http://x")')]);
    expect(record(outcome, '990101001-z').address).toBe('HYPERLINK("http://x")');
    expect(codes(outcome.faults)).toContain('cell.formula');
  });
});
