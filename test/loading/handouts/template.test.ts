import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { stationTemplate } from '../../../src/loading/handouts/template.ts';
import { after, importing } from '../import/files.ts';

const FIELDS = ['未保', '禁毒', '养老'];

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

const headings = (sheet: ExcelJS.Worksheet | undefined) => (sheet?.getRow(1).values as string[]).slice(1);

describe('the template', () => {
  it('offers the words of the vocabularies, and nothing else', async () => {
    const sheet = (await open(await stationTemplate(FIELDS))).getWorksheet('填报');
    const choices = (title: string) =>
      sheet?.getCell(2, headings(sheet).indexOf(title) + 1).dataValidation?.formulae[0];
    expect(choices('类型')).toBe('"综合,专项,居村"');
    expect(choices('状态')).toBe('"运行,筹建,暂停,撤并"');
    expect(choices('位置精度')).toBe('"门牌,道路,街镇"');
    expect(choices('坐标系')).toBe('"WGS84,CGCS2000,GCJ02,BD09"');
    expect(choices('公开范围')).toBe('"全部,仅电话,仅街镇"');
    expect(choices('领域')).toBe('"未保,禁毒,养老"');
    expect(sheet?.getCell(501, headings(sheet).indexOf('类型') + 1).dataValidation).toBeDefined();
  });

  it('puts choices too long for a rule into a sheet', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `很长的领域名${at}`);
    const book = await open(await stationTemplate(many));
    const sheet = book.getWorksheet('填报');
    expect(sheet?.getCell(2, headings(sheet).indexOf('领域') + 1).dataValidation?.formulae[0]).toBe('选项!$A$2:$A$61');
    expect(book.getWorksheet('选项')?.getCell('A61').value).toBe(many[59]);
  });

  it('has evidently fictitious examples in a sheet that is not imported, and the dictionary', async () => {
    const bytes = await stationTemplate(FIELDS);
    const book = await open(bytes);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '填报',
      '管辖范围',
      '示例（不导入）',
      '示例管辖范围（不导入）',
      '说明',
    ]);
    const text = JSON.stringify(book.getWorksheet('示例（不导入）')?.getSheetValues());
    expect(text).toContain('示例街道社工站');
    expect(text).not.toMatch(/[2-8]\d{3}-?\d{4}(?!\d)/u);
    const outcome = await importing([{ name: '模板.xlsx', bytes }]);
    expect(outcome.faults.filter(isBlocking).map(({ code }) => code)).toEqual(['table.empty']);
  });

  it('is filled in and imported without a word', async () => {
    const book = await open(await stationTemplate(FIELDS));
    const sheet = book.getWorksheet('填报');
    const row = {
      区: '望山区',
      街镇: '竹坪乡',
      类型: '综合',
      站点名称: '竹坪乡社工站',
      电话: '0389-2010077',
      状态: '运行',
      核实日期: '2026-10-01',
    };
    for (const [title, value] of Object.entries(row)) {
      const cell = sheet?.getCell(2, headings(sheet).indexOf(title) + 1);
      if (cell !== undefined) cell.value = value;
    }
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const outcome = await importing([{ name: '模板.xlsx', bytes }]);
    expect(outcome.faults).toEqual([]);
    expect(outcome.merge?.added.map(({ id }) => id)).toEqual(['990102201-z']);
    expect((await importing([{ name: '模板.xlsx', bytes }], {}, after(outcome))).table).toBeNull();
  });

  it('takes 管辖范围 alone, written as its examples are', async () => {
    const book = await open(await stationTemplate(FIELDS));
    const sheet = book.getWorksheet('管辖范围');
    const examples = book.getWorksheet('示例管辖范围（不导入）');
    expect(headings(sheet)).toEqual(headings(examples));
    ['荷桥街道', '荷桥街道', '苇湾镇'].forEach((town, at) => {
      const committee = ['荷花居委会', '南桥居委会', '湾尾村委会'][at] ?? '';
      const cells = (examples?.getRow(at + 2).values as (string | undefined)[]).slice(3);
      sheet?.addRow([town, committee, ...cells]);
    });
    const outcome = await importing([{ name: '模板.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) }]);
    expect(outcome.faults).toEqual([]);
    expect([outcome.merge, outcome.table]).toEqual([null, null]);
    expect(outcome.extents?.merge.touched.map(({ after: rows }) => rows)).toEqual([4, 3, 2]);
  });

  it('has the same bytes each time', async () => {
    expect(await stationTemplate(FIELDS)).toEqual(await stationTemplate(FIELDS));
  });
});
