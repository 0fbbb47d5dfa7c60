import { type DayPlan, type Hours, key } from './week.ts';

const MODES = { 开: 'o', 预约: 'a', 歇: 'c' } as const;

const HOLIDAYS = { 休息: 'r', 照常: 'k', 未说明: 'u' } as const;

const nameOf = <K extends string>(table: Readonly<Record<K, string>>, letter: string | undefined): K | undefined =>
  (Object.keys(table) as K[]).find((name) => table[name] === letter);

/**
 * Encodes a weekly plan for an attribute, runs of equal days with their count, without the note:
 * `r5o510-690,780-1020|2c`.
 */
export function encodeHours(hours: Hours): string {
  const groups: { plan: DayPlan; count: number }[] = [];
  for (const plan of hours.week) {
    const last = groups[groups.length - 1];
    if (last !== undefined && key(last.plan) === key(plan)) last.count += 1;
    else groups.push({ plan, count: 1 });
  }
  const days = groups.map(
    ({ plan, count }) => count + MODES[plan.mode] + plan.spans.map(({ from, to }) => `${from}-${to}`).join(),
  );
  return HOLIDAYS[hours.holidays] + days.join('|');
}

/** Decodes what `encodeHours` wrote; null for anything else. */
export function decodeHours(code: string): Hours | null {
  const holidays = nameOf(HOLIDAYS, code[0]);
  const week: DayPlan[] = [];
  for (const group of code.slice(1).split('|')) {
    const match = /^([1-7])([oac])((?:\d{1,4}-\d{1,4}(?:,(?=\d)|$))*)$/.exec(group);
    const mode = nameOf(MODES, match?.[2]);
    if (match === null || mode === undefined) return null;
    const spans = [...(match[3] ?? '').matchAll(/(\d+)-(\d+)/g)].map(([, from, to]) => ({
      from: Number(from),
      to: Number(to),
    }));
    for (let count = Number(match[1]); count > 0; count -= 1) week.push({ mode, spans });
  }
  return holidays === undefined || week.length !== 7 ? null : { week, holidays, note: '' };
}
