import type { District, Town } from '../domain/place/region.ts';
import { isExactlyPlaced } from '../domain/station/station.ts';
import { roomAlong } from '../domain/map/alongLine.ts';
import { touches, type Box, type Spot } from '../domain/map/boxes.ts';
import {
  boundsOf,
  boxProjection,
  dotsPath,
  linesPath,
  metresAcross,
  ringsPath,
  type Projection,
} from '../domain/map/projection.ts';
import { scaleBar } from '../domain/map/scaleBar.ts';
import type { CityPicture, PictureName } from '../views/picture.ts';
import type { Coastline } from '../domain/dataset/dataset.ts';
import { derived } from './dataset.ts';
import { getListed } from './stations.ts';

const WIDTH = 900;
/** The size of a district's name and of a water's, in units of the picture; on phones, where both are the largest. */
const LABEL = 42;
const WATER = 36;
/** Where a district's name is tried, in its own heights: on its point, then around it. */
const SHIFTS = [0, -1, 1, -2, 2].flatMap((y) => [0, -1, 1, -2, 2].map((x) => ({ x, y })));
/** A name may cover so many dots of stations. */
const COVERED = 2;

const inPicture = ({ x, y, w, h }: Box, { width, height }: Projection) =>
  x > w / 2 && x < width - w / 2 && y > h / 2 && y < height - h / 2;

/** Names of rivers along their lines, of lakes and seas at their places. */
function waterNames({ waters }: Coastline, projection: Projection, taken: Box[]): PictureName[] {
  const names: PictureName[] = [];
  const isFree = (box: Box) => inPicture(box, projection) && !taken.some((other) => touches(box, other));
  const put = (name: string, { x, y, angle }: Spot & { readonly angle: number }, box: Box) => {
    taken.push(box);
    names.push({ name, x: Math.round(x), y: Math.round(y), angle: Math.round(angle) });
  };
  const at = (lon: number, lat: number): Spot => {
    const [x, y] = projection.at({ lon, lat });
    return { x, y };
  };
  for (const [name, lon, lat] of waters.seas) {
    const box = { ...at(lon, lat), w: name.length * WATER * 1.2, h: WATER * 1.2 };
    if (isFree(box)) put(name, { ...box, angle: 0 }, box);
  }
  for (const [name, line] of waters.rivers) {
    if (name === '') continue;
    const onPicture = line.map((position) => at(...position));
    const room = roomAlong(onPicture, { length: name.length * WATER * 1.2, height: WATER * 1.2 }, isFree);
    if (room !== null) put(name, room.spot, room.box);
  }
  return names;
}

/**
 * Places the names of districts in the picture, those of large districts first, where they cover no other name and
 * hardly a dot; a name that finds no such place is left out.
 */
function districtNames(
  districts: readonly District[],
  towns: readonly Town[],
  dots: readonly Spot[],
  projection: Projection,
  taken: Box[],
): PictureName[] {
  const spread = ({ code }: District) => {
    const box = boundsOf(towns.flatMap(({ districtCode, point }) => (districtCode === code && point ? point : [])));
    return box === null ? 0 : (box[2] - box[0]) * (box[3] - box[1]);
  };
  return [...districts]
    .sort((a, b) => spread(b) - spread(a))
    .flatMap(({ name, point }): PictureName[] => {
      if (point === null) return [];
      const [x, y] = projection.at(point).map(Math.round) as [number, number];
      const size = { w: name.length * LABEL * 1.16, h: LABEL * 1.2 };
      const covered = (box: Box) => dots.filter((dot) => touches(box, { ...dot, w: 6, h: 6 })).length;
      const [best] = SHIFTS.map((shift): Box => ({ ...size, x: x + shift.x * LABEL, y: y + shift.y * LABEL }))
        .filter((box) => inPicture(box, projection) && taken.every((other) => !touches(box, other)))
        .map((box) => ({ box, dots: covered(box) }))
        .sort((a, b) => a.dots - b.dots);
      if (best === undefined || best.dots > COVERED) return [];
      taken.push(best.box);
      return [{ name, x: Math.round(best.box.x), y: Math.round(best.box.y), angle: 0 }];
    });
}

/**
 * The picture of the whole city on the home page as SVG paths: land and waters, exact stations as dots, approximate
 * ones as rings.
 */
export const getCityPicture = derived(({ coastline, towns, districts }): CityPicture => {
  const places = towns.flatMap(({ point }) => point ?? []);
  const box = boundsOf(places, 0.07) ?? [...coastline.bbox];
  const projection = boxProjection(box as [number, number, number, number], WIDTH);
  const listed = getListed();
  const exact = listed.flatMap(({ station }) =>
    isExactlyPlaced(station) && station.point !== null ? station.point : [],
  );
  const approximate = listed.flatMap(({ station, town }) => (isExactlyPlaced(station) ? [] : (town.point ?? [])));
  const dots = [...exact, ...approximate].map((point): Spot => {
    const [x, y] = projection.at(point);
    return { x, y };
  });
  const { width, height } = projection;
  // North stands at the top left, the scale at the bottom right.
  const taken: Box[] = [
    { x: 40, y: 60, w: 80, h: 120 },
    { x: width - 150, y: height - 40, w: 300, h: 80 },
  ];
  const { rivers, lakes } = coastline.waters;
  return {
    width,
    height,
    land: ringsPath(coastline.rings, projection),
    rivers: linesPath(
      rivers.map(([, line]) => line),
      projection,
    ),
    lakes: ringsPath(
      lakes.map(([, ring]) => ring),
      projection,
    ),
    exact: dotsPath(exact, projection),
    approximate: dotsPath(approximate, projection),
    waters: waterNames(coastline, projection, taken),
    labels: districtNames(districts, towns, dots, projection, taken),
    scale: scaleBar(metresAcross(box as [number, number, number, number]) / WIDTH, 240),
    exactCount: exact.length,
    approximateCount: listed.length - exact.length,
  };
});
