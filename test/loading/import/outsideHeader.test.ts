import { describe, expect, it } from 'vitest';
import { bytes } from '../city.ts';
import { codes, importing, importRows, record, workbook } from './files.ts';

const ID = '990101001-z';
const HEAD = ['街镇', '站点名称', '地址', '电话'];
const ROW = ['荷桥街道', '荷桥街道社工站', '荷花路30号', '0389-2010044'];
const csv = (text: string) => importing([{ name: '表.csv', bytes: bytes(text) }]);
const found = (outcome: Awaited<ReturnType<typeof csv>>, code: string) =>
  outcome.faults.find((fault) => fault.code === code);

describe('cells under no heading', () => {
  it.each([
    ['at the end', [...HEAD, ''], [...ROW, '周一至周五']],
    ['in the middle', ['街镇', '站点名称', '', '地址'], ['荷桥街道', '荷桥街道社工站', '甲', '荷花路30号']],
    ['at the start', ['', ...HEAD], ['甲', ...ROW]],
  ])('%s are told with their column, their count and the first value', async (_, head, row) => {
    const outcome = await importRows([head, row]);
    const fault = found(outcome, 'header.none');
    expect(fault?.message).toBe(`第 ${head.indexOf('') + 1} 列没有表头，有 1 格没有导入`);
    expect(row).toContain(fault?.value);
  });

  it('are told of a workbook whose rows go on behind the header', async () => {
    const outcome = await importing([
      { name: '表.xlsx', bytes: await workbook([HEAD, [...ROW, '无', '甲'], ROW.slice(0, 2)]) },
    ]);
    expect(found(outcome, 'header.none')?.message).toContain('第 6 列没有表头，有 1 格');
  });
});

describe('a row that is longer than the header', () => {
  it.each(['示例路77号,2楼', '示例路77号,2楼,东侧', '某路1号,某大厦'])('must be mended: %s', async (address) => {
    const outcome = await csv(`${HEAD.join(',')}\n荷桥街道,荷桥街道社工站,${address},0389-2010044\n`);
    expect(found(outcome, 'row.long')).toMatchObject({ row: 2, level: '必须改' });
    expect(outcome.table).toBeNull();
  });

  it('is read where the comma stands in quotes, or only blank cells follow', async () => {
    const outcome = await csv(`${HEAD.join(',')}\n荷桥街道,荷桥街道社工站,"示例路77号,2楼",0389-2010044,,\n`);
    expect(record(outcome, ID)).toMatchObject({ address: '示例路77号,2楼', phone: '0389-2010044' });
  });
});

describe('a second row of headings', () => {
  it.each([
    ['上班时间', ['上午', '下午']],
    ['开放时间', ['夏令时', '冬令时']],
    ['电话', ['总机', '夜间值守']],
    ['服务时间', ['（工作日）', '（双休日）']],
  ])('that nobody knows refuses the sheet: %s', async (title, parts) => {
    const data = ['荷桥街道', '荷桥街道社工站', '周一至周五 8:30-11:30', '周一至周五 13:30-17:00'];
    const outcome = await importRows([['街镇', '社工站名称', title, ''], ['', '', ...parts], data], {
      skipFaulty: true,
    });
    expect(codes(outcome.faults)).toContain('header.rows');
    expect(outcome.table).toBeNull();
  });
});

describe('headings', () => {
  it('lists as not imported what is of somebody else', async () => {
    const others = ['项目名称', '承接机构地址', '主管部门电话', '夏季开放时间'];
    const outcome = await importRows([
      ['街镇', ...others],
      ['荷桥街道', '暖心项目', '别处1号', '0389-2010099', '周一至周日 9:00-20:00'],
    ]);
    expect(found(outcome, 'header.unknown')?.value.split('、').sort()).toEqual([...others].sort());
    expect(outcome.merge).toMatchObject({ added: [], updated: [] });
  });

  it('takes numbered telephones together, and the coordinates whose heading names their system', async () => {
    const outcome = await importRows([
      ['街镇', 'poi_name', '电话1', '电话2', 'long', 'lat', '百度经度', '百度纬度'],
      ['荷桥街道', '荷桥街道社工站', '0389-2010044', '0389-2010045', '112.49', '28', '112.4970', '28.0020'],
    ]);
    expect(record(outcome, ID)).toMatchObject({
      phone: '0389-2010044、0389-2010045',
      lon: '112.497',
      lat: '28.002',
      crs: 'BD09',
    });
  });

  it('pairs no 经度 with the 纬度 of another system', async () => {
    const outcome = await importRows([
      ['街镇', '名称', '经度', '百度经度', '百度纬度', '坐标系'],
      ['荷桥街道', '荷桥街道社工站', '112.49', '112.4970', '28.0020', ''],
    ]);
    expect(record(outcome, ID)).toMatchObject({ lon: '112.497', crs: 'BD09' });
    expect(found(outcome, 'header.unknown')?.value).toBe('经度');
  });
});

describe('a sum', () => {
  it.each(['临湖区小计', '荷桥街道合计', '合计：3个', '全区总计', '本页小计'])(
    'is no station, wherever it stands: %s',
    async (sum) => {
      for (const row of [
        [sum, '1个', '4'],
        ['', sum, '4'],
      ]) {
        const outcome = await importRows([
          ['街镇', '站点名称', '工作人员数'],
          ['荷桥街道', '荷桥街道社工站', '6'],
          row,
        ]);
        expect(codes(outcome.faults)).toContain('row.skipped');
        expect(record(outcome, ID).staff_count).toBe('6');
        expect(outcome.merge?.added).toEqual([]);
      }
    },
  );
});
