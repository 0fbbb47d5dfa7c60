import { inlineCharts, sheet, type Caption, type Sheet } from '../charts/pictures.ts';
import { toCsv } from '../domain/openData/csv.ts';
import { countedOnly, type DataFigure } from '../domain/figures/figure.ts';
import { figuresOf } from '../domain/figures/allFigures.ts';
import { judgeTarget, type JudgedTarget } from '../domain/figures/milestones.ts';
import { compareName } from '../domain/station/naming.ts';
import type { DatasetMeta } from '../domain/dataset/dataset.ts';
import type { Station } from '../domain/station/station.ts';
import type { ClauseName } from '../views/policy.ts';
import { derived, getDataset, keyed } from './dataset.ts';
import { getClauseNames, getRules } from './policies.ts';
import { getCommittee, getTown } from './regions.ts';
import { isSampleData } from '../domain/dataset/sample.ts';

/** All figures of the progress page, computed from the dataset; those of a sample name no gaps. */
export const getFigures = derived(async (dataset): Promise<readonly DataFigure[]> => {
  const fields = keyed(dataset.fields, ({ slug }) => slug);
  const nameDeviation = (station: Station) =>
    compareName(station, {
      townName: getTown(station.townCode).name,
      type: station.type,
      fieldName: fields.get(station.field ?? '')?.name ?? '',
      committeeName: station.committeeCode === null ? '' : getCommittee(station.committeeCode).name,
    });
  const figures = figuresOf({ ...dataset, nameDeviation, namingRule: (await getRules())('命名') });
  return isSampleData(dataset.meta) ? figures.map(countedOnly) : figures;
});

/** A figure with the name of the clause that it rests on, null where no clause is its basis. */
export interface NamedFigure {
  readonly figure: DataFigure;
  readonly clause: ClauseName | null;
}

/** All figures, each with the name of its clause. */
export async function getNamedFigures(): Promise<readonly NamedFigure[]> {
  const [figures, nameOf] = await Promise.all([getFigures(), getClauseNames()]);
  return figures.map((figure) => ({ figure, clause: figure.basis === null ? null : nameOf(figure.basis) }));
}

/** The targets of the notice, each with whether the data shows it reached, and the name of its clause. */
export async function getMilestones(): Promise<readonly (JudgedTarget & { readonly clause: ClauseName })[]> {
  const nameOf = await getClauseNames();
  const { targets, stations, towns, meta } = getDataset();
  return targets.map((target) => ({
    ...judgeTarget(target, { stations, towns, asAt: meta.asAt }),
    clause: nameOf(target.clause),
  }));
}

/** The name of a figure's file; in a sample it begins with `sample-`. */
export const figureFile = (meta: DatasetMeta, id: string, ending: 'csv' | 'svg'): string =>
  `${isSampleData(meta) ? 'sample-' : ''}${id}.${ending}`;

/** The table of a figure as CSV text: its columns, then as-at date and clause in each row. */
export function figureCsv({ figure, clause }: NamedFigure, asAt: string): string {
  const basis = clause === null ? figure.basisNote : `${clause.docNumber} ${clause.label}`;
  return toCsv(
    [...figure.columns.map(({ title }) => title), '截至', '依据'],
    figure.rows.map((row) => [...row, asAt, basis]),
  );
}

/** A file below /progress/: the table or the picture of a figure. */
export interface FigureFile {
  readonly file: string;
  readonly type: string;
  readonly text: string;
}

const captionOf = ({ clause, figure }: NamedFigure): Caption => {
  const { meta, site } = getDataset();
  return {
    asAt: meta.asAt,
    isSample: isSampleData(meta),
    basis: clause === null ? figure.basisNote : `${clause.docNumber} ${clause.label}`,
    siteName: site.siteName,
  };
};

/** The picture of a figure as a file that can be used outside the site. */
export const getSheet = (named: NamedFigure): Sheet => sheet(named.figure, captionOf(named));

/** A figure as the progress page shows it: its chart for wide and narrow screens, and the names of its files. */
export interface FigureView extends NamedFigure {
  readonly charts: { readonly wide: string; readonly narrow: string };
  readonly csv: string;
  readonly svg: string;
}

/** All figures as the progress page shows them. */
export async function getFigureViews(): Promise<readonly FigureView[]> {
  const { meta } = getDataset();
  return (await getNamedFigures()).map((named) => ({
    ...named,
    charts: inlineCharts(named.figure, captionOf(named)),
    csv: figureFile(meta, named.figure.id, 'csv'),
    svg: figureFile(meta, named.figure.id, 'svg'),
  }));
}

/** Every file below /progress/: two for each figure. */
export async function getFigureFiles(): Promise<readonly FigureFile[]> {
  const { meta } = getDataset();
  return (await getNamedFigures()).flatMap((named) => [
    {
      file: figureFile(meta, named.figure.id, 'csv'),
      type: 'text/csv; charset=utf-8',
      text: figureCsv(named, meta.asAt),
    },
    {
      file: figureFile(meta, named.figure.id, 'svg'),
      type: 'image/svg+xml; charset=utf-8',
      text: getSheet(named).text,
    },
  ]);
}
