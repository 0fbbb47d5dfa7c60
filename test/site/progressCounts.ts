import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, mainSite, read, ROOT } from './builtSite.ts';

/** A row of a table as text, by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

const { data } = foldersOf(process.env, ROOT);
/** The rows of a CSV text. */
export const csv = (text: string): Row[] =>
  Papa.parse<Row>(text.replace(/^\uFEFF/u, ''), { header: true, skipEmptyLines: true }).data;
/** The rows of a table in data/. */
export const table = (name: string) => csv(readFileSync(join(data, `${name}.csv`), 'utf8'));

/** What the dataset is. */
export const { meta } = load(foldersOf(process.env, ROOT)).dataset;
/** The site that is looked at. */
export const site = mainSite();
/** Its progress page. */
export const page = documentOf(site, 'progress/index.html');
/** What the names of its files begin with. */
export const prefix = meta.kind === 'sample' ? 'sample-' : '';
/** The CSV file of a figure. */
export const fileOf = (id: string) => read(site, `progress/${prefix}${id}.csv`);

// Everything below is counted here from the tables as they lie in data/, by no function of the site.

/** All stations, 街镇 and districts of the tables. */
export const stations = table('stations');
export const towns = table('towns').filter(({ kind }) => kind !== '其他');
export const districts = table('districts');
/** The stations in operation. */
export const running = stations.filter(({ status }) => status === '运行');
const general = running.filter(({ type }) => type === '综合');
const inDistrict = (code: string) => (row: Row) => row['town_code']?.startsWith(code) === true;
const goal = (metric: string) => Number(table('targets').find((row) => row['metric'] === metric)?.['goal']);
/** The codes of the 街镇 that have a 综合 station in operation. */
export const covered = new Set(general.map((row) => row['town_code']));
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const age = (row: Row) => (row['verified_on'] ? day(meta.asAt) - day(row['verified_on']) : Infinity);
/** Whether a station was verified within 180 days. */
export const fresh = (row: Row) => age(row) >= 0 && age(row) <= 180;
/** Whether a station has every cell that the figure asks for. */
export const complete = (row: Row) =>
  ['phone', 'hours', 'address', 'lon', 'staff_count', 'opened_on', 'verified_on'].every(
    (column) => row[column] !== '',
  ) && row['precision'] !== '街镇';
const fieldNames = new Map(table('fields').map((row) => [row['slug'], row['name']]));
const townNames = new Map(table('towns').map((row) => [row['code'], row['name']]));
const committees = new Map(table('committees').map((row) => [row['code'], row['name']]));
/** Whether a station bears the name that the rule gives it. */
export const rightName = (row: Row) => {
  const part = row['type'] === '专项' ? fieldNames.get(row['field']) : committees.get(row['committee_code']);
  return row['name'] === `${townNames.get(row['town_code']) ?? ''}${part ?? ''}社工站`;
};
/** The 综合 stations that tell their staff. */
export const staffed = general.filter((row) => row['staff_count'] !== '');
/** Whether a station has the staff of the target. */
export const enough = (row: Row) => Number(row['staff_count']) >= goal('staffing');

/** For each figure the whole, and by district its numerator and denominator where it has them. */
export const EXPECTED: Readonly<
  Record<string, { total: [number, number | null]; byDistrict?: (code: string) => [number, number] }>
> = {
  stations: { total: [running.length, goal('station-count')] },
  coverage: {
    total: [towns.filter((town) => covered.has(town['code'])).length, towns.length],
    byDistrict: (code) => {
      const own = towns.filter((town) => town['district_code'] === code);
      return [own.filter((town) => covered.has(town['code'])).length, own.length];
    },
  },
  special: { total: [running.filter(({ type }) => type === '专项').length, null] },
  staffing: {
    total: [staffed.filter(enough).length, staffed.length],
    byDistrict: (code) => {
      const own = staffed.filter(inDistrict(code));
      return [own.filter(enough).length, own.length];
    },
  },
  naming: {
    total: [running.filter(rightName).length, running.length],
    byDistrict: (code) => {
      const own = running.filter(inDistrict(code));
      return [own.filter(rightName).length, own.length];
    },
  },
  completeness: {
    total: [running.filter(complete).length, running.length],
  },
  freshness: {
    total: [running.filter(fresh).length, running.length],
    byDistrict: (code) => {
      const own = running.filter(inDistrict(code));
      return [own.filter(fresh).length, own.length];
    },
  },
};

/** The text of an element, its white space as single blanks. */
export const textOf = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
/** The section of a figure on the page. */
export const section = (id: string) => {
  const found = page.querySelector(`section#${id}`);
  if (found === null) throw new Error(`no figure ${id}`);
  return found;
};
/** The charts in the section of a figure. */
export const svgs = (id: string) => [...section(id).querySelectorAll('svg.chart')];
/** The words in a chart. */
export const textsOf = (svg: Element) => [...svg.querySelectorAll('text')].map(textOf);
