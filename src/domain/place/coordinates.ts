import type { Point } from './region.ts';

/** The coordinate systems that a row may state (docs/norms.md §7). */
export const CRS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;
export type Crs = (typeof CRS)[number];

/** A box in WGS-84 degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const EARTH_RADIUS = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The distance of two points in metres (haversine on a sphere; within 0.5 % of the ellipsoid). */
export function distanceMetres(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The direction of `to` in degrees clockwise from north, from 0 to below 360; 0 for the same point. */
export function bearing(from: Point, to: Point): number {
  const dLon = radians(to.lon - from.lon);
  const [lat1, lat2] = [radians(from.lat), radians(to.lat)];
  const y = Math.sin(dLon) * Math.cos(lat2);
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
}

const DIRECTIONS = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const;
// Up to this many degrees off a main direction it is called 正东, 正南 and so on.
const STRAIGHT = 10;

/** The direction of `to` in words: 东北, 东, or 正东 where it is nearly exact. */
export function directionWord(from: Point, to: Point): string {
  const degrees = bearing(from, to);
  const sector = Math.round(degrees / 45);
  const word = DIRECTIONS[sector % 8] ?? '北';
  return word.length === 1 && Math.abs(degrees - sector * 45) <= STRAIGHT ? `正${word}` : word;
}

/** A distance in words: 350 米, 1.2 公里, 12 公里; rounded to 10 m at least. */
export function formatDistance(metres: number): string {
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1000) return `${Math.max(10, tens)}米`;
  const kilometres = metres / 1000;
  return `${kilometres < 9.95 ? kilometres.toFixed(1) : Math.round(kilometres)}公里`;
}

/** Whether the point lies in the box, its edges included. */
export function isWithin(point: Point, bounds: Bounds): boolean {
  return point.lon >= bounds.west && point.lon <= bounds.east && point.lat >= bounds.south && point.lat <= bounds.north;
}

/**
 * The smallest box around any number of points, wider by a margin in degrees on each side; null where there are none.
 */
export function boundsAround(points: Iterable<Point>, margin = 0): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lon, lat } of points) {
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  if (west > east) return null;
  return { west: west - margin, south: south - margin, east: east + margin, north: north + margin };
}
