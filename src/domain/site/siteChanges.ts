import type { IsoDate } from '../time/dates.ts';

/** One line of the change log: on which day, what changed, and where to see it. */
export interface Change {
  readonly on: IsoDate;
  readonly kind: '站点' | '数据' | '政策' | '解读' | '案例';
  readonly what: string;
  readonly note: string;
  readonly href: string;
}

/** Changes of one day. */
export interface ChangeDay {
  readonly on: IsoDate;
  readonly changes: readonly Change[];
}

const ORDER: readonly Change['kind'][] = ['站点', '数据', '政策', '解读', '案例'];

/** The change log, newest day first; within a day data before texts. */
export function changeDays(changes: readonly Change[]): readonly ChangeDay[] {
  return [...Map.groupBy(changes, ({ on }) => on)]
    .map(([on, own]) => ({ on, changes: own.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)) }))
    .sort((a, b) => b.on.localeCompare(a.on));
}
