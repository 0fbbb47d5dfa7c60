import { coverageFigure } from './townCoverage.ts';
import { stationsFigure } from './stationCount.ts';
import { specialFigure } from './fieldCoverage.ts';
import type { DataFigure, FigureId, FigureInput } from './figure.ts';
import { completenessFigure } from './completeness.ts';
import { freshnessFigure } from './freshness.ts';
import { namingFigure } from './naming.ts';
import { staffingFigure } from './staffing.ts';

/**
 * All figures of the progress page, from which the page, the charts, the CSV files and the press page are made. Only
 * stations in operation count (notice 二, 三, 四).
 */
export function figuresOf(input: FigureInput): readonly DataFigure[] {
  return [
    stationsFigure(input),
    coverageFigure(input),
    specialFigure(input),
    staffingFigure(input),
    namingFigure(input),
    completenessFigure(input),
    freshnessFigure(input),
  ].filter((figure) => figure !== null);
}

/** The figure with this id; throws RangeError where the dataset has none. */
export function figureOf(figures: readonly DataFigure[], id: FigureId): DataFigure {
  const found = figures.find((figure) => figure.id === id);
  if (found === undefined) throw new RangeError(`没有指标 ${id}`);
  return found;
}
