/** What a rule says of itself: how grave a breach is, what it finds, what it rests on, what to do. */
export interface RuleEntry {
  readonly level: '必须改' | '提醒';
  readonly about: string;
  /** The clause of the notice, the section of the norms, or our own table that asks for it. */
  readonly source: string;
  readonly remedy: string;
}

const entry =
  <L extends RuleEntry['level']>(level: L) =>
  (about: string, source: string, remedy: string) =>
    ({ level, about, source, remedy }) as const;

export const must = entry('必须改');
export const remind = entry('提醒');

export const TABLE = '数据字典';
export const PERSONAL = '本站规范五（个人信息）';
export const PLACE = '本站规范七（地图）';
export const FRESH = '本站规范八（新鲜度）';
