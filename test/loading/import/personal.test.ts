import { describe, expect, it } from 'vitest';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { codes, HEAD, heqiao, importRows, lines, record } from './files.ts';

describe('what is told of persons', () => {
  it('names the columns that it leaves alone, and never takes names of people', async () => {
    const outcome = await importRows([
      [...HEAD, '满意度', '联系人', '身份证号'],
      [...heqiao('荷花路20号'), '5', '王某某', '11010519491231002X'],
    ]);
    expect(lines(outcome.faults).join('\n')).toMatch(/“满意度”这些列没有导入[\s\S]*“联系人、身份证号”姓名/u);
    expect(outcome.table).not.toContain('王某某');
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

  it('protects the address of a new station of a sensitive field', async () => {
    const outcome = await importRows([
      ['街镇', '类型', '领域', '名称', '地址'],
      ['荷桥街道', '专项', '禁毒', '荷桥街道禁毒社工站', '某路1号'],
    ]);
    expect(record(outcome, '990101001-jin-du').publish_level).toBe('仅电话');
    expect(codes(outcome.faults)).toContain('publish_level.assumed');
  });
});
