import type { DistrictArea, TownArea } from '../../domain/map/areas.ts';
import { distanceMetres } from '../../domain/place/coordinates.ts';
import type { MapStation } from '../../domain/map/mapFile.ts';
import type { Point } from '../../domain/place/region.ts';
import type { AreaList } from './areaRows.ts';
import type { Opened, Openness, Thing } from './scene.ts';

/** The area with the station that is nearest to a place; undefined where there are none. */
function nearestTo<T extends DistrictArea | TownArea>(areas: readonly T[], place: Point): T | undefined {
  const far = ({ stations }: T) => Math.min(...stations.map((station) => distanceMetres(place, station)));
  const [nearest] = areas.map((area) => ({ area, far: far(area) })).sort((a, b) => a.far - b.far);
  return nearest?.area;
}

/** What was opened, as long as the map is as close as it was then and something of it is in view; else null. */
export function stillOpen(
  opened: Opened | null,
  zoom: number,
  areas: readonly (DistrictArea | TownArea)[],
  inView: (stations: readonly MapStation[]) => boolean,
): Opened | null {
  if (opened === null || zoom < opened.zoom) return null;
  const area = areas.find(({ code }) => code === opened.code);
  return area !== undefined && inView(area.stations) ? opened : null;
}

/** The district in the middle of the map, as if it had been opened. */
export function inMiddle(districts: readonly DistrictArea[], middle: Point, zoom: number): Opened | null {
  const nearest = nearestTo(districts, middle);
  return nearest === undefined ? null : { code: nearest.code, zoom };
}

/** The area that was opened, where it is among those in view; else the one in the middle. */
const inFocus = <T extends DistrictArea | TownArea>(areas: readonly T[], opened: Opened | null, middle: Point) =>
  areas.find(({ code }) => code === opened?.code) ?? nearestTo(areas, middle);

/** What the list beside the map shows for what is in view around the middle of the map. */
export function listOf(
  districts: readonly DistrictArea[],
  inView: readonly Thing[],
  { zoom, levels, district: openDistrict, town: openTown }: Openness,
  middle: Point,
): AreaList {
  const seen = new Set(
    inView
      .flatMap((thing) => (thing.kind === 'point' ? thing.cluster.stations : thing.stations))
      .map((station) => station.town),
  );
  const towns = districts.flatMap((district) => district.towns).filter(({ code }) => seen.has(code));
  const own = districts.filter((district) => district.towns.some(({ code }) => seen.has(code)));
  const town = zoom >= levels.stations || openTown !== null ? inFocus(towns, openTown, middle) : undefined;
  if (town !== undefined) {
    const around = districts.find(({ code }) => town.code.startsWith(code));
    if (around !== undefined) return { level: 'town', town, district: around };
  }
  const district = openDistrict !== null ? inFocus(own, openDistrict, middle) : undefined;
  return district === undefined ? { level: 'city', districts } : { level: 'district', district };
}
