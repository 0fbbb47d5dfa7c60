import { describe, expect, it } from 'vitest';
import { codes, importRows, record } from './files.ts';

const ID = '990101001-z';
const HEAD = ['站点名称', '地址'];

describe('an address in another district than the 街镇 read from the row', () => {
  it.each([
    ['暖心站', '临湖区松岭街道某路1号'],
    ['暖心站', '云泽市临湖区松岭街道某路1号'],
    ['松岭街道暖心站', '临湖区某路1号'],
    ['松岭街道社工站', '云泽市临湖区听松路2号'],
    ['临湖区松岭街道暖心站', ''],
  ])('must be mended: %s, %s', async (name, address) => {
    const outcome = await importRows([HEAD, [name, address]]);
    expect(codes(outcome.faults)).toContain('address.district');
    expect(outcome.table).toBeNull();
  });

  it.each([
    ['暖心站', '临湖区荷桥街道某路1号'],
    ['暖心站', '荷桥街道临湖路1号'],
  ])('is none where they agree: %s, %s', async (name, address) => {
    expect(codes((await importRows([HEAD, [name, address]])).faults)).not.toContain('address.district');
  });
});

describe('a fact of ours that a newer table makes impossible', () => {
  const counts = (...row: readonly string[]) =>
    importRows([
      ['街镇', '站点名称', '工作人员数', '符合条件人数'],
      ['荷桥街道', '荷桥街道社工站', ...row],
    ]);

  it('is emptied and told, for nobody could mend it in that table', async () => {
    const fewer = await counts('2', '');
    expect(record(fewer, ID)).toMatchObject({ staff_count: '2', qualified_count: '' });
    expect(fewer.faults.find(({ code }) => code === 'fact.emptied')?.message).toContain('原来的符合条件人数 3');
    expect(fewer.table).not.toBeNull();
    const more = await counts('', '9');
    expect(record(more, ID)).toMatchObject({ staff_count: '', qualified_count: '9' });
  });

  it('stays where it is possible, and where the table has both it must be mended there', async () => {
    expect(record(await counts('3', ''), ID)).toMatchObject({ staff_count: '3', qualified_count: '3' });
    expect(codes((await counts('2', '5')).faults)).toContain('dataset.strict');
  });

  it('may be a day: a pause that now begins after its old end', async () => {
    const outcome = await importRows([
      ['街镇', '居村委', '类型', '站点名称', '停用日期'],
      ['石泉镇', '石板村委会', '居村', '石泉镇石板社工站', '2027-03-01'],
    ]);
    expect(record(outcome, '990102101204-j')).toMatchObject({ status_from: '2027-03-01', status_until: '' });
    expect(codes(outcome.faults)).toContain('fact.emptied');
  });
});
