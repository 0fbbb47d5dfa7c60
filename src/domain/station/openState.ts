import { dayKind, unarrangedYear, type Calendar } from '../time/holidays.ts';
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

/** The facts that decide whether a station is open. */
export interface OpenInput {
  readonly hours: Hours | null;
  readonly status: Status;
  readonly statusFrom: IsoDate | null;
  readonly statusUntil: IsoDate | null;
  readonly freshness: Freshness;
}

/**
 * The open state of a station: its character, a full sentence, and the next closing (开) or opening (休, 歇) where that is
 * certain (docs/norms.md §14).
 */
export interface OpenState {
  readonly mark: '开' | '休' | '歇' | '电' | '停' | '待' | '筹';
  readonly text: string;
  readonly next?: LocalTime;
  /** What the state doesn't take into account, as a sentence: that year's holidays are not known yet. */
  readonly note?: string;
}

/** Days to look ahead for the next opening; longer than any public holiday. */
const HORIZON_DAYS = 31;

// Minutes between which a break is called 午休; other breaks are 休息中.
const LUNCH = { from: 11 * 60, to: 15 * 60 };

const CALL: OpenState = { mark: '电', text: '去之前先打电话' };

/**
 * Whether the status keeps the station closed on a day. The first and last day of its period are included; a missing
 * end leaves the period open.
 */
function isStopped({ status, statusFrom, statusUntil }: OpenInput, date: IsoDate): boolean {
  if (isRunning({ status })) return false;
  const begun = statusFrom === null || date >= statusFrom;
  // Only 暂停 ends with its period.
  return begun && (status !== '暂停' || statusUntil === null || date <= statusUntil);
}

function stoppedState({ status, statusUntil }: OpenInput): OpenState {
  if (isClosed({ status })) return { mark: '停', text: '这个站已经撤并，请找接着办的站' };
  if (status === '筹建') return { mark: '筹', text: '正在筹建，还没有开' };
  return { mark: '停', text: statusUntil === null ? '暂停，哪天恢复还没有定' : `暂停到${formatDate(statusUntil)}` };
}

/** The opening times of a day; `电` where they are uncertain. */
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
  // On a weekend day that is worked (调休) it is uncertain whether the station opens.
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

/** The state of a station that is closed for today, with the next opening where that is certain. */
function closedState(reason: string, next: LocalTime | null, today: IsoDate): OpenState {
  if (next === null) return { mark: '歇', text: `${reason}，下次去之前先打电话` };
  return { mark: '歇', text: `${reason}，${dayWord(next.date, today)} ${formatTime(next.minutes)} 开`, next };
}

/** The words for a year whose holidays nobody has arranged, as far as the site knows. */
export const holidaysMissing = (year: number) => `${year}年放假安排还没有收录`;

/**
 * The open state of a station at a moment: its status comes first, then freshness, then the weekly plan with public
 * holidays and 调休. Where it is uncertain the state is 电, never 开. In a year whose holidays are not known yet the days
 * around them are uncertain, and on others a note says so.
 */
export function openState(input: OpenInput, now: LocalTime, calendar: Calendar): OpenState {
  const state = stateAt(input, now, calendar);
  if (state.next === undefined) return state;
  const year = unarrangedYear(calendar, state.next.date);
  return year === null ? state : { ...state, note: holidaysMissing(year) };
}

function stateAt(input: OpenInput, now: LocalTime, calendar: Calendar): OpenState {
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
  const earlier = [...times].reverse().find(({ to }) => to <= minutes);
  if (later === undefined) return closedState('今天已关', nextOpening(input, hours, calendar, today), today);
  const next = { date: today, minutes: later.from };
  if (earlier === undefined) return { mark: '休', text: `今天 ${formatTime(later.from)} 开`, next };
  const isLunch = earlier.to >= LUNCH.from && later.from <= LUNCH.to;
  return { mark: '休', text: `${isLunch ? '午休' : '休息中'}，${formatTime(later.from)} 开`, next };
}
