import { formatDate } from '../domain/time/dates.ts';
import type { DatasetMeta } from '../domain/dataset/dataset.ts';
import { isSampleData } from '../domain/dataset/sample.ts';
import { routes } from '../domain/site/routes.ts';
import { getDataset } from './dataset.ts';
import { figureFile, getNamedFigures, getSheet, type NamedFigure } from './figures.ts';
import { getPolicies } from './policies.ts';

/** A figure as the press page shows it: its files, and a sentence to quote. */
export interface PressFigure extends NamedFigure {
  readonly quote: string;
  readonly csv: string;
  readonly svg: string;
  /** The width of the picture in pixels. */
  readonly width: number;
  readonly height: number;
}

const absolute = (path: string, site: URL | undefined) => (site === undefined ? path : new URL(path, site).href);

const sampleWords = (meta: DatasetMeta) => (isSampleData(meta) ? '，示例数据，不能当作实际情况' : '');

/** All figures for the press page, each with a sentence to quote that names date, clause and address. */
export async function getPressFigures(site: URL | undefined): Promise<readonly PressFigure[]> {
  const { meta, site: identity } = getDataset();
  return (await getNamedFigures()).map((named) => {
    const { figure, clause } = named;
    const of = figure.denominator === null ? '' : ` / ${figure.denominator}`;
    const basis = clause === null ? '' : `，依据${clause.docNumber} ${clause.label}`;
    const source = `${identity.siteName}，数据截至${formatDate(meta.asAt)}${basis}${sampleWords(meta)}`;
    const { width, height } = getSheet(named);
    return {
      ...named,
      width,
      height,
      quote: `${figure.numerator}${of}${figure.noun}（${source}，${absolute(routes.figure(figure.id), site)}）`,
      csv: figureFile(meta, figure.id, 'csv'),
      svg: figureFile(meta, figure.id, 'svg'),
    };
  });
}

/** The line that cites the site as a whole: publisher, title, as-at date, address. */
export function getCitation(site: URL | undefined): string {
  const { meta, site: identity } = getDataset();
  const publisher = identity.organiser === '' ? '' : `${identity.organiser}，`;
  const date = `数据截至${formatDate(meta.asAt)}${sampleWords(meta)}`;
  return `${publisher}《${identity.siteName}》，${date}，${absolute(routes.home(), site)}`;
}

/** The printed guides that the press page offers, one for each policy. */
export async function getPrintable() {
  return (await getPolicies()).map(({ id, data }) => ({ title: data.short_title, href: routes.policyPrint(id) }));
}
