import { dayKind, type Calendar } from '../time/holidays.ts';
import {
  addDays,
  daysBetween,
  formatDate,
  weekday,
  WEEKDAY_NAMES,
  type IsoDate,
  type LocalTime,
} from '../time/dates.ts';
import { isStale, type Freshness } from './freshness.ts';
import { formatTime } from './hours/format.ts';
import type { Hours, Span } from './hours/week.ts';
import { isClosed, isRunning, type Status } from './station.ts';

/** What decides whether somebody may be sent to the station now. */
export interface OpenInput {
  readonly hours: Hours | null;
  readonly status: Status;
  readonly statusFrom: IsoDate | null;
  readonly statusUntil: IsoDate | null;
  readonly freshness: Freshness;
}

/**
 * The tile, the whole sentence, and the next closing (开) or opening (休, 歇) where one is certain (docs/norms.md §14).
 */
export interface OpenState {
  readonly mark: '开' | '休' | '歇' | '电' | '停' | '待' | '筹';
  readonly text: string;
  readonly next?: LocalTime;
}

/** How far ahead the next opening is looked for: farther than the longest public holiday. */
const HORIZON_DAYS = 31;

// 午休 is a break around noon; any other gap is just a break.
const LUNCH = { from: 11 * 60, to: 15 * 60 };

const CALL: OpenState = { mark: '电', text: '去之前先打电话' };

/**
 * Whether the status keeps the station from running that day; both ends of the window belong to it, an open end is
 * open.
 */
function isStopped({ status, statusFrom, statusUntil }: OpenInput, date: IsoDate): boolean {
  if (isRunning({ status })) return false;
  const begun = statusFrom === null || date >= statusFrom;
  // Only a pause ends by itself.
  return begun && (status !== '暂停' || statusUntil === null || date <= statusUntil);
}

function stoppedState({ status, statusUntil }: OpenInput): OpenState {
  if (isClosed({ status })) return { mark: '停', text: '这个站已经撤并，请找接着办的站' };
  if (status === '筹建') return { mark: '筹', text: '正在筹建，还没有开' };
  return { mark: '停', text: statusUntil === null ? '暂停，哪天恢复还没有定' : `暂停到${formatDate(statusUntil)}` };
}

/** The times of one day; `电` where nobody can be sure of them. */
function timesOn(input: OpenInput, hours: Hours, calendar: Calendar, date: IsoDate): readonly Span[] | '电' {
  if (isStopped(input, date)) return [];
  const plan = hours.week[weekday(date)] ?? { mode: '歇', spans: [] };
  const kind = dayKind(calendar, date);
  if (kind === '未知') return '电';
  if (kind === '节假日') {
    if (hours.holidays === '休息' || plan.mode === '歇') return [];
    if (hours.holidays === '未说明') return '电';
  }
  if (plan.mode === '预约') return '电';
  // On a worked weekend day (调休) nobody knows whether a station that rests at weekends comes to work.
  if (plan.mode === '歇') return kind === '工作日' && weekday(date) > 4 ? '电' : [];
  return plan.spans;
}

function nextOpening(input: OpenInput, hours: Hours, calendar: Calendar, today: IsoDate): LocalTime | null {
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    if (dayKind(calendar, date) === '未知') return null;
    const times = timesOn(input, hours, calendar, date);
    const first = times === '电' ? undefined : times[0];
    if (first !== undefined) return { date, minutes: first.from };
  }
  return null;
}

function dayWord(date: IsoDate, today: IsoDate): string {
  const ahead = daysBetween(today, date);
  if (ahead === 1) return '明天';
  if (ahead < 7) return WEEKDAY_NAMES[weekday(date)] ?? '';
  const full = formatDate(date);
  return date.slice(0, 4) === today.slice(0, 4) ? full.slice(5) : full;
}

/** 今天不开 or 今天已关, and when it opens next as far as that is certain. */
function closedState(reason: string, next: LocalTime | null, today: IsoDate): OpenState {
  if (next === null) return { mark: '歇', text: `${reason}，下次去之前先打电话` };
  return { mark: '歇', text: `${reason}，${dayWord(next.date, today)} ${formatTime(next.minutes)} 开`, next };
}

/**
 * Whether the station is open at a moment in the city, in the words of the look: status first, then freshness,
 * then the week with public holidays and 调休. What can't be known for certain is 电, never 开.
 */
export function openState(input: OpenInput, now: LocalTime, calendar: Calendar): OpenState {
  const { date: today, minutes } = now;
  if (isStopped(input, today)) return stoppedState(input);
  if (isStale(input.freshness)) return { mark: '待', text: '信息待核实，先问市民热线' };
  const { hours } = input;
  if (input.freshness === '电' || hours === null) return CALL;
  const times = timesOn(input, hours, calendar, today);
  if (times === '电') return CALL;
  if (times.length === 0) return closedState('今天不开', nextOpening(input, hours, calendar, today), today);

  const current = times.find(({ from, to }) => from <= minutes && minutes < to);
  if (current !== undefined) {
    const text = current.to - current.from === 1440 ? '现在开放，全天都开' : `现在开放，到 ${formatTime(current.to)}`;
    return { mark: '开', text, next: { date: today, minutes: current.to } };
  }
  const later = times.find(({ from }) => from > minutes);
  const earlier = times.findLast(({ to }) => to <= minutes);
  if (later === undefined) return closedState('今天已关', nextOpening(input, hours, calendar, today), today);
  const next = { date: today, minutes: later.from };
  if (earlier === undefined) return { mark: '休', text: `今天 ${formatTime(later.from)} 开`, next };
  const isLunch = earlier.to >= LUNCH.from && later.from <= LUNCH.to;
  return { mark: '休', text: `${isLunch ? '午休' : '休息中'}，${formatTime(later.from)} 开`, next };
}
