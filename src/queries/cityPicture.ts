import type { District, Town } from '../domain/place/region.ts';
import { isExactlyPlaced } from '../domain/station/station.ts';
import { boundsOf, boxProjection, dotsPath, ringsPath, type Projection } from '../domain/map/projection.ts';
import { derived } from './dataset.ts';
import { getListed } from './stations.ts';

const LABEL = 42;

/**
 * Places the names of districts in the picture, those of large districts first; a name that would overlap another is
 * left out.
 */
function spacedLabels(districts: readonly District[], towns: readonly Town[], projection: Projection) {
  const spread = ({ code }: District) => {
    const box = boundsOf(towns.flatMap(({ districtCode, point }) => (districtCode === code && point ? point : [])));
    return box === null ? 0 : (box[2] - box[0]) * (box[3] - box[1]);
  };
  const labels: { name: string; x: number; y: number }[] = [];
  for (const { name, point } of [...districts].sort((a, b) => spread(b) - spread(a))) {
    if (point === null) continue;
    const [x, y] = projection.at(point).map(Math.round) as [number, number];
    const clear = labels.every(
      (other) =>
        Math.abs(other.x - x) > ((other.name.length + name.length) / 2 + 0.5) * LABEL ||
        Math.abs(other.y - y) > LABEL * 1.4,
    );
    if (clear) labels.push({ name, x, y });
  }
  return labels;
}

/**
 * The picture of the whole city on the home page as SVG paths: land, exact stations as dots, approximate ones as rings.
 */
export const getCityPicture = derived(({ coastline, towns, districts }) => {
  const places = towns.flatMap(({ point }) => point ?? []);
  const box = boundsOf(places, 0.07) ?? [...coastline.bbox];
  const projection = boxProjection(box as [number, number, number, number], 900);
  const listed = getListed();
  const exact = listed.flatMap(({ station }) =>
    isExactlyPlaced(station) && station.point !== null ? station.point : [],
  );
  const approximate = listed.flatMap(({ station, town }) => (isExactlyPlaced(station) ? [] : (town.point ?? [])));
  return {
    width: projection.width,
    height: projection.height,
    land: ringsPath(coastline.rings, projection),
    exact: dotsPath(exact, projection),
    approximate: dotsPath(approximate, projection),
    labels: spacedLabels(districts, towns, projection),
    exactCount: exact.length,
    approximateCount: listed.length - exact.length,
  };
});
