/** A point in WGS-84 degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** A district or county (区、县), 6-digit code of the statistics bureau. */
export interface District {
  readonly code: string;
  readonly name: string;
  /** The department that answers for stations now, and the day on which that was verified; else nobody knows. */
  readonly leadDepartment: string;
  readonly phone: string;
  readonly leadVerifiedOn: string | null;
  readonly point: Point | null;
}

/**
 * Who was in charge by the notice (五（一）), and why that may have changed: the reform of 2023 moved duties for social
 * work from the departments of civil affairs to new ones.
 */
export const LEAD_HISTORY =
  '通知（2021年12月）五（一）写的是“各区民政局、各有关单位”。2023年党和国家机构改革组建了社会工作部门，民政部门的一部分社会工作职责划了过去。';

/** The kinds of town-level units. 街道, 镇 and 乡 are 街镇; 其他 are development zones and farms that have 居村委 of their own. */
export const TOWN_KINDS = ['街道', '镇', '乡', '其他'] as const;
export type TownKind = (typeof TOWN_KINDS)[number];

/** A unit at the level of a 街镇, with a 9-digit code. `servedBy` is the code of the 街镇 that serves a unit of kind 其他. */
export interface Town {
  readonly code: string;
  readonly districtCode: string;
  readonly name: string;
  readonly kind: TownKind;
  readonly point: Point | null;
  /** `GeoNames` or `约略`. The point of a town only represents it and is never an address. */
  readonly pointSource: string;
  readonly servedBy: string | null;
  readonly aliases: readonly string[];
}

/** A 居委会 or 村委会, 12-digit code. */
export interface Committee {
  readonly code: string;
  readonly townCode: string;
  readonly name: string;
  readonly kind: '居委会' | '村委会' | '其他';
}

/** How a character or word of place names is read: one syllable a character, with spaces between, without tones. */
export interface Reading {
  readonly word: string;
  readonly pinyin: string;
  readonly source: string;
}

/** Whether the notice counts this unit as a 街镇 (notice 二: 每街镇一个综合社工站). */
export function isStreetOrTown(town: Pick<Town, 'kind'>): boolean {
  return town.kind !== '其他';
}

/**
 * The code of the 街镇 that serves a unit: its own, or for kind 其他 that in `served_by`; null where none is registered.
 */
export function servingCode({ code, kind, servedBy }: Pick<Town, 'code' | 'kind' | 'servedBy'>): string | null {
  return kind === '其他' ? servedBy : code;
}
