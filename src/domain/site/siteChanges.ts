import type { IsoDate } from '../time/dates.ts';

/** An entry of the change log: the day, what changed, and the page where it can be seen. */
export interface Change {
  readonly on: IsoDate;
  readonly kind: '站点' | '数据' | '政策' | '解读' | '案例';
  readonly what: string;
  readonly note: string;
  readonly href: string;
}

/** The changes of one day. */
export interface ChangeDay {
  readonly on: IsoDate;
  readonly changes: readonly Change[];
}

const ORDER: readonly Change['kind'][] = ['站点', '数据', '政策', '解读', '案例'];

/** Groups changes by day, newest first; within a day data come before texts. */
export function changeDays(changes: readonly Change[]): readonly ChangeDay[] {
  return [...Map.groupBy(changes, ({ on }) => on)]
    .map(([on, own]) => ({ on, changes: own.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)) }))
    .sort((a, b) => b.on.localeCompare(a.on));
}
