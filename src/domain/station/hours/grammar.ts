import type { DayPlan, HolidayRule, Hours, Span } from './week.ts';
import { CLOSED, DAY_ORDER, EVERY_DAY, HOLIDAY, takeNotes, tokenise, type Days, type Token } from './tokens.ts';

/** What a cell says of opening hours, and in Chinese what of it could not be understood; any fault makes hours null. */
export interface HoursReading {
  readonly hours: Hours | null;
  readonly faults: readonly string[];
}

const EXAMPLE = '写成“周一至周五 9:00-11:30、13:00-17:00；国定假日休息”，别的话放在（）里';

interface Statement {
  readonly days: Days;
  readonly text: string;
  mode: DayPlan['mode'];
  spans: Span[];
}

const without = (spans: readonly Span[], { from, to }: Span): Span[] =>
  spans.flatMap((span) =>
    [
      { from: span.from, to: Math.min(span.to, from) },
      { from: Math.max(span.from, to), to: span.to },
    ].filter((rest) => rest.from < rest.to),
  );

/** Spans in order, touching ones joined; null where two overlap. */
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

/** The plan of one day out of everything said of it: the narrower statement is the exception to the wider one. */
function planOf(day: number, statements: readonly Statement[], fault: (text: string) => void): DayPlan {
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
        // 周三 13:00-16:00 beside 每天 9:00-11:30 may add to it or replace it: nobody can tell.
        (first.days & days) !== first.days || (mode === '开' && first.mode === '开' && !overlap(first.spans, other)),
    );
  if (clash) fault(`“周${DAY_ORDER[day]}”写了几次，对不起来：每一天只写一次`);
  return { mode: first.mode, spans: spans ?? [] };
}

class Interpreter {
  readonly faults: string[] = [];
  readonly notes: string[] = [];
  readonly statements: Statement[] = [];
  holidays: HolidayRule = '未说明';
  #days: Days = 0;
  #daysText = '';
  #ofHolidays = false;
  #current: Statement | null = null;
  // Whether something was said of the days that were named last.
  #answered = true;
  #orphans: Span[] = [];
  #cuts: { days: Days; span: Span; text: string }[] = [];
  #half: { span: Span; text: string } | null = null;

  take(token: Token): void {
    if (this.#half !== null && token.kind !== '休息') this.#fault(`“${this.#half.text}”要写几点到几点`);
    switch (token.kind) {
      case '日':
        this.#name(token.days, token.text);
        break;
      case '假日':
        this.#name(0, '国定假日');
        this.#ofHolidays = true;
        break;
      case '段':
        this.#open(token.span);
        break;
      case '午休':
        if (this.#current === null || this.#current.spans.length === 0) this.#fault(`“${token.text}”前面没有开放时间`);
        else this.#current.spans = without(this.#current.spans, token.span);
        break;
      case '半天':
        this.#half = token;
        return;
      case '预约':
        this.#byAppointment();
        break;
      case '休息':
        this.#closed();
        break;
      case '照常':
        if (!this.#ofHolidays || this.#days !== 0) this.#fault('“照常”只能用来说国定假日：周末写出几点到几点');
        else this.#setHolidays('照常');
        break;
      case '含假日':
        this.#setHolidays('照常');
        break;
      case '除外':
        if (token.holidays) this.#setHolidays('休息');
        if (token.days !== 0) this.statements.push({ days: token.days, text: '', mode: '歇', spans: [] });
        break;
      case '全年':
        this.#allYear();
        break;
      case '注':
        this.notes.push(token.text);
        break;
      case '不懂':
        this.#fault(`“${token.text}”看不懂：${EXAMPLE}`);
        break;
      case '错':
        this.#answered = true;
        this.#fault(token.text);
        break;
    }
    this.#half = null;
  }

  /** The week as said, once everything was taken. */
  finish(): readonly DayPlan[] {
    if (this.#half !== null) this.#fault(`“${this.#half.text}”要写几点到几点`);
    const { statements } = this;
    if (!this.#answered && this.#days !== 0 && this.#orphans.length > 0 && statements.length === 0) {
      statements.push({ days: this.#days, text: this.#daysText, mode: '开', spans: this.#orphans });
    } else {
      if (!this.#answered) this.#fault(`“${this.#daysText}”后面没有写几点到几点`);
      if (this.#orphans.length > 0) this.#fault(`写了时间，没有写星期几：${EXAMPLE}`);
    }
    const named = statements.reduce((sum, { days }) => sum | days, 0);
    if (this.faults.length === 0 && named !== EVERY_DAY && statements.every(({ mode }) => mode === '歇')) {
      this.#fault('没有写哪一天几点开');
    }
    return [0, 1, 2, 3, 4, 5, 6].map((day) => {
      const plan = planOf(day, statements, (text) => this.#fault(text));
      return this.#cuts
        .filter(({ days }) => days & (1 << day))
        .reduce((left, { span, text }) => {
          const spans = without(left.spans, span);
          if (left.mode !== '开' || spans.length === 0) this.#fault(`“${text}休息”和前面的时间对不起来`);
          return { ...left, spans };
        }, plan);
    });
  }

  #fault(text: string): void {
    if (!this.faults.includes(text)) this.faults.push(text);
  }

  #name(days: Days, text: string): void {
    // 周二至周日每天: each of the days just named.
    if (!this.#answered && this.#days !== 0 && /^每[天日]$/.test(text)) return;
    if (this.#answered) {
      this.#days = 0;
      this.#daysText = '';
      this.#ofHolidays = false;
      this.#current = null;
    }
    this.#days |= days;
    this.#daysText += (this.#daysText === '' ? '' : '、') + text;
    this.#answered = false;
  }

  #state(mode: DayPlan['mode'], spans: Span[] = []): Statement {
    const statement = { days: this.#days, text: this.#daysText, mode, spans };
    this.statements.push(statement);
    this.#answered = true;
    return statement;
  }

  #open(span: Span): void {
    if (this.#ofHolidays) {
      this.#answered = true;
      this.#fault('国定假日单独的时间还不能写：只写“国定假日休息”或“国定假日照常”');
    } else if (this.#current !== null) {
      if (this.#current.mode === '歇') this.#fault(`“${this.#daysText}”又写休息，又写时间`);
      this.#current.spans.push(span);
    } else if (this.#days === 0) this.#orphans.push(span);
    else this.#current = this.#state('开', [span]);
  }

  #byAppointment(): void {
    if (this.#ofHolidays) {
      this.#answered = true;
      this.#fault('国定假日预约还不能写：只写“国定假日休息”或“国定假日照常”');
      return;
    }
    if (this.#current !== null) {
      if (this.#current.mode === '歇') this.#fault(`“${this.#daysText}”又写休息，又写预约`);
      this.#current.mode = '预约';
      return;
    }
    if (this.#days === 0) this.#name(EVERY_DAY, '每天');
    this.#current = this.#state('预约');
  }

  #closed(): void {
    if (this.#days === 0 && !this.#ofHolidays) {
      this.#fault('“休息”前面没有写星期几');
      return;
    }
    if (this.#half !== null && !this.#ofHolidays) {
      this.#cuts.push({ days: this.#days, span: this.#half.span, text: this.#daysText + this.#half.text });
      this.#answered = true;
      return;
    }
    if (this.#ofHolidays) this.#setHolidays('休息');
    if (this.#days === 0) return;
    if (this.#current !== null) this.#fault(`“${this.#daysText}”又写时间，又写休息`);
    else this.#current = this.#state('歇');
  }

  #setHolidays(rule: HolidayRule): void {
    if (this.holidays !== '未说明' && this.holidays !== rule) this.#fault('国定假日又写休息，又写照常');
    this.holidays = rule;
    if (this.#ofHolidays && this.#days === 0) this.#answered = true;
  }

  #allYear(): void {
    const named = this.statements.reduce((sum, { days }) => sum | days, 0);
    this.#setHolidays('照常');
    if (this.statements.length === 0 && this.#days === 0) this.#name(EVERY_DAY, '全年无休');
    else if ((named | this.#days) !== EVERY_DAY) this.#fault('“全年无休”和前面写的日子对不起来');
  }
}

/**
 * 周一闭馆（国定假日除外） may mean that it opens on a Monday that is a holiday, or that it closes on holidays: nobody can
 * tell, so it is neither.
 */
export const EITHER_WAY = new RegExp(
  `(?<=${CLOSED})[\\s,，、(（]*(?:除(?:了)?${HOLIDAY}(?:以外|之外|外)?|${HOLIDAY}除外)[)）]?|除(?:了)?${HOLIDAY}(?:以外|之外|外)[\\s,，)）]*(?=(?:每逢|[每逢])?(?:周|星期|礼拜)[一二三四五六日天]\\s*(?:全天)?(?:${CLOSED}))|[(（]除(?:了)?${HOLIDAY}(?:以外|之外|外)?[)）]\\s*(?=(?:全天)?(?:${CLOSED}))`,
  'u',
);

/** Reads one cell, e.g. `周一至周五 9:00-11:30、13:00-17:00；周六 预约；国定假日休息`; empty gives null without a fault. */
export function parseHours(cell: string): HoursReading {
  if (cell.trim() === '') return { hours: null, faults: [] };
  const either = EITHER_WAY.exec(cell);
  if (either !== null) {
    return {
      hours: null,
      faults: [
        `“${either[0].replace(/[\s,，、()（）]/g, '')}”接着“休息”，分不清假日开不开：另写“国定假日休息”或“国定假日照常”`,
      ],
    };
  }
  const { text, notes } = takeNotes(cell);
  const interpreter = new Interpreter();
  tokenise(text).forEach((token) => interpreter.take(token));
  const week = interpreter.finish();
  const { faults, holidays } = interpreter;
  if (faults.length > 0) return { hours: null, faults };
  return { hours: { week, holidays, note: [...notes, ...interpreter.notes].join('；') }, faults };
}
