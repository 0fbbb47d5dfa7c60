import { describe, expect, it } from 'vitest';
import { hoursInEnglish } from '../../../../src/domain/station/hours/english.ts';
import { parseHours } from '../../../../src/domain/station/hours/grammar.ts';

describe('opening hours in English', () => {
  it.each([
    ['周一至周五 9:00-11:30、13:30-17:00；国定假日休息', 'Mon–Fri 9:00–11:30, 13:30–17:00; closed on public holidays'],
    ['周一、周三、周五 9:00-11:00；国定假日休息', 'Mon, Wed, Fri 9:00–11:00; closed on public holidays'],
    ['周二、周四 13:00-16:30；周六 预约', 'Tue, Thu 13:00–16:30; Sat by appointment; public holidays: call first'],
    ['每天 8:30-16:30；国定假日照常', 'Every day 8:30–16:30; open on public holidays too'],
    ['周一24小时；周二 9:00-12:00 预约', 'Mon 24 hours; Tue 9:00–12:00 by appointment; public holidays: call first'],
    ['每天 休息', 'Closed all week'],
  ])('%s', (cell, english) => {
    const { hours } = parseHours(cell);
    expect(hours && hoursInEnglish(hours)).toBe(english);
  });
});
