import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/loading/dataset.ts';
import { worklist } from '../../../src/loading/handouts/callList.ts';
import { stationsToCall } from '../../../src/domain/station/callList.ts';
import { cityWith } from '../city.ts';
import { codes, importing, record } from '../import/files.ts';

const TODAY = '2026-11-20';
const dataset = loadDataset(cityWith({}));

async function sheetOf(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const sheet = workbook.getWorksheet('回访');
  if (sheet === undefined) throw new Error('no sheet');
  const titles = (sheet.getRow(1).values as string[]).slice(1);
  const cell = (row: number, title: string) => sheet.getCell(row, titles.indexOf(title) + 1);
  return { workbook, sheet, titles, cell };
}

describe('the stations to ring up', () => {
  it('are those not verified for half a year: never first, then the oldest; closed ones not at all', () => {
    expect(stationsToCall(dataset.stations, TODAY).map(({ id }) => id)).toEqual([
      '990101101-z',
      '990102101-z',
      '990101002-z',
    ]);
    expect(stationsToCall(dataset.stations, '2028-01-01').map(({ id }) => id)).not.toContain('990102001-wei-bao');
  });

  it('come as the same bytes each time, for one district or for all', async () => {
    const all = await worklist(dataset, null, TODAY);
    expect(all.count).toBe(3);
    expect((await worklist(dataset, '990101', TODAY)).count).toBe(2);
    expect(Buffer.from((await worklist(dataset, null, TODAY)).workbook).equals(Buffer.from(all.workbook))).toBe(true);
  });

  it('stand in a sheet with empty cells for the clerk and lists of choices', async () => {
    const { cell, titles } = await sheetOf((await worklist(dataset, '990101', TODAY)).workbook);
    expect(titles.slice(0, 9)).toEqual([
      '站点名称',
      '登记的电话',
      '上次核实',
      '结果',
      '核实日期',
      '核实单位',
      '新电话',
      '新地址',
      '新开放时间',
    ]);
    expect(cell(2, '站点名称').value).toBe('苇湾镇社工站');
    expect(cell(2, '上次核实').value).toBe('没有核实过');
    expect(cell(3, '上次核实').value).toBe('2026年1月15日，距今309天');
    expect(cell(2, '核实日期').value).toBeNull();
    expect(cell(2, '结果').dataValidation.type).toBe('list');
  });
});

describe('the filled list', () => {
  it('goes back through the import: what was filled in is taken, the rest stays as it was', async () => {
    const { workbook, cell } = await sheetOf((await worklist(dataset, null, TODAY)).workbook);
    cell(2, '核实日期').value = '2026-11-19';
    cell(2, '核实单位').value = '临湖区民政局';
    cell(2, '新开放时间').value = '周一至周五 9:00-17:00';
    cell(3, '结果').value = '没人接';
    cell(4, '核实日期').value = '2026年11月18日';
    cell(4, '新电话').value = '0389-2010099';
    cell(4, '结果').value = '打通了，有改动';
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const outcome = await importing([{ name: '回访.xlsx', bytes }]);
    expect(outcome.faults.filter(({ level }) => level === '必须改')).toEqual([]);
    expect(codes(outcome.faults)).toEqual(['header.unknown']);
    expect(outcome.merge?.added).toEqual([]);
    expect(record(outcome, '990101101-z')).toMatchObject({
      verified_on: '2026-11-19',
      verified_by: '临湖区民政局',
      hours: '周一至周五 9:00-17:00',
      phone: '0389-2010014',
    });
    expect(record(outcome, '990102101-z')).toMatchObject({ verified_on: '2025-05-06', phone: '0389-2010016' });
    expect(record(outcome, '990101002-z')).toMatchObject({ verified_on: '2026-11-18', phone: '0389-2010099' });
    expect(outcome.merge?.updated.length).toBe(2);
  });
});
