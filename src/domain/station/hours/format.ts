import { WEEKDAY_NAMES } from '../../time/dates.ts';
import { type DayPlan, type Hours, key } from './week.ts';

/** A time of day from minutes since midnight: 510 is 8:30, 1440 is 24:00. */
export function formatTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** How weekdays are named in a language: each of them, all seven, from one to another, and several. */
export interface DayWords {
  readonly names: readonly string[];
  readonly all: string;
  readonly to: string;
  readonly and: string;
}

const CHINESE: DayWords = { names: WEEKDAY_NAMES, all: '每天', to: '至', and: '、' };

/** Names weekdays (given in ascending order): 周一至周五, 周六、周日, 每天. */
export function dayNames(days: readonly number[], { names, all, to, and }: DayWords = CHINESE): string {
  if (days.length === 7) return all;
  const runs: number[][] = [];
  for (const day of days) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[last.length - 1] === day - 1) last.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => names[day ?? 0] ?? '';
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}${to}${name(run[run.length - 1])}` : run.map(name).join(and)))
    .join(and);
}

/** The days of a week by what happens on them, in the order of their first day. */
export function daysByPlan({ week }: Hours): readonly { readonly plan: DayPlan; readonly days: readonly number[] }[] {
  const groups = new Map<string, { plan: DayPlan; days: number[] }>();
  week.forEach((plan, day) => {
    const group = groups.get(key(plan));
    if (group === undefined) groups.set(key(plan), { plan, days: [day] });
    else group.days.push(day);
  });
  return [...groups.values()];
}

/** A weekly plan as a cell of the table; `parseHours` reads it back unchanged. */
export function formatHours(hours: Hours): string {
  const statements = daysByPlan(hours).flatMap(({ plan, days }) => {
    if (plan.mode === '歇') return days.length === 7 ? ['每天 休息'] : [];
    const spans = plan.spans.map(({ from, to }) => `${formatTime(from)}-${formatTime(to)}`).join('、');
    return [[dayNames(days), spans, plan.mode === '预约' ? '预约' : ''].filter((part) => part !== '').join(' ')];
  });
  if (hours.holidays !== '未说明') statements.push(`国定假日${hours.holidays}`);
  return statements.join('；') + (hours.note === '' ? '' : `（${hours.note}）`);
}

/** The hours of a station as text, the plan first and then the note; empty where it has neither. */
export function hoursText(station: { readonly hours: Hours | null; readonly hoursNote: string }): string {
  const { hours, hoursNote } = station;
  return [hours === null ? '' : formatHours(hours), hoursNote].filter((text) => text !== '').join('；');
}

function planText({ mode, spans }: DayPlan): string {
  if (mode === '歇') return '不开';
  const times = spans.map(({ from, to }) =>
    from === 0 && to === 1440 ? '全天' : `${formatTime(from)}–${formatTime(to)}`,
  );
  return [...times, ...(mode === '预约' ? ['先打电话约'] : [])].join('，');
}

/** The week as rows to read: neighbouring days with the same plan together, closed days as 不开. */
export function summariseWeek(hours: Hours): readonly { readonly days: string; readonly text: string }[] {
  const rows: { days: number[]; text: string }[] = [];
  hours.week.forEach((plan, day) => {
    const text = planText(plan);
    const last = rows[rows.length - 1];
    if (last?.text === text) last.days.push(day);
    else rows.push({ days: [day], text });
  });
  return rows.map(({ days, text }) => ({ days: dayNames(days), text }));
}
