import type { Coastline } from '../../domain/dataset/dataset.ts';

/** Longitude and latitude, WGS-84 degrees. */
export type Position = readonly [lon: number, lat: number];
/** A closed line: the last position repeats the first. */
export type Ring = readonly Position[];
/** West, south, east and north of an area, in WGS-84 degrees. */
export type Box = Coastline['bbox'];

/** The part of GeoJSON that the file of the coastline package uses. */
interface LandFile {
  readonly geometries: readonly { readonly type: string; readonly coordinates: readonly (readonly Ring[])[] }[];
}

/** The outer rings of all land polygons of a GeoJSON GeometryCollection; holes (lakes) are left out. */
export function landRings(json: string): Ring[] {
  const { geometries } = JSON.parse(json) as LandFile;
  return geometries
    .filter(({ type }) => type === 'MultiPolygon')
    .flatMap(({ coordinates }) => coordinates.map(([outer = []]) => outer));
}

/** The four sides of a box, each as axis, limit and direction; a position inside lies on the kept side of all four. */
export const sidesOf = ([west, south, east, north]: Box) =>
  [
    { axis: 0, at: west, inside: (value: number) => value >= west },
    { axis: 0, at: east, inside: (value: number) => value <= east },
    { axis: 1, at: south, inside: (value: number) => value >= south },
    { axis: 1, at: north, inside: (value: number) => value <= north },
  ] as const;

/** Where the line from `from` to `to` meets the side of a box that lies `at` on an axis. */
export function crossing(from: Position, to: Position, axis: 0 | 1, at: number): Position {
  const share = (at - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 0 ? from[1] + share * (to[1] - from[1]) : from[0] + share * (to[0] - from[0]);
  return axis === 0 ? [at, other] : [other, at];
}

/**
 * Cuts a closed ring to a box (Sutherland–Hodgman); where it was cut it runs along the frame of the box. Empty where
 * nothing lies inside.
 */
export function clipRing(ring: Ring, box: Box): Ring {
  const open = sidesOf(box).reduce<Position[]>(
    (points, { axis, at, inside }) => {
      return points.flatMap((point, index) => {
        const before = points.at(index - 1) ?? point;
        const cut = inside(point[axis]) === inside(before[axis]) ? [] : [crossing(before, point, axis, at)];
        return inside(point[axis]) ? [...cut, point] : cut;
      });
    },
    ring.slice(0, -1),
  );
  const [first] = open;
  return first === undefined ? [] : [...open, first];
}

/** Whether the line from `a` to `b` runs along the frame of the box: then it comes from the cut and is no coast. */
export function isFrame(a: Position, b: Position, [west, south, east, north]: Box): boolean {
  return (a[0] === b[0] && (a[0] === west || a[0] === east)) || (a[1] === b[1] && (a[1] === south || a[1] === north));
}

/** The coast lines of a clipped ring without the parts along the frame; the whole ring where nothing was cut. */
export function coastLines(ring: Ring, box: Box): Position[][] {
  const steps = ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const);
  const cut = steps.findIndex(([from, to]) => isFrame(from, to, box));
  if (cut === -1) return [[...ring]];
  const lines: Position[][] = [];
  let line: Position[] = [];
  // The walk begins at a frame step, so that no coast line is split at the ring's first position.
  for (const [from, to] of [...steps.slice(cut), ...steps.slice(0, cut)]) {
    if (isFrame(from, to, box)) line = [];
    else if (line.length > 0) line.push(to);
    else lines.push((line = [from, to]));
  }
  return lines;
}

/** How far a position is from the line from `a` to `b`, where a degree of longitude is `shrink` of one of latitude. */
export function distanceToLine([x, y]: Position, [ax, ay]: Position, [bx, by]: Position, shrink: number): number {
  const [dx, dy] = [(bx - ax) * shrink, by - ay];
  const [px, py] = [(x - ax) * shrink, y - ay];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(px, py);
  const along = Math.min(1, Math.max(0, (px * dx + py * dy) / length ** 2));
  return Math.hypot(px - along * dx, py - along * dy);
}

/**
 * Simplifies a line (Douglas–Peucker): drops positions that lie nearer than `tolerance`, in degrees of latitude, to
 * what remains.
 */
export function simplifyLine(line: readonly Position[], tolerance: number): Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  const shrink = Math.cos((first[1] * Math.PI) / 180);
  const far = line.reduce(
    (best, point, index) => {
      const distance = distanceToLine(point, first, last, shrink);
      return distance > best.distance ? { index, distance } : best;
    },
    { index: 0, distance: 0 },
  );
  if (far.distance <= tolerance) return [first, last];
  const before = simplifyLine(line.slice(0, far.index + 1), tolerance);
  return [...before.slice(0, -1), ...simplifyLine(line.slice(far.index), tolerance)];
}

/** Simplifies the coast of a clipped ring and keeps its parts along the frame. */
export function simplifyRing(ring: Ring, box: Box, tolerance: number): Ring {
  const steps = ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const);
  const cut = steps.findIndex(([from, to]) => isFrame(from, to, box));
  if (cut === -1) return simplifyLine(ring, tolerance);
  const points: Position[] = [];
  let coast: Position[] = [];
  const flush = () => {
    for (const point of simplifyLine(coast, tolerance).slice(1)) points.push(point);
    coast = [];
  };
  for (const [from, to] of [...steps.slice(cut), ...steps.slice(0, cut)]) {
    if (!isFrame(from, to, box)) coast = coast.length === 0 ? [from, to] : [...coast, to];
    else {
      flush();
      points.push(to);
    }
  }
  flush();
  const [first] = points;
  return first === undefined ? [] : [...points, first];
}

/** The signed area of a closed ring in square degrees. */
function areaOf(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], index) => {
    const [px, py] = ring[index] ?? [x, y];
    return sum + (px * y - x * py) / 2;
  }, 0);
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** A position with four decimals, about ten metres. */
export const rounded = ([lon, lat]: Position): Position => [round(lon), round(lat)];

/** The land inside a box, simplified for small pictures: positions rounded to 4 decimals, tiny islands left out. */
export function landInBox(land: readonly Ring[], box: Box, tolerance: number): Ring[] {
  return land
    .map((ring) => clipRing(ring, box))
    .map((ring) => simplifyRing(ring, box, tolerance))
    .map((ring) => ring.map(rounded))
    .filter((ring) => ring.length >= 4 && Math.abs(areaOf(ring)) > 4 * tolerance ** 2);
}

/** Whether a position lies inside one of the rings (even-odd rule). */
export function isOnLand([x, y]: Position, rings: readonly Ring[]): boolean {
  return rings.some((ring) => {
    const crossings = ring.slice(1).filter(([bx, by], index) => {
      const [ax, ay] = ring[index] ?? [bx, by];
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    });
    return crossings.length % 2 === 1;
  });
}
