import { summariseWeek } from './hours/format.ts';
import type { Hours } from './hours/week.ts';
import type { Station, StationType } from './station.ts';

/** From more listed stations than this on, lists of all are paged by district and filtered from a file of their own. */
export const PAGED_ABOVE = 1500;

/** What a row of a list says of the kind of a station: 专项 · 禁毒; `field` is the full name of its field. */
export const kindWords = (type: StationType, field: string | undefined): string =>
  field === undefined ? type : `${type} · ${field}`;

/** What a row of a list says of the place of a station; `town` is the name of its 街镇. */
export const placeWords = ({ publishLevel, address }: Station, town: string): string =>
  ({
    全部: address || `${town}（只知道在哪个街镇）`,
    仅电话: '只公布电话',
    仅街镇: `${town}（具体地点不公开）`,
  })[publishLevel];

/** The weekly plan of a station in one line; the days on which it doesn't open are left out. */
export function weekWords(hours: Hours | null): string {
  const week = hours === null ? [] : summariseWeek(hours).filter(({ text }) => text !== '不开');
  return week.map(({ days, text }) => `${days} ${text}`).join('；') || '去之前先打电话';
}

/** One station of a `ListFile`; the numbers are places in its other lists, -1 for none. */
export type ListRow = readonly [
  id: string,
  name: string,
  type: number,
  mark: string,
  exact: 0 | 1,
  town: number,
  field: number,
  /** As it is shown, and as it is dialled; both empty where the list shows the city's hotline instead. */
  phone: string,
  tel: string,
  place: string,
  hours: number,
  verified: string,
  /** 运行 is empty; the dates from and until which it is otherwise. */
  status: string,
  from: string,
  until: string,
];

/** The file that a long list is filtered from: all listed stations in their order, what many share written once. */
export interface ListFile {
  readonly districts: readonly (readonly [code: string, name: string])[];
  readonly towns: readonly (readonly [code: string, name: string])[];
  readonly fields: readonly (readonly [slug: string, fullName: string])[];
  readonly hours: readonly (readonly [code: string, plain: string])[];
  readonly rows: readonly ListRow[];
}
