import type { Point } from '../../domain/place/region.ts';
import type { District, Register, Town } from './divisions.ts';

/** A populated place of GeoNames with its Chinese names. */
export interface Place extends Point {
  readonly names: readonly string[];
}

/** GeoNames' admin1 code of each province, by the first two digits of the bureau's codes. */
// prettier-ignore
const ADMIN1: Readonly<Record<string, string>> = {
  11: '22', 12: '28', 13: '10', 14: '24', 15: '20', 21: '19', 22: '05', 23: '08', 31: '23', 32: '04', 33: '02',
  34: '01', 35: '07', 36: '03', 37: '25', 41: '09', 42: '12', 43: '11', 44: '30', 45: '16', 46: '31', 50: '33',
  51: '32', 52: '18', 53: '29', 54: '14', 61: '26', 62: '15', 63: '06', 64: '21', 65: '13',
};

/**
 * The places that have a Chinese name, from GeoNames' tab-separated cities500.txt: of one province by two digits, or of
 * all whose codes begin with one.
 */
export function placesOf(province: string, text: string): Place[] {
  const codes = Object.keys(ADMIN1).filter((code) => code.startsWith(province));
  const inside = new Set(codes.map((code) => ADMIN1[code]));
  return text.split('\n').flatMap((line) => {
    const [, , , alternates = '', lat, lon, kind, , country, , admin1] = line.split('\t');
    if (country !== 'CN' || kind !== 'P' || !inside.has(admin1)) return [];
    const names = alternates.split(',').filter((name) => /^\p{Script=Han}+$/u.test(name));
    return names.length === 0 ? [] : [{ names, lon: Number(lon), lat: Number(lat) }];
  });
}

const shortName = (name: string) => (name.length > 2 ? name.replace(/(?:街道|自治县|新区|[镇乡区县市])$/u, '') : name);

const kilometres = (a: Point, b: Point) =>
  Math.hypot((a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat) * 111.2;

/**
 * The place of this name, the full name preferred to the short one; null where there is none, or several far from each
 * other.
 */
function onlyPlace(name: string, places: readonly Place[]): Place | null {
  const full = places.filter((place) => place.names.includes(name));
  const found = full.length > 0 ? full : places.filter((place) => place.names.includes(shortName(name)));
  const [first] = found;
  return first !== undefined && found.every((place) => kilometres(place, first) < 3) ? first : null;
}

const pointCells = ({ lon, lat }: Point, source: string) => ({
  lon: lon.toFixed(4),
  lat: lat.toFixed(4),
  point_source: source,
});

const middleOf = (points: readonly Point[]): Point => ({
  lon: points.reduce((sum, { lon }) => sum + lon, 0) / points.length,
  lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length,
});

/** The point of a row as a list with one entry; empty where its cells are empty. */
export const pointOf = ({ lon = '', lat = '' }: { readonly lon?: string; readonly lat?: string }): Point[] =>
  lon === '' || lat === '' ? [] : [{ lon: Number(lon), lat: Number(lat) }];

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** The middle of each city, the median of its districts' points, so that one wrong place doesn't shift it. */
function cityCentres(districts: readonly District[]): Map<string, Point> {
  const cities = Map.groupBy(districts, ({ code }) => code.slice(0, 4));
  return new Map(
    [...cities].flatMap(([city, rows]) => {
      const points = rows.flatMap(pointOf);
      const centre = { lon: median(points.map(({ lon }) => lon)), lat: median(points.map(({ lat }) => lat)) };
      return points.length === 0 ? [] : [[city, centre] as const];
    }),
  );
}

/**
 * Fills in the points of rows that have none. A town takes the only GeoNames place of its name within 40 km of its
 * district, or by its full name of its city's middle, else it stays empty: a wrong place is worse than none.
 * A district takes its GeoNames place, or the middle of its towns, marked 约略.
 */
export function withPoints(register: Register, places: readonly Place[]): Register {
  const districts = register.districts.map((district) => {
    const place = district.lon === '' ? onlyPlace(district.name, places) : null;
    return place === null ? district : { ...district, ...pointCells(place, 'GeoNames') };
  });
  const cities = cityCentres(districts);
  const centres = new Map(districts.flatMap((row) => pointOf(row).map((point) => [row.code, point] as const)));
  const namesakes = Map.groupBy(register.towns, ({ name }) => name);
  const candidates = (town: Town): readonly Place[] => {
    const own = centres.get(town.district_code);
    const centre = own ?? cities.get(town.district_code.slice(0, 4));
    if (centre === undefined || (own === undefined && namesakes.get(town.name)?.length !== 1)) return [];
    const near = places.filter((place) => kilometres(place, centre) < 40);
    return own === undefined ? near.filter(({ names }) => names.includes(town.name)) : near;
  };
  const towns = register.towns.map((town) => {
    const place = town.lon === '' ? onlyPlace(town.name, candidates(town)) : null;
    return place === null ? town : { ...town, ...pointCells(place, 'GeoNames') };
  });
  const townsOf = Map.groupBy(towns, (town) => town.district_code);
  return {
    ...register,
    towns,
    districts: districts.map((district) => {
      const points = (townsOf.get(district.code) ?? []).flatMap(pointOf);
      if (district.lon !== '' || points.length === 0) return district;
      return { ...district, ...pointCells(middleOf(points), '约略') };
    }),
  };
}
