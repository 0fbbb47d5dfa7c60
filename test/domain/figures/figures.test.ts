import { describe, expect, it } from 'vitest';
import { gapCount, type FigureInput } from '../../../src/domain/figures/figure.ts';
import { figureOf, figuresOf } from '../../../src/domain/figures/allFigures.ts';
import { load } from '../../../src/loading/input.ts';
import { CITY } from '../../loading/city.ts';

const { dataset } = load(CITY);
const input: FigureInput = { ...dataset, nameDeviation: () => null, namingRule: null };
const figures = figuresOf(input);
const of = (id: Parameters<typeof figureOf>[1]) => figureOf(figures, id);

describe('the figures of the small city', () => {
  it('count what is in operation', () => {
    expect([of('stations').numerator, of('stations').denominator]).toEqual([9, 12]);
    expect([of('coverage').numerator, of('coverage').denominator]).toEqual([5, 6]);
    expect([of('special').numerator, of('special').denominator]).toEqual([3, null]);
  });

  it('have no figure of staff where no target names a number', () => {
    expect(figures.map(({ id }) => id)).not.toContain('staffing');
    const target = { ...dataset.targets[0], metric: 'staffing', goal: 3 } as (typeof dataset.targets)[number];
    const staffed = figureOf(figuresOf({ ...input, targets: [target] }), 'staffing');
    expect([staffed.numerator, staffed.denominator]).toEqual([4, 5]);
    expect(staffed.gaps).toEqual([
      { name: '临湖区', gaps: [{ kind: 'station', id: '990101101-z', name: '苇湾镇社工站', remark: '2名' }] },
    ]);
  });

  it('name every gap', () => {
    expect(of('coverage').gaps.map(({ name, gaps }) => [name, gaps.map((gap) => gap.name)])).toEqual([
      ['望山区', ['竹坪乡']],
    ]);
    expect(of('special').gaps[0]?.gaps.map(({ id }) => id)).toEqual(['yang-lao']);
    expect(gapCount(of('stations'))).toBe(2);
  });

  it('show the ends of the years from the first target on, and today', () => {
    expect(of('stations').rows.map(([day]) => day)).toEqual(['2025-12-31', dataset.meta.asAt]);
    // Of three that run, one paused and one closed in 2026 no opening day is known.
    expect(of('stations').rows[0]).toEqual(['2025-12-31', 4, 2, 0, 6, 5]);
  });

  it('add up: rows to the numerator, good and gaps to the denominator', () => {
    for (const id of ['coverage', 'naming', 'completeness'] as const) {
      const { rows, numerator, denominator, gaps } = of(id);
      const column = (at: number) => rows.reduce((sum, row) => sum + Number(row[at]), 0);
      expect([column(1), column(2)], id).toEqual([numerator, denominator]);
      expect(numerator + gaps.reduce((sum, group) => sum + group.gaps.length, 0), id).toBe(denominator);
    }
  });

  it('give every row a cell for every column', () => {
    for (const { id, columns, rows } of figures) {
      expect(rows.filter((row) => row.length !== columns.length).map(([first]) => `${id} ${String(first)}`)).toEqual(
        [],
      );
    }
  });
});
