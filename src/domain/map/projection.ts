import { boundsAround } from '../place/coordinates.ts';
import type { Point } from '../place/region.ts';

/** Converts WGS-84 points to the units of a picture, y downwards. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly at: (point: Point) => readonly [x: number, y: number];
}

const rad = (degrees: number) => (degrees * Math.PI) / 180;
const mercatorY = (lat: number) => Math.log(Math.tan(Math.PI / 4 + rad(lat) / 2));

/**
 * A Web Mercator projection of a box (west, south, east, north) into a picture `width` units wide; its height follows.
 */
export function boxProjection(bbox: readonly [number, number, number, number], width: number): Projection {
  const [west, south, east, north] = bbox;
  const scale = width / rad(east - west);
  const top = mercatorY(north);
  return {
    width,
    height: Math.round((top - mercatorY(south)) * scale),
    at: ({ lon, lat }) => [rad(lon - west) * scale, (top - mercatorY(lat)) * scale],
  };
}

/** How many metres lie between the western and the eastern side of a box, in its middle. */
export const metresAcross = ([west, south, east, north]: readonly [number, number, number, number]): number =>
  (40_075_017 / 360) * (east - west) * Math.cos(rad((south + north) / 2));

/**
 * A projection into a picture that shows `radius` metres to both sides of a centre; accurate enough for a few
 * kilometres.
 */
export function localProjection(centre: Point, radius: number, width: number, height: number): Projection {
  const perDegree = 111_320;
  const scale = width / 2 / radius;
  const cosine = Math.cos(rad(centre.lat));
  return {
    width,
    height,
    at: ({ lon, lat }) => [
      width / 2 + (lon - centre.lon) * perDegree * cosine * scale,
      height / 2 - (lat - centre.lat) * perDegree * scale,
    ],
  };
}

/** A point on the world map of Web Mercator at a zoom level, in pixels, as Leaflet and its tiles count them. */
export function worldPixel({ lon, lat }: Point, zoom: number): { readonly x: number; readonly y: number } {
  const size = 256 * 2 ** zoom;
  return { x: (size * (lon + 180)) / 360, y: size * (0.5 - mercatorY(lat) / (2 * Math.PI)) };
}

/** How many metres a pixel is at a latitude and a zoom level of Web Mercator. */
export const metresPerPixel = (lat: number, zoom: number): number =>
  (40_075_017 * Math.cos(rad(lat))) / (256 * 2 ** zoom);

/** The smallest box around points as west, south, east, north, with a margin in degrees; null where there are none. */
export function boundsOf(points: readonly Point[], margin = 0): [number, number, number, number] | null {
  const box = boundsAround(points, margin);
  return box === null ? null : [box.west, box.south, box.east, box.north];
}

/** SVG path data of closed rings of [lon, lat]; relative and rounded to one decimal to keep it short. */
export function ringsPath(rings: readonly (readonly (readonly [number, number])[])[], projection: Projection): string {
  return rings.map((ring) => `${linesPath([ring], projection)}z`).join('');
}

/** SVG path data of open lines of [lon, lat], as short as that of rings. */
export function linesPath(lines: readonly (readonly (readonly [number, number])[])[], projection: Projection): string {
  return lines
    .map((ring) => {
      let [lastX, lastY] = [0, 0];
      const steps = ring.map(([lon, lat], index) => {
        const [x, y] = projection.at({ lon, lat }).map((value) => Math.round(value * 10)) as [number, number];
        const step = `${(x - lastX) / 10} ${(y - lastY) / 10}`;
        [lastX, lastY] = [x, y];
        return index === 0 ? `M${step}` : `l${step}`;
      });
      return steps.join('');
    })
    .join('');
}

/** SVG path data that draws each point as a dot when stroked with round caps. */
export function dotsPath(points: readonly Point[], projection: Projection): string {
  const cells = new Set(
    points.map((point) =>
      projection
        .at(point)
        .map((value) => Math.round(value))
        .join(' '),
    ),
  );
  return [...cells].map((cell) => `M${cell}h0`).join('');
}
