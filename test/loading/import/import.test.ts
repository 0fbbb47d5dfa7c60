import { describe, expect, it } from 'vitest';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { countsLine, summaryText } from '../../../src/loading/import/report/summary.ts';
import { readTable } from '../../../src/loading/tables/readTable.ts';
import { bytes, cityWith, swap } from '../city.ts';
import {
  after,
  codes,
  emptyCity,
  encoded,
  fullCity,
  importing,
  importRows,
  lines,
  record,
  workbook,
  type Encoding,
} from './files.ts';

const HEAD = ['街镇', '站点名称', '地址', '联系电话', '服务时间'];
const heqiao = (
  address = '荷花路18号1楼',
  phone = '0389-2010011',
  hours = '周一至周五 9:00-11:30、13:00-17:00；国定假日休息',
) => ['荷桥街道', '荷桥街道社工站', address, phone, hours];

describe('matching rows of a file with stations', () => {
  it('changes only the cells that say something else', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路20号', '0389-2010099')]);
    expect(outcome.merge === null ? '' : countsLine(outcome.merge)).toBe('新增 0 · 更新 1 · 不变 0 · 缺失 5');
    expect(outcome.merge?.updated[0]?.changes).toEqual([
      { column: '地址', from: '荷花路18号1楼', to: '荷花路20号' },
      { column: '位置精度', from: '门牌', to: '街镇' },
      { column: '电话', from: '0389-2010011', to: '0389-2010099' },
    ]);
  });

  it('matches by external number, then by id, then by 街镇, type and field', async () => {
    const outcome = await importRows([
      ['外部编号', '站点编号', '街镇', '类型', '领域', '名称', '电话'],
      ['YZ-0005', '', '石泉镇', '综合', '', '石泉镇新站名', '0389-2010061'],
      ['', '990102001-z', '松岭街道', '综合', '', '松岭街道社工站', '0389-2010062'],
      ['', '', '荷桥街道', '专项', '未成年人保护', '荷桥街道未保社工站', '0389-2010063'],
    ]);
    expect(outcome.faults.filter(isBlocking)).toEqual([]);
    expect(record(outcome, '990102101-z')).toMatchObject({ name: '石泉镇新站名', phone: '0389-2010061' });
    expect(record(outcome, '990102001-z').phone).toBe('0389-2010062');
    expect(record(outcome, '990101001-wei-bao').phone).toBe('0389-2010063');
  });

  it('mints an id out of 街镇, type and field that stays the same at the next import', async () => {
    const rows = [
      ['街镇', '类型', '领域', '居村委', '名称', '电话'],
      ['竹坪乡', '综合', '', '', '竹坪乡社工站', '0389-2010071'],
      ['竹坪乡', '专项', '养老', '', '竹坪乡养老社工站', ''],
      ['荷桥街道', '居村', '', '藕塘居委会', '', ''],
    ];
    const first = await importRows(rows);
    expect(first.faults.filter(isBlocking)).toEqual([]);
    expect(first.merge?.added.map(({ id }) => id)).toEqual([
      '990102201-z',
      '990102201-yang-lao',
      expect.stringMatching(/^990101001-0\d\d$/u),
    ]);
    const second = await importRows(rows, {}, after(first));
    expect(second.table).toBeNull();
    expect(second.merge).toMatchObject({ added: [], updated: [], unchanged: 3 });
  });

  it('takes a row that says no type for a new station, never for another one’s new name', async () => {
    const outcome = await importRows([
      ['街镇', '医院名称', '地址'],
      ['荷桥街道', '荷桥医院', '荷花路50号'],
    ]);
    expect(outcome.merge?.added.map(({ id }) => id)).toEqual(['990101001-z-2']);
    expect(record(outcome, '990101001-z').name).toBe('荷桥街道社工站');
    expect(codes(outcome.faults)).toEqual(expect.arrayContaining(['type.assumed', 'station.several']));
  });

  it('never erases with an empty cell, and says nothing of it', async () => {
    const outcome = await importRows([HEAD, ['荷桥街道', '荷桥街道社工站', '', '无', '/']]);
    expect(outcome).toMatchObject({ table: null, merge: { unchanged: 1 } });
  });

  it('reports the stations that the file lacks and deletes none', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路20号')]);
    expect(outcome.merge?.missing.map(({ id }) => id)).toContain('990101002-z');
    expect(outcome.merge?.records).toHaveLength(12);
  });

  it('marks absent stations 撤并 with --retire, with the one that takes over', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路20号')], { retire: true, district: '990101' });
    expect(outcome.merge?.retired.map(({ id }) => id)).toEqual(['990101001-wei-bao', '990101001001-j']);
    expect(record(outcome, '990101001-wei-bao')).toMatchObject({
      status: '撤并',
      successor: '990101001-z',
      status_from: '2026-11-24',
    });
    // Where nobody takes over, nothing is closed.
    expect(record(outcome, '990101101-z').status).toBe('运行');
    expect(codes(outcome.faults)).toContain('retire.alone');
    const again = await importRows(
      [HEAD, heqiao('荷花路20号')],
      { retire: true, district: '990101', today: '2027-01-01' },
      after(outcome),
    );
    expect(again.table).toBeNull();
  });

  it('does not close a district for one stray row', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路20号')], { retire: true });
    expect(outcome.merge?.retired).toEqual([]);
    expect(codes(outcome.faults)).toContain('retire.part');
  });

  it('closes nothing while a row could not be read', async () => {
    const rows = [HEAD, heqiao('荷花路20号'), ['没有的镇', '某站', '', '', '']];
    const outcome = await importRows(rows, { retire: true, district: '990101', skipFaulty: true });
    expect(outcome.merge?.retired).toEqual([]);
    expect(lines(outcome.faults).join('\n')).toContain('有 1 行没有读成，没有把缺失的站标为撤并');
  });

  it('says so too where a whole file, or a row that the strict reader refuses, is left out', async () => {
    const good = { name: '表.csv', bytes: bytes('街镇,名称,地址\n荷桥街道,荷桥街道社工站,荷花路20号\n') };
    const retire = { retire: true, district: '990101', skipFaulty: true };
    const unread = await importing([good, { name: '另.csv', bytes: bytes('%PDF-1.7') }], retire);
    expect(lines(unread.faults).join('\n')).toContain('有文件没有读成，没有把缺失的站标为撤并');
    const refused = await importRows(
      [
        ['街镇', '名称', '怎么走', '工作人员数', '持证人数'],
        ['荷桥街道', '荷桥街道社工站', '从北门进', '', ''],
        ['柳渡街道', '柳渡街道社工站', '', '2', '5'],
      ],
      retire,
    );
    expect(refused).toMatchObject({ leftOut: 1, merge: { updated: [{ id: '990101001-z' }], retired: [] } });
    expect(refused.table).not.toBeNull();
    expect(lines(refused.faults).join('\n')).toContain('有 1 行没有读成，没有把缺失的站标为撤并');
  });

  it('finds two rows for one station and writes nothing', async () => {
    const outcome = await importRows([HEAD, heqiao(), heqiao()]);
    expect(outcome.table).toBeNull();
    expect(lines(outcome.faults.filter(isBlocking))).toEqual([
      expect.stringMatching(/表\.csv 第 3 行.*和第 2 行是同一个站/u),
    ]);
  });

  it('leaves every untouched row as it was, byte for byte', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路20号')]);
    const before = new TextDecoder().decode(fullCity('stations.csv') ?? undefined).split('\n');
    const now = (outcome.table ?? '').split('\n');
    expect(now.filter((line, at) => line !== before[at])).toHaveLength(1);
    expect(readTable('stations', 'stations.csv', bytes(outcome.table ?? '')).faults).toEqual([]);
  });

  it('says that a sample stays a sample, and how to make it official', async () => {
    const sample = cityWith({ 'datapackage.json': swap('"kind": "official"', '"kind": "sample"') });
    const outcome = await importRows([HEAD, heqiao('荷花路20号')], {}, sample);
    expect(summaryText(outcome, false)).toMatch(/仍标为示例[\s\S]*kind 改成 official/u);
    expect(summaryText(await importRows([HEAD, heqiao('荷花路20号')]), false)).not.toContain('示例');
  });
});

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

  it('names the columns that it leaves alone, and never takes names of people', async () => {
    const outcome = await importRows([
      [...HEAD, '满意度', '联系人', '身份证号'],
      [...heqiao('荷花路20号'), '5', '王某某', '11010519491231002X'],
    ]);
    expect(lines(outcome.faults).join('\n')).toMatch(/“满意度”这些列没有导入[\s\S]*“联系人、身份证号”姓名/u);
    expect(outcome.table).not.toContain('王某某');
  });
});

describe('places', () => {
  const town = (name: string, district = '') =>
    importRows(
      [
        ['区', '街镇', '名称', '地址'],
        [district, name, '某站', '某路1号'],
      ],
      {},
      emptyCity,
    );

  it.each([
    ['荷桥街道', '', '990101001'],
    ['荷桥', '', '990101001'],
    ['云泽市临湖区荷桥街道', '', '990101001'],
    ['临湖区荷桥街道办事处', '', '990101001'],
    ['990101001', '', '990101001'],
    ['990101001000', '', '990101001'],
    ['老石泉', '望山区', '990102101'],
    ['石泉', '望山', '990102101'],
    ['苇湾镇人民政府', '临湖', '990101101'],
  ])('%s in “%s” is %s', async (name, district, code) => {
    const outcome = await town(name, district);
    expect(outcome.merge?.added[0]?.id).toMatch(new RegExp(`^${code}-`, 'u'));
  });

  it('asks with candidates where a name resembles several, and guesses nothing', async () => {
    const outcome = await town('石桥镇');
    expect(outcome.table).toBeNull();
    expect(lines(outcome.faults.filter(isBlocking))).toEqual([
      expect.stringMatching(/第 2 行 “街镇”列：“石桥镇”分不清是哪个街镇.*石泉镇（990102101）/u),
    ]);
  });

  it('takes the 街镇 from the name or the address where no column has it', async () => {
    const outcome = await importRows(
      [
        ['站点名称', '地址'],
        ['松岭街道社工站', '某路1号'],
        ['暖心站', '云泽市望山区竹坪乡某路2号'],
      ],
      {},
      emptyCity,
    );
    expect(outcome.merge?.added.map(({ id }) => id)).toEqual(['990102001-z', '990102201-z']);
  });

  it('refuses a row of another district than the one that was given', async () => {
    const outcome = await importRows(
      [
        ['区', '街镇', '名称'],
        ['望山区', '松岭街道', '松岭街道社工站'],
      ],
      { district: '990101' },
    );
    expect(codes(outcome.faults.filter(isBlocking))).toEqual(['district.other']);
  });

  it('lists the districts when the code is none of them', async () => {
    const outcome = await importRows([HEAD, heqiao()], { district: '310110' });
    expect(lines(outcome.faults)).toEqual([expect.stringContaining('990101 临湖区、990102 望山区')]);
  });
});

describe('what can not be understood', () => {
  it('is kept as text in the internal note, told, and gone from there once it is understood', async () => {
    const rows = (hours: string) => [HEAD, heqiao('荷花路18号1楼', '0389-2010011、电话坏了35', hours)];
    const first = await importRows(rows('夏令时8:30-17:30'));
    expect(record(first, '990101001-z')).toMatchObject({
      hours: expect.stringContaining('9:00-11:30'),
      hours_note: '夏令时8:30-17:30',
      note: expect.stringContaining('〔开放时间原文：夏令时8:30-17:30〕'),
    });
    expect(codes(first.faults)).toEqual(expect.arrayContaining(['hours.unread', 'phone.unread']));
    const again = await importRows(rows('夏令时8:30-17:30'), {}, after(first));
    expect(again.table).toBeNull();
    const mended = await importRows(
      [HEAD, heqiao('荷花路18号1楼', '0389-2010011', '周一至周六 8:30-17:30')],
      {},
      after(first),
    );
    expect(record(mended, '990101001-z')).toMatchObject({ hours: '周一至周六 8:30-17:30', hours_note: '', note: '' });
  });

  it('keeps personal data out of the dataset', async () => {
    const outcome = await importRows([
      [...HEAD, '备注'],
      [...heqiao('荷花路18号1楼', '13800000000'), '找小王 13900000000'],
    ]);
    expect(outcome.table).toBeNull();
    expect(codes(outcome.faults)).toEqual(expect.arrayContaining(['phone.mobile', 'personal.left-out']));
    const id = await importRows([
      [...HEAD, '备注'],
      [...heqiao(), '11010519491231002X'],
    ]);
    expect(codes(id.faults.filter(isBlocking))).toEqual(['personal.data']);
  });

  it('turns what a spreadsheet would calculate into plain text', async () => {
    const outcome = await importRows([HEAD, heqiao('=HYPERLINK("http://x")')]);
    expect(record(outcome, '990101001-z').address).toBe('＝HYPERLINK("http://x")');
    expect(codes(outcome.faults)).toContain('cell.formula');
  });

  it('leaves faulty rows out with --skip-faulty and imports the others', async () => {
    const rows = [HEAD, heqiao('荷花路20号'), ['没有的镇', '某站', '', '', '']];
    expect((await importRows(rows)).table).toBeNull();
    const outcome = await importRows(rows, { skipFaulty: true });
    expect(outcome).toMatchObject({ leftOut: 1, merge: { updated: [{ id: '990101001-z' }] } });
    expect(outcome.table).not.toBeNull();
  });

  it('lets nothing through that the strict reader would refuse, and names the row of the file', async () => {
    const outcome = await importRows([
      ['街镇', '名称', '工作人员数', '持证人数'],
      ['荷桥街道', '荷桥街道社工站', '2', '5'],
    ]);
    expect(outcome.table).toBeNull();
    expect(lines(outcome.faults.filter(isBlocking))).toEqual([
      expect.stringMatching(/表\.csv 第 2 行 “符合条件人数”列：“5”比工作人员数还多/u),
    ]);
  });

  it('refuses to add to data that are broken already', async () => {
    const outcome = await importRows([HEAD, heqiao()], {}, cityWith({ 'stations.csv': swap('2026-01-15', '去年') }));
    expect(lines(outcome.faults)).toEqual([expect.stringContaining('stations.csv 第 3 行')]);
  });

  it('protects the address of a new station of a sensitive field', async () => {
    const outcome = await importRows([
      ['街镇', '类型', '领域', '名称', '地址'],
      ['荷桥街道', '专项', '禁毒', '荷桥街道禁毒社工站', '某路1号'],
    ]);
    expect(record(outcome, '990101001-jin-du').publish_level).toBe('仅电话');
    expect(codes(outcome.faults)).toContain('publish_level.assumed');
  });
});
