import L from 'leaflet';
import { boundsAround, type Bounds } from '../../domain/place/coordinates.ts';
import type { Point } from '../../domain/place/region.ts';

/**
 * Space between what is fitted into the map and its edge, as a share of its size: little around the whole city, and half
 * a plate around an area; never more pixels than `PADDING`.
 */
const CITY_SHARE = 0.08;
const AREA_SHARE = 0.16;
const PADDING = 72;

const latLngBounds = ({ west, south, east, north }: Bounds) => L.latLngBounds([south, west], [north, east]);

/** The box around points; there must be some. */
function boundsOf(points: readonly Point[]): L.LatLngBounds {
  const bounds = boundsAround(points);
  if (bounds === null) throw new RangeError('there is nothing to fit into the map');
  return latLngBounds(bounds);
}

/** The place in the middle of the map. */
export function middleOf(map: L.Map): Point {
  const { lat, lng } = map.getCenter();
  return { lat, lon: lng };
}

/** The part of the city that the map shows. */
export function viewOf(map: L.Map): Bounds {
  const view = map.getBounds();
  return { west: view.getWest(), south: view.getSouth(), east: view.getEast(), north: view.getNorth() };
}

/** The zoom level at which all points are in view, `most` at the most; `right` is kept free for the controls there. */
export function zoomToFit(map: L.Map, points: readonly Point[], most: number, right = 0): number {
  return zoomFor(map, boundsOf(points), most, right, AREA_SHARE);
}

function zoomFor(map: L.Map, bounds: L.LatLngBounds, most: number, right: number, share: number): number {
  const { x, y } = map.getSize();
  const room = (size: number) => 2 * Math.min(PADDING, size * share);
  return Math.min(most, map.getBoundsZoom(bounds, false, L.point(room(x) + right, room(y))));
}

/** The farthest zoom level that a map can be taken to; a province that needs a farther one to be seen whole has that. */
const FARTHEST = 8;

/** Shows the whole city: all points, or its box where there are none; no closer than `most`. */
export function goToCity(map: L.Map, points: readonly Point[], city: Bounds, most: number): void {
  const bounds = latLngBounds(boundsAround(points) ?? city);
  map.setMinZoom(0);
  const zoom = zoomFor(map, bounds, most, 0, CITY_SHARE);
  map.setMinZoom(Math.min(FARTHEST, zoom));
  map.setView(bounds.getCenter(), zoom, { animate: false });
}

/** Moves the map at once so that the points lie around its middle, beside what `right` keeps free. */
export function goTo(map: L.Map, points: readonly Point[], zoom: number, right = 0): void {
  const middle = map.project(boundsOf(points).getCenter(), zoom).add([right / 2, 0]);
  map.setView(map.unproject(middle, zoom), zoom, { animate: false });
}
