import type { DistrictArea, TownArea } from '../../domain/map/areas.ts';
import { BoxGrid, type Box, type Spot } from '../../domain/map/boxes.ts';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { besideOthers, haveRoom, layoutPlates, type Wanted } from '../../domain/map/plates.ts';
import { worldPixel } from '../../domain/map/projection.ts';
import type { Cluster } from './clusters.ts';

/** The sizes that plates and markers have on the page, in pixels. */
export interface Sizes {
  /** The size of a touch target. */
  readonly touch: number;
  /** The size of the text on a plate. */
  readonly text: number;
}

/** An area that the reader has opened, and the zoom level from which it stays open. */
export interface Opened {
  readonly code: string;
  readonly zoom: number;
}

/** The district and the town that are open. */
export interface OpenAreas {
  readonly district: Opened | null;
  readonly town: Opened | null;
}

/** From which zoom level on the district in the middle shows its towns, and all towns show their stations. */
export interface Levels {
  readonly towns: number;
  readonly stations: number;
}

/**
 * A plate: of districts or towns, several where they don't fit beside each other, or of the stations of a town whose
 * place is not known. Places are pixels of the world map at the zoom level of the scene.
 */
export interface PlateThing {
  readonly kind: 'district' | 'town' | 'rest';
  readonly areas: readonly (DistrictArea | TownArea)[];
  readonly stations: readonly MapStation[];
  readonly label: string;
  readonly at: Spot;
  readonly box: Box;
}

/** A station at its place, or a cluster of such stations. */
export interface PointThing {
  readonly kind: 'point';
  readonly cluster: Cluster;
  readonly at: Spot;
}

export type Thing = PlateThing | PointThing;

const isTown = (area: DistrictArea | TownArea): area is TownArea => !('towns' in area);

/** The words on a plate: the name of its area, or how many areas share it. */
function plateLabel(areas: readonly (DistrictArea | TownArea)[]): string {
  const [only] = areas;
  if (only !== undefined && areas.length === 1) return only.name;
  return `${areas.length}${areas.some(isTown) ? '个街镇' : '个区'}`;
}

const countOf = (areas: readonly (DistrictArea | TownArea)[]) =>
  areas.reduce((sum, { stations }) => sum + stations.length, 0);

/** The room that a plate takes up; it is never smaller than a touch target. */
export function plateSize(label: string, count: number, { touch, text }: Sizes): { w: number; h: number } {
  const digits = (words: string) => words.replace(/[^\d]/gu, '').length;
  const ems = label.length - digits(label) * 0.4 + String(count).length * 0.6 + 1.6;
  return { w: Math.max(touch, Math.ceil(ems * text)), h: touch };
}

const wantedAt = <T extends DistrictArea | TownArea>(areas: readonly T[], zoom: number): Wanted<T>[] =>
  areas.map((item) => ({ item, ...worldPixel(item, zoom) }));

const sizeOf = (sizes: Sizes) => (areas: readonly (DistrictArea | TownArea)[]) =>
  plateSize(plateLabel(areas), countOf(areas), sizes);

/** The zoom levels that are tried for the levels, and their step. */
const FROM = 8;
const STEP = 0.5;
/** Towns give way to their stations so many zoom levels after they came at the latest, however dense they are. */
const TOWNS_LAST = 3;
const DISTRICTS_UNTIL = 13;

/**
 * The zoom levels at which the next level takes over: districts stand until each has a plate of its own and half a
 * level more, towns the same. The latter is worked out when it is asked for: of thousands of towns it takes a while.
 */
export function levelsFor(districts: readonly DistrictArea[], sizes: Sizes): Levels {
  const fitting = (areas: readonly (DistrictArea | TownArea)[], from: number, until: number) => {
    for (let zoom = from; zoom < until; zoom += STEP)
      if (haveRoom(wantedAt(areas, zoom), sizeOf(sizes))) return zoom + STEP;
    return until;
  };
  const towns = districts.length < 2 ? FROM : fitting(districts, FROM, DISTRICTS_UNTIL);
  let stations: number | null = null;
  return {
    towns,
    get stations() {
      stations ??= fitting(
        districts.flatMap((district) => district.towns),
        towns + STEP,
        towns + TOWNS_LAST,
      );
      return stations;
    },
  };
}

/** What is open at a zoom level. */
export interface Openness extends OpenAreas {
  readonly zoom: number;
  readonly levels: Levels;
}

const isOpen = (code: string, opened: Opened | null, zoom: number) =>
  opened !== null && opened.code === code && zoom >= opened.zoom;

/** Whether all towns show their stations. */
export const showsAll = ({ zoom, levels }: Pick<Openness, 'zoom' | 'levels'>) =>
  zoom > levels.towns && zoom >= levels.stations;

/** Whether a district shows its towns: the one that was opened, or all where the towns show their stations. */
export const showsTowns = (code: string, open: Openness) => showsAll(open) || isOpen(code, open.district, open.zoom);

/** Whether a town shows its stations. */
const showsStations = (code: string, open: Openness) => showsAll(open) || isOpen(code, open.town, open.zoom);

/** The towns that show their stations. */
export const openTowns = (districts: readonly DistrictArea[], open: Openness): TownArea[] =>
  districts
    .filter(({ code }) => showsTowns(code, open))
    .flatMap(({ towns }) => towns.filter(({ code }) => showsStations(code, open)));

function platesOf(
  kind: 'district' | 'town',
  areas: readonly (DistrictArea | TownArea)[],
  zoom: number,
  sizes: Sizes,
  taken: readonly Box[],
): PlateThing[] {
  return layoutPlates(wantedAt(areas, zoom), sizeOf(sizes), taken).map(({ items, at, box }) => ({
    kind,
    areas: items,
    stations: items.flatMap(({ stations }) => stations),
    label: plateLabel(items),
    at,
    box,
  }));
}

/** The part of a marker's height that lies above its point: the tip of an exact one touches it. */
export const TIP = 0.93;

/** The room that the marker of a station or a cluster takes up. */
export function pointBox({ at, cluster }: PointThing, { touch }: Sizes): Box {
  const raised = cluster.stations.length === 1 ? touch * (TIP - 0.5) : 0;
  return { x: at.x, y: at.y - raised, w: touch, h: touch };
}

/**
 * Everything that stands on the map at a zoom level: plates of areas, and `clusters` of the stations of `openTowns`. Of
 * the stations without an exact place only those of towns whose point is `near` are there.
 */
export function sceneOf(
  districts: readonly DistrictArea[],
  open: Openness,
  sizes: Sizes,
  clusters: readonly Cluster[],
  near: (at: Spot) => boolean = () => true,
): Thing[] {
  const { zoom } = open;
  const shown = districts.filter(({ code }) => showsTowns(code, open)).flatMap((area) => area.towns);
  const shutTowns = shown.filter(({ code }) => !showsStations(code, open));
  const shut = districts.filter(({ code }) => !showsTowns(code, open));
  // The towns that were asked for choose their places before the districts around them.
  const townPlates = platesOf('town', shutTowns, zoom, sizes, []);
  const townBoxes = townPlates.map(({ box }) => box);
  const plates = [...townPlates, ...platesOf('district', shut, zoom, sizes, townBoxes)];
  const points = clusters.map((cluster): PointThing => ({ kind: 'point', cluster, at: worldPixel(cluster, zoom) }));
  const taken = new BoxGrid([...plates.map(({ box }) => box), ...points.map((point) => pointBox(point, sizes))]);
  for (const town of openTowns(districts, open)) {
    const at = worldPixel(town, zoom);
    const rest = near(at) ? town.stations.filter((station) => !station.exact) : [];
    if (rest.length === 0) continue;
    const box = besideOthers(at, plateSize(town.name, rest.length, sizes), taken);
    taken.add(box);
    plates.push({ kind: 'rest', areas: [town], stations: rest, label: town.name, at, box });
  }
  return [...plates, ...points];
}
