/** Minutes since midnight, start inclusive, end exclusive (1440 allowed). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** 开: open in the spans · 预约: by appointment · 歇: closed. */
export interface DayPlan {
  readonly mode: '开' | '预约' | '歇';
  readonly spans: readonly Span[];
}

/** What is told of public holidays. 未说明: not stated, and then nobody may be sent there on one. */
export type HolidayRule = '休息' | '照常' | '未说明';

/** A weekly plan, Monday first (7 entries). */
export interface Hours {
  readonly week: readonly DayPlan[];
  readonly holidays: HolidayRule;
  /** Remarks of the cell that aren't times, in their own words. */
  readonly note: string;
}

export const key = ({ mode, spans }: DayPlan): string => mode + spans.map(({ from, to }) => `${from}-${to}`).join();
