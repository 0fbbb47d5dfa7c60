import type { DistrictArea, TownArea } from '../../domain/map/areas.ts';
import { distanceMetres, isWithin, type Bounds } from '../../domain/place/coordinates.ts';
import type { MapStation } from '../../domain/map/mapFile.ts';
import type { Point } from '../../domain/place/region.ts';
import type { AreaList } from './areaRows.ts';
import { showsAll, type OpenAreas, type Opened, type Openness, type Thing } from './scene.ts';

/** About how far other places are from one, in degrees squared: enough to tell the nearest. */
function roughly(place: Point): (other: Point) => number {
  const shrink = Math.cos((place.lat * Math.PI) / 180);
  return (other) => ((other.lon - place.lon) * shrink) ** 2 + (other.lat - place.lat) ** 2;
}

/** The area with the station that is nearest to a place, and how far that is in metres; null where there are none. */
export function nearestArea<T extends DistrictArea | TownArea>(
  areas: readonly T[],
  place: Point,
): { readonly area: T; readonly metres: number } | null {
  let best: { area: T; station: MapStation } | null = null;
  let least = Infinity;
  const awayFrom = roughly(place);
  for (const area of areas)
    for (const station of area.stations) {
      const away = awayFrom(station);
      if (away >= least) continue;
      least = away;
      best = { area, station };
    }
  return best === null ? null : { area: best.area, metres: distanceMetres(place, best.station) };
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
  const nearest = nearestArea(districts, middle);
  return nearest === null ? null : { code: nearest.area.code, zoom };
}

/**
 * What is open once the map has come to show a part of the city around its middle: what was open before, where it still
 * is; else the district in the middle, as close as districts show their towns.
 */
export function openAfter(
  districts: readonly DistrictArea[],
  { zoom, levels, district, town }: Openness,
  view: Bounds,
  middle: Point,
): OpenAreas {
  const seen = (stations: readonly MapStation[]) => stations.some((station) => isWithin(station, view));
  const towns = districts.flatMap((area) => area.towns);
  return {
    town: stillOpen(town, zoom, towns, seen),
    district:
      stillOpen(district, zoom, districts, seen) ??
      (zoom < levels.towns ? null : inMiddle(districts, middle, levels.towns)),
  };
}

/** The area that was opened, where it is among those in view; else the one in the middle. */
const inFocus = <T extends DistrictArea | TownArea>(areas: readonly T[], opened: Opened | null, middle: Point) =>
  areas.find(({ code }) => code === opened?.code) ?? nearestArea(areas, middle)?.area;

/** What the list beside the map shows for what is in view around the middle of the map. */
export function listOf(
  districts: readonly DistrictArea[],
  inView: readonly Thing[],
  open: Openness,
  middle: Point,
): AreaList {
  const seen = new Set(
    inView
      .flatMap((thing) => (thing.kind === 'point' ? thing.cluster.stations : thing.stations))
      .map((station) => station.town),
  );
  const towns = districts.flatMap((district) => district.towns).filter(({ code }) => seen.has(code));
  const own = districts.filter((district) => district.towns.some(({ code }) => seen.has(code)));
  const { district: openDistrict, town: openTown } = open;
  const town = showsAll(open) || openTown !== null ? inFocus(towns, openTown, middle) : undefined;
  if (town !== undefined) {
    const around = districts.find(({ code }) => town.code.startsWith(code));
    if (around !== undefined) return { level: 'town', town, district: around };
  }
  const district = openDistrict !== null ? inFocus(own, openDistrict, middle) : undefined;
  return district === undefined ? { level: 'city', districts } : { level: 'district', district };
}
