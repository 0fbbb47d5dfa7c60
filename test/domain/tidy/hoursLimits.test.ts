import { describe, expect, it } from 'vitest';
import { parseHours } from '../../../src/domain/station/hours/grammar.ts';
import { openState } from '../../../src/domain/station/openState.ts';
import { tidyHours } from '../../../src/domain/tidy/hours.ts';

const calendar = {
  from: '2026-01-01',
  to: '2026-12-31',
  holidays: [],
  workdays: [],
  foreseenTo: '2026-12-31',
  unsettled: [],
};

describe('hours that promise too much', () => {
  it.each([
    '周一至周五全天办公',
    '全天开放',
    '周一至周五 全天',
    '周六全天值班',
    '工作日全天接待',
    '周一至周日全天对外服务',
    '全天候服务',
    '周一至周五全天，周六上午9:00-11:30',
  ])('%s may be day or night, and is left unread', (cell) => {
    expect(tidyHours(cell)).toMatchObject({ text: '', faults: [expect.stringContaining('“全天”')] });
  });

  it.each(['周一至周五 13:00-12:00', '周一至周五 9:00-9:00', '周一至周五 17:00-10:00', '周一至周五 11:30-11:00'])(
    '%s ends before it begins, and is left unread',
    (cell) => expect(tidyHours(cell).text).toBe(''),
  );

  it.each([
    ['周一至周五 15:30-17:30（寒暑假除外）', '寒暑假除外'],
    ['周一、三、五 9:00-17:00（逢单周）', '逢单周'],
    ['周一至周五 9:00-17:00（双周周五除外）', null],
    ['周一至周五 9:00-17:00，寒暑假除外', '寒暑假除外'],
    ['周一至周五 9:00-17:00 除寒暑假外', '寒暑假'],
    ['每月第一周 周一至周五 9:00-17:00', '每月第一周'],
    ['每月第一个周六 9:00-12:00', '每月第一个周六'],
    ['单周周一 9:00-17:00', '单周周一'],
    ['隔周周六 9:00-12:00', '隔周周六'],
    ['周一至周五 9:00-17:00（每月15日休息）', '每月15日休息'],
    ['周一至周五 9:00-17:00（节假日除外，寒暑假除外）', '寒暑假除外'],
    ['周一至周五 9:00-17:00（学期中）', '学期中'],
    ['周二至周日 9:00-17:00（高温期间除外）', '高温期间除外'],
    ['周一至周五 9:00-17:00，暑假休息', '暑假休息'],
  ])('%s is no plain plan: call before', (cell, note) => {
    const { text, note: beside } = tidyHours(cell);
    expect(parseHours(text).hours?.week.some(({ mode }) => mode === '开') ?? false).toBe(false);
    if (note !== null) expect(beside).toContain(note);
  });

  it.each(['每周5天 9:00-17:00', '每周五天 9:00-17:00', '每周2天，周一至周五9:00-17:00', '每周六天 8:30-16:30'])(
    '%s counts days and names none, and is left unread',
    (cell) => expect(tidyHours(cell).text).toBe(''),
  );

  it.each([
    '周一至周五 8:00-16:00（学年期间）；周一至周四 9:00-15:00（暑期）',
    '周一至周五 9:00-17:00（夏令）\n周一至周五 9:00-16:30（冬令）',
  ])('%s holds two plans, and is left unread', (cell) => expect(tidyHours(cell).text).toBe(''));

  it.each([
    ['每周7天，每天8:00~22:00', '每天 8:00-22:00'],
    ['一周七天 9:00-17:00', '每天 9:00-17:00'],
    ['周一至周四 10:30-20:00；周五：休息（不营业）', '周一至周四 10:30-20:00'],
    ['周一至周六 9:00-17:00，周日 休息（不对外）', '周一至周六 9:00-17:00'],
    ['周一至周五 9:00-17:00（三楼不对外）', '周一至周五 9:00-17:00（三楼不对外）'],
  ])('%s is %s', (cell, text) => expect(tidyHours(cell)).toMatchObject({ text, note: '' }));

  it('says the same of a remark in another column', () => {
    expect(tidyHours('周一至周五 9:00-17:00', '寒暑假除外').text).toBe('周一至周五 9:00-17:00 预约');
    expect(tidyHours('周一至周五 9:00-17:00', '电梯左边').text).toBe('周一至周五 9:00-17:00');
    expect(tidyHours('每天 9:00-17:00；国定假日照常', '春节除外').text).toBe('每天 9:00-17:00');
  });

  it('never says 现在开放 of such a day', () => {
    const { hours } = parseHours(tidyHours('周一至周五 15:30-17:30（寒暑假除外）').text);
    const open = openState(
      { hours, status: '运行', statusFrom: null, statusUntil: null, freshness: '新' },
      { date: '2026-07-22', minutes: 16 * 60 },
      calendar,
    );
    expect(open.mark).toBe('电');
  });

  it.each(['周一至周五 9:00-17:00（电梯左边）', '周一至周五 9:00-17:00；国定假日休息', '每天 0:00-24:00'])(
    'leaves what limits nothing as it is: %s',
    (cell) => expect(tidyHours(cell)).toEqual({ text: cell, note: '', guesses: [], faults: [] }),
  );
});
