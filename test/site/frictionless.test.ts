import { describe, expect, it } from 'vitest';
import { readTables } from './frictionless.ts';

const schema = {
  fields: [
    { name: '编号', type: 'string', constraints: { required: true, unique: true, pattern: '[a-z]+' } },
    { name: '人数', type: 'integer', constraints: { minimum: 0, maximum: 9 } },
    { name: '日期', type: 'date' },
    { name: '公开', type: 'boolean', trueValues: ['是'], falseValues: ['否'] },
    { name: '类型', type: 'string', constraints: { enum: ['综合', '专项'] } },
    { name: '接续', type: 'string' },
  ],
  missingValues: [''],
  primaryKey: '编号',
  foreignKeys: [{ fields: '接续', reference: { resource: '', fields: '编号' } }],
};
const read = (...rows: readonly string[]) =>
  readTables(
    new Map([
      ['datapackage.json', JSON.stringify({ resources: [{ name: 't', path: 't.csv', schema }] })],
      ['t.csv', `\uFEFF编号,人数,日期,公开,类型,接续\n${rows.join('\n')}\n`],
    ]),
  );

describe('the reader of Table Schema that proves our open data', () => {
  it('finds nothing in sound rows, and counts them', () => {
    expect(read('a,0,2026-11-23,是,综合,', 'b,,,,,a')).toEqual({ counts: { t: 2 }, faults: [] });
  });

  it.each([
    ['A,,,,,', 'pattern'],
    [',1,,,,', 'required'],
    ['a,1.5,,,,', 'type integer'],
    ['a,-1,,,,', 'minimum'],
    ['a,10,,,,', 'maximum'],
    ['a,,2026-02-30,,,', 'type date'],
    ['a,,,true,,', 'type boolean'],
    ['a,,,,其他,', 'enum'],
    ['a,,,,,b', 'is not in'],
    ['a,,,,', '5 cells'],
    ['a,,,,,\na,,,,,', 'primary key'],
  ])('finds %j: %s', (row, fault) => {
    expect(read(row).faults.join()).toContain(fault);
  });
});
