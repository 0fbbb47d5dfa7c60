import L from 'leaflet';
import type { Point } from '../../domain/place/region.ts';

/**
 * Space between what is fitted into the map and its edge, as a share of its size: little around the whole city, and half
 * a plate around an area; never more pixels than `PADDING`.
 */
export const CITY_SHARE = 0.08;
const AREA_SHARE = 0.16;
const PADDING = 72;

const boundsOf = (points: readonly Point[]) =>
  L.latLngBounds(points.map(({ lat, lon }): [number, number] => [lat, lon]));

/** The zoom level at which all points are in view, `most` at the most; `right` is kept free for the controls there. */
export function zoomToFit(map: L.Map, points: readonly Point[], most: number, right = 0, share = AREA_SHARE): number {
  const { x, y } = map.getSize();
  const room = (size: number) => 2 * Math.min(PADDING, size * share);
  return Math.min(most, map.getBoundsZoom(boundsOf(points), false, L.point(room(x) + right, room(y))));
}

/** Moves the map at once so that the points lie around its middle, beside what `right` keeps free. */
export function goTo(map: L.Map, points: readonly Point[], zoom: number, right = 0): void {
  const middle = map.project(boundsOf(points).getCenter(), zoom).add([right / 2, 0]);
  map.setView(map.unproject(middle, zoom), zoom, { animate: false });
}
