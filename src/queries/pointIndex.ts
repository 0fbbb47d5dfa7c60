import KDBush from 'kdbush';
import { distanceMetres } from '../domain/place/coordinates.ts';
import type { Point } from '../domain/place/region.ts';

/** A degree of latitude in metres, as pictures of surroundings draw it. */
const DEGREE = 111_320;
/** How far the nearest rows are looked for at first, in metres; each further try reaches four times as far. */
const FIRST_REACH = 2000;
/** Half the way around the earth: nothing is farther. */
const FARTHEST = 20_040_000;

/**
 * The rows that have a point, found by where they are. What is found keeps the order of the rows. Nothing is found across
 * the 180th meridian.
 */
export interface PointIndex<T> {
  /** The rows in the square around a place that reaches so many metres to each side, and some beyond its edge. */
  readonly around: (centre: Point, reach: number) => readonly T[];
  /** At most `most` rows that `admits` lets pass, the nearest first, with their distance in metres. */
  readonly nearest: (
    from: Point,
    most: number,
    admits: (row: T) => boolean,
  ) => readonly { readonly row: T; readonly metres: number }[];
}

/** Indexes rows by their point; those without one are never found. */
export function pointIndex<T>(rows: readonly T[], pointOf: (row: T) => Point | null): PointIndex<T> {
  const placed = rows.flatMap((row) => {
    const point = pointOf(row);
    return point === null ? [] : [{ row, point }];
  });
  const tree = new KDBush(placed.length);
  for (const { point } of placed) tree.add(point.lon, point.lat);
  tree.finish();

  const found = ({ lon, lat }: Point, reach: number) => {
    const north = (reach * 1.01) / DEGREE;
    // Where a square of this size reaches a pole or around the earth, every longitude is in it.
    const narrowest = Math.cos((Math.min(90, Math.abs(lat) + north) * Math.PI) / 180);
    const east = narrowest * 360 > north ? Math.min(360, north / narrowest) : 360;
    return tree
      .range(lon - east, lat - north, lon + east, lat + north)
      .sort((a, b) => a - b)
      .flatMap((at) => placed[at] ?? []);
  };

  return {
    around: (centre, reach) => found(centre, reach).map(({ row }) => row),
    nearest: (from, most, admits) => {
      for (let reach = FIRST_REACH; ; reach *= 4) {
        const whole = reach >= FARTHEST;
        const near = found(from, whole ? FARTHEST : reach)
          .filter(({ row }) => admits(row))
          .map(({ row, point }) => ({ row, metres: distanceMetres(from, point) }))
          .filter(({ metres }) => whole || metres <= reach);
        if (near.length >= most || whole) return near.sort((a, b) => a.metres - b.metres).slice(0, most);
      }
    },
  };
}
