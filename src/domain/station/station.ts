import type { Point } from '../place/region.ts';
import type { Phone } from './phone.ts';
import type { Hours } from './hours/week.ts';

/** The types of stations (notice 二): 综合 for a 街镇, 专项 for one field in it, 居村 for one 居村. */
export const STATION_TYPES = ['综合', '专项', '居村'] as const;
export type StationType = (typeof STATION_TYPES)[number];

/** The states of a station: in operation, being set up, paused, closed or merged for good. */
export const STATUSES = ['运行', '筹建', '暂停', '撤并'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * How much of a row the public may see: 全部 is all, 仅电话 hides address and point, 仅街镇 also telephone and hours
 * (docs/norms.md §5).
 */
export const PUBLISH_LEVELS = ['全部', '仅电话', '仅街镇'] as const;
export type PublishLevel = (typeof PUBLISH_LEVELS)[number];

/** How exact a coordinate is: to the door, to the road, or only to the 街镇. */
export const PRECISIONS = ['门牌', '道路', '街镇'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** The record of a checked row of stations.csv. Coordinates are WGS-84, dates `YYYY-MM-DD`. */
export interface Station {
  readonly id: string;
  readonly name: string;
  readonly type: StationType;
  readonly field: string | null;
  readonly townCode: string;
  readonly committeeCode: string | null;
  readonly address: string;
  readonly point: Point | null;
  readonly precision: Precision;
  readonly phones: readonly Phone[];
  readonly hours: Hours | null;
  /**
   * What a weekly plan cannot express about the hours, in the station's own words; there may be a note without a plan.
   */
  readonly hoursNote: string;
  readonly host: string;
  readonly operator: string | null;
  readonly staffCount: number | null;
  readonly qualifiedCount: number | null;
  readonly services: readonly string[];
  readonly accessibility: string;
  readonly directions: string;
  readonly openedOn: string | null;
  readonly status: Status;
  readonly statusNote: string;
  readonly statusFrom: string | null;
  readonly statusUntil: string | null;
  readonly successor: string | null;
  readonly verifiedOn: string | null;
  readonly verifiedBy: string;
  readonly source: string;
  readonly publishLevel: PublishLevel;
  readonly formerNames: readonly string[];
  readonly externalId: string;
}

/** What replaces the fields that a publish level hides. */
const WITHOUT_PLACE = { address: '', point: null, precision: '街镇', directions: '' } as const;
const BLANKED = {
  全部: {},
  仅电话: WITHOUT_PLACE,
  仅街镇: { ...WITHOUT_PLACE, phones: [], hours: null, hoursNote: '' },
} as const satisfies Record<PublishLevel, Partial<Station>>;

/** Whether the publish level of a row hides this field from the public. */
export function hides(station: Pick<Station, 'publishLevel'>, field: keyof Station): boolean {
  return field in BLANKED[station.publishLevel];
}

/**
 * A row as the public may see it: fields that its publish level hides are emptied (docs/norms.md §5). Every output must
 * be made from this.
 */
export function publicView(station: Station): Station {
  return { ...station, ...BLANKED[station.publishLevel] };
}

/** The point at which a map draws a station: its own if exact, else that of its 街镇; null where neither is known. */
export function shownPoint(
  station: Pick<Station, 'point' | 'precision'>,
  town: Point | null,
): { readonly point: Point; readonly exact: boolean } | null {
  if (station.point !== null && isExactlyPlaced(station)) return { point: station.point, exact: true };
  return town === null ? null : { point: town, exact: false };
}

/** Whether the place is known to the door or road, so that a marker may point at it. */
export function isExactlyPlaced(station: Pick<Station, 'point' | 'precision'>): boolean {
  return station.point !== null && station.precision !== '街镇';
}

/**
 * Whether a station may be listed for a service: a 专项 one works in one field, so that it is asked for the services of
 * that field alone (notice 二（二）).
 */
export const fitsService = (
  { type, field }: Pick<Station, 'type' | 'field'>,
  { fields }: { readonly fields: readonly string[] },
): boolean => type !== '专项' || field === null || fields.includes(field);

/** Whether a station is in operation (运行). */
export const isRunning = ({ status }: Pick<Station, 'status'>): boolean => status === '运行';

/** Whether a station was closed or merged for good (撤并); its page stays and links to its successor. */
export const isClosed = ({ status }: Pick<Station, 'status'>): boolean => status === '撤并';

/** Whether a text is one of the four statuses. */
export function isStatus(text: string): text is Status {
  return (STATUSES as readonly string[]).includes(text);
}
