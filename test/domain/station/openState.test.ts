import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayKind, type Calendar } from '../../../src/domain/time/holidays.ts';
import { addDays, weekday } from '../../../src/domain/time/dates.ts';
import { parseHours } from '../../../src/domain/station/hours/grammar.ts';
import type { Hours } from '../../../src/domain/station/hours/week.ts';
import { openState, type OpenInput } from '../../../src/domain/station/openState.ts';
import { STATUSES } from '../../../src/domain/station/station.ts';

const calendar: Calendar = {
  from: '2026-01-01',
  to: '2026-12-31',
  holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-09-20', '2026-10-10'],
  foreseenTo: '2027-12-31',
  unsettled: [
    { from: '2026-12-29', to: '2027-01-03', around: 7 },
    { from: '2027-02-03', to: '2027-02-14', around: 14 },
  ],
};

function hours(cell: string): Hours {
  const { hours: found, faults } = parseHours(cell);
  if (found === null) throw new Error(faults.join());
  return found;
}

const office = hours('周一至周五 8:30-11:30、13:00-17:00；国定假日休息');
const running: OpenInput = { hours: office, status: '运行', statusFrom: null, statusUntil: null, freshness: '新' };

function at(moment: string, changes: Partial<OpenInput> = {}) {
  const [date = '', time = ''] = moment.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return openState({ ...running, ...changes }, { date, minutes: hour * 60 + minute }, calendar);
}

const said = (moment: string, changes: Partial<OpenInput> = {}) => {
  const { mark, text } = at(moment, changes);
  return `${mark} ${text}`;
};

describe('an ordinary Monday', () => {
  it.each([
    ['8:00', '休 今天 8:30 开'],
    ['8:30', '开 现在开放，到 11:30'],
    ['11:29', '开 现在开放，到 11:30'],
    ['11:30', '休 午休，13:00 开'],
    ['13:00', '开 现在开放，到 17:00'],
    ['17:00', '歇 今天已关，明天 8:30 开'],
    ['23:59', '歇 今天已关，明天 8:30 开'],
  ])('at %s: %s', (time, words) => expect(said(`2026-11-23 ${time}`)).toBe(words));

  it('calls a gap that is not around noon a break, not lunch', () => {
    expect(said('2026-11-23 15:30', { hours: hours('周一 9:00-15:00、16:00-20:00') })).toBe('休 休息中，16:00 开');
    expect(said('2026-11-23 10:15', { hours: hours('周一 9:00-10:00、10:30-17:00') })).toBe('休 休息中，10:30 开');
  });

  it('says so when the place never closes', () => {
    const { mark, text } = at('2026-11-23 03:00', { hours: hours('每天24小时；国定假日照常') });
    expect([mark, text]).toEqual(['开', '现在开放，全天都开']);
  });

  it('carries the next moment for a timer', () => {
    expect(at('2026-11-23 09:00').next).toEqual({ date: '2026-11-23', minutes: 690 });
    expect(at('2026-11-21 09:00').next).toEqual({ date: '2026-11-23', minutes: 510 });
  });
});

describe('days without opening', () => {
  it.each([
    ['2026-11-21 10:00', '歇 今天不开，周一 8:30 开'],
    ['2026-11-22 10:00', '歇 今天不开，明天 8:30 开'],
    ['2026-11-20 18:00', '歇 今天已关，周一 8:30 开'],
    ['2026-09-30 18:00', '歇 今天已关，10月8日 8:30 开'],
    ['2026-10-03 10:00', '歇 今天不开，周四 8:30 开'],
  ])('%s: %s', (moment, words) => expect(said(moment)).toBe(words));

  it('names the year when the next opening is in another one', () => {
    const long: Calendar = {
      ...calendar,
      to: '2027-12-31',
      holidays: Array.from({ length: 10 }, (_, day) => addDays('2026-12-28', day)),
    };
    expect(openState(running, { date: '2026-12-28', minutes: 600 }, long).text).toBe('今天不开，2027年1月7日 8:30 开');
  });
});

describe('public holidays', () => {
  it('close a station that says so, and leave one open that says so', () => {
    expect(said('2026-10-05 10:00')).toBe('歇 今天不开，周四 8:30 开');
    expect(said('2026-10-05 10:00', { hours: { ...office, holidays: '照常' } })).toBe('开 现在开放，到 11:30');
  });

  it('make one call first where nothing is said, but not on a day that is closed anyway', () => {
    const silent = { ...office, holidays: '未说明' } as const;
    expect(said('2026-10-05 10:00', { hours: silent })).toBe('电 去之前先打电话');
    expect(at('2026-10-04 10:00', { hours: silent }).mark).toBe('歇');
  });

  it('do not reach a station that is always open at weekends beyond their own days', () => {
    expect(at('2026-10-03 10:00', { hours: hours('每天 9:00-17:00；国定假日休息') }).mark).toBe('歇');
    expect(at('2026-10-11 10:00', { hours: hours('每天 9:00-17:00；国定假日休息') }).mark).toBe('开');
  });
});

describe('a weekend day that is worked (调休)', () => {
  it('makes one call first, unless the station is open on that weekday anyway', () => {
    expect(said('2026-10-10 10:00')).toBe('电 去之前先打电话');
    expect(at('2026-10-10 10:00', { hours: hours('周一至周六 9:00-17:00') }).mark).toBe('开');
    expect(at('2026-10-10 10:00', { hours: hours('周一至周五 9:00-17:00；周六 预约') }).mark).toBe('电');
  });

  it('is passed over when the next sure opening is named', () => {
    expect(said('2026-10-09 18:00')).toBe('歇 今天已关，周一 8:30 开');
  });
});

describe('what nobody can know', () => {
  it.each<[string, Partial<OpenInput>]>([
    ['no hours', { hours: null }],
    ['only by appointment', { hours: hours('周一 预约') }],
    ['verified more than half a year ago', { freshness: '电' }],
  ])('%s: call first', (_, changes) => expect(said('2026-11-23 10:00', changes)).toBe('电 去之前先打电话'));

  it.each(['旧', '无'] as const)('%s: no open state at all', (freshness) =>
    expect(said('2026-11-23 10:00', { freshness })).toBe('待 信息待核实，先问市民热线'),
  );

  it('is every day after the calendar ended', () => {
    expect(said('2028-01-03 10:00')).toBe('电 去之前先打电话');
    expect(said('2027-12-31 18:00')).toBe('歇 今天已关，下次去之前先打电话');
  });
});

describe('a year whose holidays are not arranged yet', () => {
  it('leaves ordinary days as they are, and says what is missing', () => {
    expect(at('2027-01-11 10:00')).toMatchObject({ mark: '开', note: '2027年放假安排还没有收录' });
    expect(at('2027-01-15 18:00')).toMatchObject({ text: '今天已关，周一 8:30 开' });
    expect(at('2026-12-21 10:00').note).toBeUndefined();
  });

  it('sends nobody anywhere around a holiday without a call', () => {
    for (const day of ['2026-12-30', '2027-01-01', '2027-02-05', '2027-02-10'])
      expect(said(`${day} 10:00`)).toBe('电 去之前先打电话');
    expect(said('2026-12-28 18:00')).toBe('歇 今天已关，下次去之前先打电话');
  });

  it('knows that a weekend before a long holiday may be worked', () => {
    expect(said('2027-01-23 10:00')).toBe('电 去之前先打电话');
    expect(at('2027-03-06 10:00')).toMatchObject({ mark: '歇' });
  });
});

describe('a status', () => {
  it('stops the station inside its window and not outside', () => {
    const pause = { status: '暂停', statusFrom: '2026-11-24', statusUntil: '2026-12-31' } as const;
    expect(said('2026-11-24 10:00', pause)).toBe('停 暂停到2026年12月31日');
    expect(said('2026-12-31 10:00', pause)).toBe('停 暂停到2026年12月31日');
    expect(said('2026-11-23 10:00', pause)).toBe('开 现在开放，到 11:30');
    expect(at('2026-11-23 18:00', { ...pause, statusUntil: '2026-11-25' }).text).toBe('今天已关，周四 8:30 开');
    expect(said('2026-11-24 10:00', { status: '暂停' })).toBe('停 暂停，哪天恢复还没有定');
  });

  it('comes before everything else', () => {
    expect(said('2026-11-23 10:00', { status: '撤并', freshness: '无' })).toBe('停 这个站已经撤并，请找接着办的站');
    expect(said('2026-11-23 10:00', { status: '筹建', hours: null })).toBe('筹 正在筹建，还没有开');
    expect(at('2026-11-23 10:00', { status: '撤并', statusFrom: '2026-12-01' }).mark).toBe('开');
  });
});

describe('whatever the station and the moment', () => {
  const date = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-12-01', days));
  const plans = [
    '周一至周五 8:30-11:30、13:00-17:00；国定假日休息',
    '每天 9:00-17:00；国定假日照常',
    '每天24小时',
    '周一、周三 9:00-11:00；周六 预约',
    '周六、周日 9:00-20:00；国定假日休息',
    '每天 休息',
    '每天 预约',
  ].map(hours);
  const input: fc.Arbitrary<OpenInput> = fc.record({
    hours: fc.constantFrom(null, ...plans),
    status: fc.constantFrom(...STATUSES),
    statusFrom: fc.option(date),
    statusUntil: fc.option(date),
    freshness: fc.constantFrom('新', '新', '电', '旧', '无'),
  });
  const moment = fc.record({ date, minutes: fc.integer({ min: 0, max: 1439 }) });

  it('there is a sentence, and 开 means that the minute lies in a span of a day that counts', () => {
    fc.assert(
      fc.property(input, moment, (given, now) => {
        const state = openState(given, now, calendar);
        expect(state.text.length).toBeGreaterThan(3);
        expect(state.text).not.toMatch(/undefined|NaN|null/);
        const plan = given.hours?.week[weekday(now.date)];
        const inside = plan?.spans.some(({ from, to }) => from <= now.minutes && now.minutes < to) ?? false;
        if (state.mark === '开') {
          expect(plan?.mode).toBe('开');
          expect(inside).toBe(true);
          expect(given.freshness).toBe('新');
          expect(dayKind(calendar, now.date)).not.toBe('未知');
          if (dayKind(calendar, now.date) === '节假日') expect(given.hours?.holidays).toBe('照常');
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('the next opening that is promised is open when it comes', () => {
    fc.assert(
      fc.property(input, moment, (given, now) => {
        const { mark, next } = openState(given, now, calendar);
        if (next === undefined || mark === '开') return;
        expect(
          `${next.date} ${String(next.minutes).padStart(4, '0')}` >
            `${now.date} ${String(now.minutes).padStart(4, '0')}`,
        ).toBe(true);
        expect(openState(given, next, calendar).mark).toBe('开');
      }),
      { numRuns: 5000 },
    );
  });
});
