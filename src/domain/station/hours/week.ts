/** A span of a day in minutes since midnight: `from` inclusive, `to` exclusive (up to 1440). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The plan of one day: 开 open in the spans, 预约 by appointment, 歇 closed. */
export interface DayPlan {
  readonly mode: '开' | '预约' | '歇';
  readonly spans: readonly Span[];
}

/** What a station does on public holidays: closed, as usual, or 未说明 (not stated), and then nobody may be sent there. */
export type HolidayRule = '休息' | '照常' | '未说明';

/** A weekly plan, Monday first (7 entries). */
export interface Hours {
  readonly week: readonly DayPlan[];
  readonly holidays: HolidayRule;
  /** The remarks of the cell, unchanged. */
  readonly note: string;
}

/** A text that is equal for equal plans. */
export const key = ({ mode, spans }: DayPlan): string => mode + spans.map(({ from, to }) => `${from}-${to}`).join();
