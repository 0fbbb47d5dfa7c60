import type { Point } from '../place/region.ts';
import type { Phone } from './phone.ts';
import type { Hours } from './hours/week.ts';

/** The three types of the notice (二（一）, 二（二）, 二). */
export const STATION_TYPES = ['综合', '专项', '居村'] as const;
export type StationType = (typeof STATION_TYPES)[number];

export const STATUSES = ['运行', '筹建', '暂停', '撤并'] as const;
export type Status = (typeof STATUSES)[number];

/** How much of a row the public may see. 仅电话: no address, no point. 仅街镇: neither phone nor hours of its own. */
export const PUBLISH_LEVELS = ['全部', '仅电话', '仅街镇'] as const;
export type PublishLevel = (typeof PUBLISH_LEVELS)[number];

/** How exact the coordinate is. 街镇 means it is only known to lie in the town. */
export const PRECISIONS = ['门牌', '道路', '街镇'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** One checked row of stations.csv; coordinates already WGS-84. Dates are `YYYY-MM-DD`. */
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
  /** What is said of the hours that a weekly plan can't hold, in the station's own words; it may stand alone. */
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

/** The fields that each level keeps from the public, with what stands in their place. */
const WITHOUT_PLACE = { address: '', point: null, precision: '街镇', directions: '' } as const;
const BLANKED = {
  全部: {},
  仅电话: WITHOUT_PLACE,
  仅街镇: { ...WITHOUT_PLACE, phones: [], hours: null, hoursNote: '' },
} as const satisfies Record<PublishLevel, Partial<Station>>;

/** Whether the level of a row keeps this field from the public. */
export function hides(station: Pick<Station, 'publishLevel'>, field: keyof Station): boolean {
  return field in BLANKED[station.publishLevel];
}

/**
 * What the public may see of a row: fields above its publish level are emptied (docs/norms.md §5). Every output goes
 * through here: pages, search, map, exports, posters.
 */
export function publicView(station: Station): Station {
  return { ...station, ...BLANKED[station.publishLevel] };
}

/**
 * Where a map may draw a station: its door or street, else the representative point of its 街镇, which is never exact.
 */
export function shownPoint(
  station: Pick<Station, 'point' | 'precision'>,
  town: Point | null,
): { readonly point: Point; readonly exact: boolean } | null {
  if (station.point !== null && isExactlyPlaced(station)) return { point: station.point, exact: true };
  return town === null ? null : { point: town, exact: false };
}

/** Whether the place is known to the door or street, so that a marker may point at it. */
export function isExactlyPlaced(station: Pick<Station, 'point' | 'precision'>): boolean {
  return station.point !== null && station.precision !== '街镇';
}

/** Whether a station is in operation; one that is being set up, paused or closed is not. */
export const isRunning = ({ status }: Pick<Station, 'status'>): boolean => status === '运行';

/** Whether a station was closed or merged into another for good; its page stays and points on. */
export const isClosed = ({ status }: Pick<Station, 'status'>): boolean => status === '撤并';

/** Whether a text is one of the four statuses. */
export function isStatus(text: string): text is Status {
  return (STATUSES as readonly string[]).includes(text);
}
