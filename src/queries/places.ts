import type { District, Point, Town } from '../domain/region.ts';
import type { StationView, SurroundingsPicture } from '../views/station.ts';
import { isExactlyPlaced } from '../domain/station.ts';
import { distanceMetres } from '../domain/coordinates.ts';
import {
  boundsOf,
  boxProjection,
  dotsPath,
  localProjection,
  ringsPath,
  type Projection,
} from '../domain/projection.ts';
import { fromWgs84 } from '../loading/coordinates.ts';
import { derived, getDataset } from './dataset.ts';
import { getListed } from './stations.ts';

const coordinate = (value: number) => value.toFixed(6);

/** Links that open a place in the map a reader already has, each in that map's own coordinate system (norms.md §7). */
export function wayLinks(point: Point, name: string, source: string) {
  const gcj = fromWgs84(point, 'GCJ02');
  const bd = fromWgs84(point, 'BD09');
  const title = encodeURIComponent(name);
  const from = encodeURIComponent(source);
  return [
    {
      name: '高德地图',
      href: `https://uri.amap.com/marker?position=${coordinate(gcj.lon)},${coordinate(gcj.lat)}&name=${title}&src=${from}&coordinate=gaode`,
    },
    {
      name: '百度地图',
      href: `https://api.map.baidu.com/marker?location=${coordinate(bd.lat)},${coordinate(bd.lon)}&title=${title}&content=${title}&output=html&coord_type=bd09ll&src=${from}`,
    },
    {
      name: '腾讯地图',
      href: `https://apis.map.qq.com/uri/v1/marker?marker=coord:${coordinate(gcj.lat)},${coordinate(gcj.lon)};title:${title}&coord_type=1&referer=${from}`,
    },
    {
      name: '手机上的地图',
      href: `geo:${coordinate(point.lat)},${coordinate(point.lon)}?q=${coordinate(point.lat)},${coordinate(point.lon)}(${title})`,
    },
  ];
}

const LABEL = 42;

/** Names of districts for the picture, the widest districts first; a name that would lie on another is left out. */
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

/** The whole city in one picture: land, exact stations as dots, approximate ones as rings. */
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

/** What stands around a station, for the small picture on its page; `radius` in metres. */
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
  // Names give way to the marker in the middle, to the other markers and to the words on the rings.
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
