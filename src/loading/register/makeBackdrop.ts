import { boundsOf } from '../../domain/map/projection.ts';
import { backdropJson } from './backdrop.ts';
import { landRings, type Box } from './coastline.ts';
import type { PointCells } from './divisions.ts';
import { gmtText } from './gmt.ts';
import { PACKAGES, usingPackages, type Stage } from './packages.ts';
import { pointOf } from './points.ts';
import { namedWaters, type Names } from './waters.ts';

/** The margin around the outermost 街镇 in degrees. */
const MARGIN = 0.15;
/** The box is rounded outwards to this part of a degree. */
const STEP = 20;

/** The box around the points of rows of the register, with a margin; null where none has a point. */
export function boxAround(rows: readonly PointCells[]): Box | null {
  const bounds = boundsOf(
    rows.flatMap((row) => pointOf(row)),
    MARGIN,
  );
  if (bounds === null) return null;
  const [west, south, east, north] = bounds;
  const down = (value: number) => Math.floor(value * STEP) / STEP;
  const up = (value: number) => Math.ceil(value * STEP) / STEP;
  return [down(west), down(south), up(east), up(north)];
}

/** A backdrop as the text of coastline.json, and the names that no water was found for. */
export interface MadeBackdrop {
  readonly json: string;
  readonly unknown: readonly string[];
}

/**
 * Makes the backdrop of the map from the packages; `names` are those of waters, null leaves rivers and lakes out.
 * Throws RegisterError where a package or, for waters, GMT is missing. `stage` is told what is done.
 */
export function makeBackdrop(
  box: Box,
  names: Names | null,
  from: string | undefined,
  stage: Stage = () => undefined,
): MadeBackdrop {
  if (names !== null) stage('取河流和湖泊');
  const gmt = names === null ? null : gmtText(box);
  const { coastlines } = PACKAGES;
  const land = usingPackages([coastlines], from, (read) => landRings(read(coastlines, 'map.geo.json')), stage);
  stage('画地图的底');
  const waters = gmt === null || names === null ? null : namedWaters(gmt, names, land);
  return { json: backdropJson(land, waters, box), unknown: waters?.unknown ?? [] };
}
