import { describe, expect, it } from 'vitest';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { countsLine, summaryText } from '../../../src/loading/import/report/summary.ts';
import { readTable } from '../../../src/loading/tables/readTable.ts';
import { bytes, cityWith, swap } from '../city.ts';
import { after, codes, fullCity, HEAD, heqiao, importRows, lines, record } from './files.ts';

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

describe('rows that the data can not take', () => {
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
});
