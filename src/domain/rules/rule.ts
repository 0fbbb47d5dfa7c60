/** An entry of a table of rules: how grave a breach is, what it finds, what it is based on, what to do. */
export interface RuleEntry {
  readonly level: '必须改' | '提醒';
  readonly about: string;
  /** What asks for it: a clause of the notice, a section of docs/norms.md (本站规范) or a table of ours. */
  readonly source: string;
  readonly remedy: string;
}

const entry =
  <L extends RuleEntry['level']>(level: L) =>
  (about: string, source: string, remedy: string) =>
    ({ level, about, source, remedy }) as const;

/** Makes a rule whose breach stops a build. */
export const must = entry('必须改');
/** Makes a rule whose breach is only reported. */
export const remind = entry('提醒');

/** Sources that many rules share: the column dictionary, and sections 5, 7 and 8 of docs/norms.md. */
export const TABLE = '数据字典';
export const PERSONAL = '本站规范五（个人信息）';
export const CASE = '本站规范五（案例）';
export const PLACE = '本站规范七（地图）';
export const FRESH = '本站规范八（新鲜度）';
