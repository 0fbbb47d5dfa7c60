import { distanceMetres, type Crs } from '../../../domain/place/coordinates.ts';
import type { Point } from '../../../domain/place/region.ts';
import { toWgs84 } from '../../adapters/crs.ts';

/** A coordinate of the file and a point in WGS-84 that it should lie near: the same station as known, or its 街镇. */
export interface CrsSample {
  readonly point: Point;
  readonly near: Point;
  /** Whether `near` is the station itself, known to the door. */
  readonly exact: boolean;
}

/** The system that the coordinates fit, with the figures; null where it can't be told. */
export interface CrsVerdict {
  readonly crs: Crs | null;
  readonly explanation: string;
}

const CANDIDATES = ['WGS84', 'GCJ02', 'BD09'] as const;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

interface Fit {
  readonly crs: Crs;
  /** Metres of the systematic offset. */
  readonly offset: number;
  /** Metres by which the offset itself is uncertain. */
  readonly error: number;
}

/** How the points lie to their neighbours when read in one system; medians, so that single slips don't count. */
function fit(samples: readonly CrsSample[], crs: Crs): Fit {
  const east: number[] = [];
  const north: number[] = [];
  for (const { point, near } of samples) {
    const at = toWgs84(point, crs);
    east.push(Math.sign(at.lon - near.lon) * distanceMetres(near, { lon: at.lon, lat: near.lat }));
    north.push(Math.sign(at.lat - near.lat) * distanceMetres(near, { lon: near.lon, lat: at.lat }));
  }
  const [x, y] = [median(east), median(north)];
  const spread = (values: readonly number[], centre: number) =>
    1.4826 * median(values.map((value) => Math.abs(value - centre)));
  const error = (1.2533 * Math.hypot(spread(east, x), spread(north, y))) / Math.sqrt(samples.length);
  return { crs, offset: Math.hypot(x, y), error: Math.max(error, 10) };
}

const metres = (value: number) => `${Math.round(value / 10) * 10} 米`;

/**
 * Tells the system of a file's coordinates by their systematic offset. In Shanghai GCJ-02 lies about 480 m off and
 * BD-09 about 1.1 km (docs/norms.md §7); points of 街镇 are rough, so that it takes many rows, while a few known stations
 * suffice.
 */
export function judgeCrs(samples: readonly CrsSample[]): CrsVerdict {
  const exact = samples.filter((sample) => sample.exact);
  const used = exact.length >= 3 ? exact : samples;
  const against = exact.length >= 3 ? '已有站点' : '街镇代表点';
  if (used.length < 3) return { crs: null, explanation: `能比对的坐标只有 ${used.length} 个，判断不了` };
  const fits = CANDIDATES.map((crs) => fit(used, crs)).toSorted((a, b) => a.offset - b.offset);
  const [best, second] = fits as [Fit, Fit, Fit];
  const figures = fits.map(({ crs, offset }) => `按 ${crs} 差 ${metres(offset)}`).join('，');
  const explanation = `${used.length} 个坐标和${against}比，整体偏移：${figures}（误差约 ${metres(best.error)}）`;
  const told =
    best.offset < Math.max(60, 2 * best.error) && best.offset < 200 && second.offset - best.offset > 2.5 * best.error;
  return { crs: told ? best.crs : null, explanation: told ? explanation : `${explanation}，分不出是哪一种` };
}
