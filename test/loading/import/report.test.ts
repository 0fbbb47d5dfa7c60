import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { reportWorkbook } from '../../../src/loading/import/report/workbook.ts';
import { reportHtml, reportName } from '../../../src/loading/import/report/page.ts';
import { importing, workbook } from './files.ts';
import { bytes } from '../city.ts';

const ROWS = [
  ['某区一览表'],
  ['街镇', '站点名称', '地址', '联系电话', '服务时间'],
  ['荷桥街道', '荷桥街道社工站', '荷花路18号1楼', '0389-2010011', '夏令时8:30-17:30'],
  ['没有的镇', '某站<script>', '=1+1', '', ''],
];

async function reported(name: string, content: Uint8Array) {
  const outcome = await importing([{ name, bytes: content }]);
  const [first] = outcome.files;
  if (first === undefined) throw new Error('nothing was read');
  const back = new ExcelJS.Workbook();
  const made = await reportWorkbook(first.file, first.reading, outcome.faults);
  await back.xlsx.load(Buffer.from(made) as unknown as ExcelJS.Buffer);
  return { outcome, back, made };
}

const noteOf = (cell: ExcelJS.Cell | undefined) =>
  typeof cell?.note === 'string' ? cell.note : (cell?.note?.texts ?? []).map(({ text }) => text).join('');
const fillOf = (cell: ExcelJS.Cell | undefined) => (cell?.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb;

describe('the workbook that goes back', () => {
  it('is the clerk’s own, with coloured cells, notes and a list of problems', async () => {
    const file = await workbook(ROWS, (sheet) => {
      sheet.mergeCells('A1:E1');
      sheet.getColumn(3).width = 40;
      sheet.getCell('C3').note = '原来的批注';
      sheet.getCell('C3').font = { bold: true };
    });
    const { back } = await reported('表.xlsx', file);
    const sheet = back.getWorksheet('站点');
    expect(sheet?.getCell('B3').value).toBe('荷桥街道社工站');
    expect(sheet?.getColumn(3).width).toBe(40);
    expect(sheet?.getCell('A1').isMerged).toBe(true);
    expect(noteOf(sheet?.getCell('C3'))).toBe('原来的批注');
    expect(noteOf(sheet?.getCell('E3'))).toMatch(/^【提醒】.*夏令时.*怎么改/su);
    expect(noteOf(sheet?.getCell('A4'))).toMatch(/^【必须改】/u);
    expect(fillOf(sheet?.getCell('E3'))).not.toBe(fillOf(sheet?.getCell('A4')));
    const list = back.getWorksheet('问题清单');
    const rows = list
      ?.getSheetValues()
      .slice(1)
      .map((row) => (row as unknown[]).slice(1));
    expect(rows?.[0]).toEqual(['级别', '行', '列', '原值', '问题', '怎么改']);
    expect(rows?.[1]).toEqual([
      '必须改',
      '4',
      '街镇',
      '没有的镇',
      '名录里没有这个街镇',
      expect.stringContaining('9 位街镇代码'),
    ]);
  });

  it('is a new one for a text, where a formula stays text', async () => {
    const { back } = await reported('表.csv', bytes(ROWS.map((row) => row.join(',')).join('\n')));
    const cell = back.worksheets[0]?.getCell('C4');
    expect(cell?.value).toBe('=1+1');
    expect(cell?.type).toBe(ExcelJS.ValueType.String);
  });

  it('is a list alone for a file that could not be read', async () => {
    const { back } = await reported('表.xlsx', bytes('%PDF-1.4'));
    expect(back.worksheets.map(({ name }) => name)).toEqual(['问题清单']);
    expect(back.worksheets[0]?.getCell('E2').value).toBe('是 PDF，不是表格');
  });

  it('has the same bytes each time', async () => {
    const file = await workbook(ROWS);
    const [one, two] = [await reported('表.xlsx', file), await reported('表.xlsx', file)];
    expect(Buffer.from(one.made).equals(Buffer.from(two.made))).toBe(true);
  });

  it('has lists of choices of a whole column cut to the rows in use, and goes back all the same', async () => {
    const file = await workbook(ROWS, (sheet) => {
      (sheet as unknown as { dataValidations: { add: (area: string, rule: object) => void } }).dataValidations.add(
        'A3:A1048576',
        { type: 'list', formulae: ['"荷桥街道"'] },
      );
    });
    const { back } = await reported('表.xlsx', file);
    expect(back.getWorksheet('站点')?.getCell('A3').dataValidation?.type).toBe('list');
  });

  it('lies beside the file under its own name', () => {
    expect(reportName('徐汇.2026.xlsx', 'html')).toBe('徐汇.2026-检查结果.html');
    expect(reportName('名单', 'xlsx')).toBe('名单-检查结果.xlsx');
  });
});

describe('the page that goes back', () => {
  it('holds every fault with its place, and nothing of a cell runs', async () => {
    const { outcome } = await reported('表.csv', bytes(ROWS.map((row) => row.join(',')).join('\n')));
    const html = reportHtml('表.csv', outcome, false);
    expect(html).toContain('没有导入，data/ 没有动：有 1 处必须改');
    expect(html).toMatch(/第 4 行 街镇.*没有的镇.*名录里没有这个街镇/u);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/(?:src|href)=/u);
    expect(html).toContain('@page { size: A4');
  });
});
