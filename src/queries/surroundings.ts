import { distanceMetres } from '../domain/place/coordinates.ts';
import { localProjection } from '../domain/map/projection.ts';
import { isExactlyPlaced } from '../domain/station/station.ts';
import type { StationView, SurroundingsPicture } from '../views/station.ts';
import { getDataset } from './dataset.ts';
import { getListed } from './stations.ts';

/**
 * The small picture of a station's surroundings: land, other stations and names within `radius` metres, in a square of
 * `size` units.
 */
export function getSurroundings(view: StationView, radius = 1500, size = 400): SurroundingsPicture | null {
  const centre = view.station.point ?? view.town.point;
  if (centre === null) return null;
  const projection = localProjection(centre, radius, size);
  const around = getListed().flatMap((other) => {
    const point = other.station.point;
    if (other === view || point === null || !isExactlyPlaced(other.station)) return [];
    if (distanceMetres(centre, point) > radius) return [];
    const [x, y] = projection.at(point);
    return [{ x: Math.round(x), y: Math.round(y), type: other.station.type, mark: other.mark }];
  });
  const kilometre = (size / 2 / radius) * 1000;
  // Names must not cover the marker in the middle, other markers or the words on the rings.
  const ringWords = [0.354, 0.707].map((part) => ({
    x: size / 2 - kilometre * part,
    y: size / 2 + kilometre * part,
    reach: 24,
  }));
  const taken = [
    { x: size / 2, y: size / 2 - 12, reach: 30 },
    ...ringWords,
    ...around.map((at) => ({ ...at, reach: 14 })),
  ];
  const labels = getDataset().towns.flatMap(({ name, point }) => {
    if (point === null) return [];
    const [x, y] = projection.at(point);
    const half = name.length * 9;
    const inside = x > half && x < size - half && y > size * 0.2 && y < size * 0.76;
    const free = taken.every((other) => Math.abs(other.x - x) > half + other.reach || Math.abs(other.y - y) > 22);
    return inside && free ? [{ name, x: Math.round(x), y: Math.round(y) }] : [];
  });
  return { size, around, labels, kilometre, exact: isExactlyPlaced(view.station) };
}
