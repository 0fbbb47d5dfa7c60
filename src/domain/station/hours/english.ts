import { dayNames, daysByPlan, formatTime, type DayWords } from './format.ts';
import type { DayPlan, Hours } from './week.ts';

const ENGLISH: DayWords = {
  names: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  all: 'Every day',
  to: '–',
  and: ', ',
};

const HOLIDAYS: Readonly<Record<Hours['holidays'], string>> = {
  休息: 'closed on public holidays',
  照常: 'open on public holidays too',
  未说明: 'public holidays: call first',
};

function planText({ mode, spans }: DayPlan): string {
  const times = spans.map(({ from, to }) =>
    from === 0 && to === 1440 ? '24 hours' : `${formatTime(from)}–${formatTime(to)}`,
  );
  return [times.join(', '), mode === '预约' ? 'by appointment' : ''].filter((part) => part !== '').join(' ');
}

/**
 * A weekly plan in English, without its note: `Mon–Fri 9:00–11:30, 13:30–17:00; Sat by appointment; closed on public
 * holidays`. Days that nothing is said of are closed.
 */
export function hoursInEnglish(hours: Hours): string {
  const days = daysByPlan(hours)
    .filter(({ plan }) => plan.mode !== '歇')
    .map((group) => `${dayNames(group.days, ENGLISH)} ${planText(group.plan)}`);
  return days.length === 0 ? 'Closed all week' : [...days, HOLIDAYS[hours.holidays]].join('; ');
}
