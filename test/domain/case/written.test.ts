import { describe, expect, it } from 'vitest';
import { countWritten, dayWritten, monthWritten, teamWritten } from '../../../src/domain/case/written.ts';

describe('dates and counts as people write them', () => {
  it('reads a month', () => {
    for (const text of [
      '2026年3月',
      '2026.3',
      '2026-03',
      '2026/3',
      '２０２６年３月',
      '二〇二六年三月',
      '2026 年 3 月',
      '2026年3月份',
      '2026年3月12日',
      '2026-03-12',
    ])
      expect(monthWritten(text), text).toBe('2026-03');
    for (const text of ['', '春天', '2026', '3月', '2026年13月', '2026年0月', '20263'])
      expect(monthWritten(text), text).toBeNull();
  });

  it('reads a day, and none that does not exist', () => {
    for (const text of ['2027年12月31日', '2027.12.31', '2027/12/31', '二〇二七年十二月三十一日', '2027年12月31号'])
      expect(dayWritten(text), text).toBe('2027-12-31');
    for (const text of ['2027年2月30日', '2027年12月', '年底']) expect(dayWritten(text), text).toBeNull();
  });

  it('reads how often and who', () => {
    for (const text of ['11', '11次', '十一次', '１１ 次']) expect(countWritten(text), text).toBe(11);
    expect(countWritten('好几次')).toBeNull();
    expect(countWritten('0')).toBeNull();
    expect(teamWritten('社工2人，督导一名')).toEqual([
      { role: '社工', count: 2 },
      { role: '督导', count: 1 },
    ]);
    expect(teamWritten('社工×2名、志愿者 x 3')).toEqual([
      { role: '社工', count: 2 },
      { role: '志愿者', count: 3 },
    ]);
    expect(teamWritten('社工、志愿者2人')).toBeNull();
    expect(teamWritten('')).toBeNull();
  });
});
