import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/loading/dataset.ts';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { dataRuleFaults } from '../../../src/loading/rules/allTables.ts';
import { after, codes, fullCity, importRows, lines, PLAIN, record } from './files.ts';

const COLUMNS = [
  '地址',
  '联系电话',
  '服务时间',
  '运营机构',
  '交通',
  '备注',
  '状态说明',
  '信息来源',
  '核实人',
  '曾用名',
];
const row = (cells: readonly string[]) => [
  ['街镇', '站点名称', ...COLUMNS],
  ['荷桥街道', '荷桥街道社工站', ...cells],
];

/** What the check refuses in the city after an import; null where the import wrote nothing. */
const refused = async (cells: readonly string[]) => {
  const outcome = await importRows(row(cells));
  if (outcome.table === null) return null;
  const reading = readDataset(after(outcome, fullCity));
  return [...reading.faults, ...dataRuleFaults(reading, PLAIN.today)].filter(isBlocking);
};

const HOSTILE = fc.oneof(
  fc.constantFrom(
    '=',
    '＝1+1',
    '＋86 0389-2010011',
    '－渡口路6号',
    '＠荷花',
    ' \t=x',
    '=-@+荷花路',
    '﹦荷花路',
    '==',
    '－',
    '荷花\u000b路',
    '荷花\u202e路',
    '\ufffe',
    '某某',
    '13800138000',
    '=13800138000',
    '周一=周五',
  ),
  fc
    .tuple(
      fc.constantFrom('=', '＝', '+', '＋', '-', '－', '@', '＠', '\t', ' ', '\u0007', '\u0085'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '荷花路18号1楼', '0389-2010011', '周一至周五 9:00-17:00'),
);

describe('what an import writes', () => {
  it('is never refused by the check, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(HOSTILE, { minLength: COLUMNS.length, maxLength: COLUMNS.length }), async (cells) => {
        expect(lines((await refused(cells)) ?? [])).toEqual([]);
      }),
      { numRuns: process.env['NIGHTLY'] === '1' ? 3000 : 60 },
    );
  });

  it.each(['=荷花路18号', '－荷花路18号', '＝ ＋荷花路18号', '﹣荷花路18号', '\t@荷花路18号'])(
    'has no sign of a formula at its beginning, and that is told: %j',
    async (address) => {
      const outcome = await importRows(row([address, ...COLUMNS.slice(1).map(() => '')]));
      expect(record(outcome, '990101001-z').address).toBe('荷花路18号');
      expect(codes(outcome.faults)).toContain('cell.formula');
      expect(await refused([address, ...COLUMNS.slice(1).map(() => '')])).toEqual([]);
    },
  );

  it('holds no control character: the cell is named and nothing is written', async () => {
    const outcome = await importRows(row(['荷花路\u00018号', ...COLUMNS.slice(1).map(() => '')]));
    expect(outcome.table).toBeNull();
    expect(lines(outcome.faults).join()).toMatch(/表\.csv 第 2 行 “地址”列.*控制字符（U\+0001）/u);
  });
});
