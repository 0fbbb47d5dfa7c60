import { describe, expect, it } from 'vitest';
import type { ListFile } from '../../../src/domain/station/listing.ts';
import { rowsOf } from '../../../src/client/directory/longRows.ts';

const file: ListFile = {
  districts: [['430102', '芙蓉区']],
  towns: [['430102001', '文艺路街道']],
  fields: [['jin-du', '禁毒']],
  hours: [['1', '周一至周五 9:00-17:00']],
  rows: [
    ['a-z', '文艺路街道社工站', 0, '综', 1, 0, -1, '0731-0000-0001', '', '示例路1号', 0, '2026-11-01', '', '', ''],
    ['a-x', '文艺路街道禁毒社工站', 1, '禁', 0, 0, 0, '', '', '只公布电话', -1, '', '暂停', '2026-11-01', ''],
  ],
};
const [first, second] = rowsOf(file);

describe('the rows of a long list', () => {
  it('have back what the file writes once for many', () => {
    expect(first).toMatchObject({
      type: '综合',
      kind: '综合',
      town: '430102001',
      district: '430102',
      districtName: '芙蓉区',
      field: undefined,
      hours: '1',
      plain: '周一至周五 9:00-17:00',
    });
    expect(second).toMatchObject({ kind: '专项 · 禁毒', field: 'jin-du', hours: undefined, verified: undefined });
  });

  it('are found by district, town, name, telephone, field, place and id, however wide the signs and spaces', () => {
    for (const words of ['芙蓉区', '文艺路街道社工站', '0731-0000-0001', '示例路1号', 'a-z'])
      expect(first?.text).toContain(words);
    expect(second?.text).toContain('专项·禁毒');
  });
});
