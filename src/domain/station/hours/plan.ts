import { DAY_ORDER, type Days } from './tokens.ts';
import type { DayPlan, Span } from './week.ts';

/** What a cell says about some days: open in these spans, by appointment, or closed. */
export interface Statement {
  readonly days: Days;
  readonly text: string;
  mode: DayPlan['mode'];
  spans: Span[];
}

/** The spans without the time of another span. */
export const without = (spans: readonly Span[], { from, to }: Span): Span[] =>
  spans.flatMap((span) =>
    [
      { from: span.from, to: Math.min(span.to, from) },
      { from: Math.max(span.from, to), to: span.to },
    ].filter((rest) => rest.from < rest.to),
  );

/** Sorts spans and joins those that touch; null where two overlap. */
function tidy(spans: readonly Span[]): Span[] | null {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from < last.to) return null;
    if (last?.to === span.from) joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push(span);
  }
  return joined;
}

const overlap = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((two) => one.from < two.to && two.from < one.to));

const dayCount = (days: Days): number => [...days.toString(2)].filter((bit) => bit === '1').length;

/**
 * The plan of one day from all statements about it: a statement about fewer days is the exception to one about more.
 * Contradictions are passed to `fault`, in Chinese.
 */
export function planOf(day: number, statements: readonly Statement[], fault: (text: string) => void): DayPlan {
  const said = statements.filter(({ days }) => days & (1 << day)).sort((a, b) => dayCount(a.days) - dayCount(b.days));
  const [first] = said;
  if (first === undefined) return { mode: '歇', spans: [] };
  const same = said.filter(({ days }) => days === first.days);
  const wider = said.filter(({ days }) => days !== first.days);
  const spans = tidy(same.flatMap((entry) => entry.spans));
  const clash =
    spans === null ||
    (first.mode === '开' && spans.length === 0) ||
    same.some(({ mode }) => mode !== first.mode) ||
    wider.some(
      ({ days, mode, spans: other }) =>
        // 周三 13:00-16:00 beside 每天 9:00-11:30 may add to it or replace it: that is a fault.
        (first.days & days) !== first.days || (mode === '开' && first.mode === '开' && !overlap(first.spans, other)),
    );
  if (clash) fault(`“周${DAY_ORDER[day]}”写了几次，对不起来：每一天只写一次`);
  return { mode: first.mode, spans: spans ?? [] };
}
