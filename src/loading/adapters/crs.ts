import gcoord from 'gcoord';
import type { Crs } from '../../domain/place/coordinates.ts';
import type { Point } from '../../domain/place/region.ts';

const { BD09, GCJ02, transform, WGS84 } = gcoord;

// CGCS2000 differs from WGS-84 by less than a metre: the same at our scale (docs/norms.md §7).
const SYSTEMS = { WGS84, CGCS2000: WGS84, GCJ02, BD09 } as const;

// Six decimals are a tenth of a metre; the conversion itself is no more exact than that.
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function convert({ lon, lat }: Point, from: Crs, to: Crs): Point {
  if (SYSTEMS[from] === SYSTEMS[to]) return { lon, lat };
  const [x, y] = transform<[number, number]>([lon, lat], SYSTEMS[from], SYSTEMS[to]);
  return { lon: round(x), lat: round(y) };
}

/** A point of the stated system in WGS-84, to six decimals. */
export function toWgs84(point: Point, crs: Crs): Point {
  return convert(point, crs, 'WGS84');
}

/** A WGS-84 point in another system, to six decimals; for links into maps that use it. */
export function fromWgs84(point: Point, crs: Crs): Point {
  return convert(point, 'WGS84', crs);
}
