import type { Point, Town } from '../domain/place/region.ts';
import { roomAlong } from '../domain/map/alongLine.ts';
import { touches, type Box, type Spot } from '../domain/map/boxes.ts';
import { dotsPath, linesPath, localProjection, ringsPath, type Projection } from '../domain/map/projection.ts';
import { roundDistance, scaleBar } from '../domain/map/scaleBar.ts';
import { isExactlyPlaced } from '../domain/station/station.ts';
import { clipRing, type Box as LonLatBox } from '../loading/register/coastline.ts';
import { clipLine, type Line } from '../loading/register/lines.ts';
import type { PictureName, SurroundingsPicture } from '../views/picture.ts';
import type { StationView } from '../views/station.ts';
import { derived, getDataset } from './dataset.ts';
import { pointIndex } from './pointIndex.ts';
import { getStationsAround } from './stations.ts';

const WIDTH = 400;
const HEIGHT = 288;
/** How far the picture reaches to the sides, in metres: the first at which the points of two neighbours lie in it. */
const REACHES = [1500, 2500, 4000, 6000, 10_000] as const;
const NEIGHBOURS = 2;
/** In a wider picture than this, other stations are dots. */
const MARKERS_WITHIN = 2500;
/** The size of the names in units of the picture. */
const NAME = 14;
/** A river farther away than this, in metres, says nothing of where one is. */
const FAR = 15_000;

/** Where the arrow to the north stands: nothing else is drawn there. */
const NORTH: Box = { x: 24, y: 34, w: 48, h: 68 };

/** Where the name of a 街镇 is tried, in its own heights. */
const SHIFTS = [0, -1, 1, -2, 2];

const inside = ({ x, y, w, h }: Box) => x > w / 2 && x < WIDTH - w / 2 && y > h / 2 && y < HEIGHT - 26 - h / 2;

/** The room of a neighbour's marker, whose tip is at the spot. */
const markerBox = ({ x, y }: Spot): Box => ({ x, y: y - 10, w: 24, h: 26 });

const townsByPoint = derived(({ towns }) => pointIndex(towns, ({ point }) => point));

/** The names of the 街镇 among `towns`, except where they would cover what is drawn there. */
function townNames(towns: readonly Town[], own: string, projection: Projection, taken: readonly Box[]): PictureName[] {
  const boxes = [...taken];
  return towns.flatMap(({ code, name, point }) => {
    if (point === null || code === own) return [];
    const [x, y] = projection.at(point);
    const size = { w: name.length * NAME * 1.25, h: NAME * 1.5 };
    const box = SHIFTS.map((shift): Box => ({ ...size, x, y: y + shift * size.h })).find(
      (at) => inside(at) && boxes.every((other) => !touches(at, other)),
    );
    if (box === undefined) return [];
    boxes.push(box);
    return [{ name, x: Math.round(box.x), y: Math.round(box.y + NAME / 3), angle: 0 }];
  });
}

const spotsOf = (line: Line, projection: Projection): Spot[] =>
  line.map(([lon, lat]) => {
    const [x, y] = projection.at({ lon, lat });
    return { x, y };
  });

/** The position on a line that is nearest to the middle of the picture, which is its centre. */
function nearestOn(line: readonly Spot[], middle: Spot): Spot {
  const spots = line.slice(1).map(({ x, y }, index) => {
    const from = line[index] ?? { x, y };
    const [dx, dy] = [x - from.x, y - from.y];
    const along = ((middle.x - from.x) * dx + (middle.y - from.y) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(1, Math.max(0, along));
    return { x: from.x + share * dx, y: from.y + share * dy };
  });
  const far = (spot: Spot) => Math.hypot(spot.x - middle.x, spot.y - middle.y);
  return spots.reduce((best, spot) => (far(spot) < far(best) ? spot : best));
}

/** The nearest water with a name: where in the picture, or beyond it, and how far away in metres. */
function nearestWater(projection: Projection, metresPerUnit: number) {
  const { rivers, lakes } = getDataset().coastline.waters;
  const middle = { x: WIDTH / 2, y: HEIGHT / 2 };
  const [nearest] = [...rivers, ...lakes]
    .filter(([name]) => name !== '')
    .map(([name, line]) => {
      const spot = nearestOn(spotsOf(line, projection), middle);
      return { name, spot, metres: Math.hypot(spot.x - middle.x, spot.y - middle.y) * metresPerUnit };
    })
    .sort((a, b) => a.metres - b.metres);
  return nearest;
}

/** An arrow at the edge of the picture that points to the nearest water; null where that is in the picture, or far. */
function pointerTo(projection: Projection, metresPerUnit: number): SurroundingsPicture['pointer'] {
  const water = nearestWater(projection, metresPerUnit);
  if (water === undefined || water.metres > FAR) return null;
  const { name, spot, metres } = water;
  if (spot.x > 0 && spot.x < WIDTH && spot.y > 0 && spot.y < HEIGHT) return null;
  const [dx, dy] = [spot.x - WIDTH / 2, spot.y - HEIGHT / 2];
  const [roomX, roomY] = [WIDTH / 2 - 16, HEIGHT / 2 - 34];
  const share = Math.min(roomX / Math.abs(dx || 1), roomY / Math.abs(dy || 1));
  const [x, y] = [WIDTH / 2 + dx * share, HEIGHT / 2 + dy * share];
  const words = `${name}约${Math.max(1, Math.round(metres / 1000))}公里`;
  const half = (words.length * NAME) / 2 + 4;
  return {
    words,
    x: Math.round(x),
    y: Math.round(y),
    angle: Math.round((Math.atan2(dx, -dy) * 180) / Math.PI),
    // The words stand inside the picture, on the side of the arrow that is towards its middle.
    textX: Math.round(Math.min(WIDTH - half, Math.max(half, x))),
    textY: Math.round(y < HEIGHT / 2 ? y + 24 : y - 14),
  };
}

/** How far the picture around a place has to reach, in metres, to show where one is. */
function reachAround(view: StationView, centre: Point): number {
  const fitting = REACHES.find((reach) => {
    const projection = localProjection(centre, reach, WIDTH, HEIGHT);
    const seen = townsByPoint()
      .around(centre, reach)
      .filter(({ code, point }) => {
        if (point === null || code === view.town.code) return false;
        const [x, y] = projection.at(point);
        return inside({ x, y, w: 90, h: NAME });
      });
    return seen.length >= NEIGHBOURS;
  });
  return fitting ?? REACHES[REACHES.length - 1] ?? 0;
}

/** The names of rivers along what is seen of them; adds their places to `taken`. */
function riverNames(
  rivers: readonly (readonly [string, readonly Line[]])[],
  projection: Projection,
  taken: Box[],
): PictureName[] {
  return rivers.flatMap(([name, lines]): PictureName[] => {
    const length = name.length * NAME * 1.3;
    const isFree = (box: Box) => inside(box) && !taken.some((other) => touches(box, other));
    for (const line of name === '' ? [] : lines) {
      const room = roomAlong(spotsOf(line, projection), { length, height: NAME * 1.4 }, isFree);
      if (room === null) continue;
      taken.push(room.box);
      const { x, y, angle } = room.spot;
      return [{ name, x: Math.round(x), y: Math.round(y), angle: Math.round(angle) }];
    }
    return [];
  });
}

/**
 * The small picture of a station's surroundings: land, waters, other stations and the names of the 街镇 around, as far
 * as it takes to tell where one is; null where not even the point of its town is known.
 */
export function getSurroundings(view: StationView): SurroundingsPicture | null {
  const centre = view.station.point ?? view.town.point;
  if (centre === null) return null;
  const reach = reachAround(view, centre);
  const projection = localProjection(centre, reach, WIDTH, HEIGHT);
  const metresPerUnit = reach / (WIDTH / 2);
  const others = getStationsAround(centre, reach).flatMap((other) => {
    const point = other.station.point;
    if (other === view || point === null || !isExactlyPlaced(other.station)) return [];
    const [x, y] = projection.at(point).map(Math.round) as [number, number];
    const isIn = x > 0 && x < WIDTH && y > 0 && y < HEIGHT && !touches(markerBox({ x, y }), NORTH);
    return isIn ? [{ x, y, point, type: other.station.type }] : [];
  });
  const around = reach <= MARKERS_WITHIN ? others : [];
  const dots = reach <= MARKERS_WITHIN ? [] : others;
  const exact = isExactlyPlaced(view.station);
  const ring = scaleBar(metresPerUnit, WIDTH / 4.4);
  const rings = (exact ? [1, 2] : []).map((times) => ({
    radius: Math.round(ring.length * times),
    words: roundDistance(ring.metres * times),
  }));
  const [x, y] = [WIDTH / 2, HEIGHT / 2];
  const taken: Box[] = [
    { x, y: y - (exact ? 22 : 0), w: 60, h: 64 },
    ...(exact ? [] : [{ x, y: y + 42, w: view.town.name.length * NAME * 1.3, h: 24 }]),
    ...rings.map(({ radius }) => ({ x: x - radius * 0.707, y: y + radius * 0.707, w: 50, h: 20 })),
    ...around.map(markerBox),
    ...dots.map((at) => ({ x: at.x, y: at.y, w: 6, h: 6 })),
    NORTH,
  ];
  const { rings: land, waters } = getDataset().coastline;
  const box = boxOf(centre, reach * 1.1);
  const rivers = waters.rivers.map(([name, line]) => [name, clipLine(line, box)] as const);
  const names = riverNames(rivers, projection, taken);
  const pointer = pointerTo(projection, metresPerUnit);
  if (pointer !== null)
    taken.push({ x: pointer.textX, y: pointer.textY - 4, w: pointer.words.length * NAME + 8, h: 44 });
  const clipped = (whole: Line) => [clipRing(whole, box)].filter((cut) => cut.length > 0);
  return {
    width: WIDTH,
    height: HEIGHT,
    land: ringsPath(land.flatMap(clipped), projection),
    rivers: linesPath(
      rivers.flatMap(([, lines]) => lines),
      projection,
    ),
    lakes: ringsPath(
      waters.lakes.flatMap(([, lake]) => clipped(lake)),
      projection,
    ),
    around: around.map((at) => ({ x: at.x, y: at.y, type: at.type })),
    dots: dotsPath(
      dots.map(({ point }) => point),
      projection,
    ),
    count: others.length,
    waters: names,
    labels: townNames(townsByPoint().around(centre, reach), view.town.code, projection, taken),
    pointer,
    rings,
    scale: exact ? null : ring,
    exact,
  };
}

/** The box around a place that reaches so many metres to each side, in degrees. */
function boxOf({ lon, lat }: Point, reach: number): LonLatBox {
  const north = reach / 111_320;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [lon - east, lat - north, lon + east, lat + north];
}
