import { planOf, type Statement, without } from './plan.ts';
import { type Days, EVERY_DAY, type Token } from './tokens.ts';
import type { DayPlan, HolidayRule, Span } from './week.ts';

const EXAMPLE = '写成“周一至周五 9:00-11:30、13:00-17:00；国定假日休息”，别的话放在（）里';

/**
 * Builds a weekly plan from the words of a cell: give it every token in order with `take`, then call `finish`.
 * Afterwards `faults` says in Chinese what could not be understood.
 */
export class Interpreter {
  readonly faults: string[] = [];
  readonly notes: string[] = [];
  readonly statements: Statement[] = [];
  holidays: HolidayRule = '未说明';
  #days: Days = 0;
  #daysText = '';
  #ofHolidays = false;
  #current: Statement | null = null;
  // Whether hours or a closing were given for the days named last.
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

  /** The weekly plan, Monday first; call it after the last token. */
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
    // In 周二至周日每天 the 每天 means each of the days just named.
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
