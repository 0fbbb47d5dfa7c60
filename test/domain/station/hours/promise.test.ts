import { describe, expect, it } from 'vitest';
import { parsePromise } from '../../../../src/domain/station/hours/promise.ts';

describe('the opening hours of a table', () => {
  it.each(['周一至周五 全天', '周一至周五全天办公', '周六 全天值班；国定假日休息', '周一至周六 全天候服务'])(
    'are refused where 全天 may end in the evening: %s',
    (cell) => {
      const { hours, faults } = parsePromise(cell);
      expect(hours).toBeNull();
      expect(faults.join()).toContain('0:00-24:00');
    },
  );

  it.each([
    ['周一至周五 9:00-17:00（寒暑假除外）', '寒暑假除外'],
    ['周一至周五 15:30-17:30（学期中）', '学期中'],
    ['周一、三 9:00-11:00（逢单周）', '逢单周'],
    ['周二至周日 9:00-17:00（高温天除外）', '高温天除外'],
    ['周一至周五 9:00-17:00（外出走访时关门）', '外出走访时关门'],
  ])('are refused where a remark takes away days that the plan opens: %s', (cell, limit) => {
    const { hours, faults } = parsePromise(cell);
    expect(hours).toBeNull();
    expect(faults).toEqual([expect.stringContaining(`“${limit}”`)]);
    expect(faults.join()).toContain('开放时间说明');
  });

  it.each([
    '每天 全天',
    '周一至周日 0:00-24:00',
    '每天24小时值班',
    '周一至周五 9:00-17:00（学校东门进）',
    '周一至周五 9:00-17:00（二楼学习室）',
    '周一至周五 预约（寒暑假除外）',
    '周一至周五 9:00-17:00；国定假日休息',
  ])('are taken: %s', (cell) => {
    expect(parsePromise(cell)).toMatchObject({ faults: [] });
    expect(parsePromise(cell).hours).not.toBeNull();
  });
});
