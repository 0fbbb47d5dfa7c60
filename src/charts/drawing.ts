import * as Plot from '@observablehq/plot';
import type { FigureChart } from '../domain/figures/figure.ts';
import { draw, type Drawing } from './plot.ts';
import { textWidth } from './svg.ts';

/**
 * The measures of a drawing in its own units: width, letter size, height of a line, and how many cells a line holds.
 */
export interface Form {
  readonly width: number;
  readonly size: number;
  readonly line: number;
  readonly cells: number;
}

/** The form for a column of text on a wide screen. */
export const WIDE: Form = { width: 720, size: 16, line: 28, cells: 40 };
/** The form for a phone, where the letters stay as large as the text around them. */
export const NARROW: Form = { width: 280, size: 15, line: 28, cells: 10 };

const INK = 'var(--ink)';
const DASHES = '4 3';

interface Line {
  readonly key: number;
  readonly label: string;
  readonly number: string;
}

/** The common frame of charts: labels on the left, numbers on the right, and the width that is left between them. */
function frame(lines: readonly Line[], { width, size, line }: Form, share: number) {
  const left = Math.ceil(Math.max(0, ...lines.map(({ label }) => textWidth(label))) * size + size * 0.75);
  const right = Math.ceil(Math.max(0, ...lines.map(({ number }) => textWidth(number))) * size + size * 0.75);
  const text = { y: 'key', fill: INK, lineAnchor: 'middle' } as const;
  return {
    inner: width - left - right,
    options: {
      width,
      height: lines.length * line,
      marginLeft: left,
      marginRight: right,
      marginTop: 0,
      marginBottom: 0,
      y: { domain: lines.map(({ key }) => key), axis: null, padding: 1 - share, type: 'band' },
      x: { axis: null },
    } satisfies Plot.PlotOptions,
    labels: [
      Plot.text(lines, { ...text, text: 'label', frameAnchor: 'left', textAnchor: 'start', dx: -left, fontSize: size }),
      Plot.text(lines, { ...text, text: 'number', frameAnchor: 'right', textAnchor: 'end', dx: right, fontSize: size }),
    ],
  };
}

function drawBars({ bars, ofWhole }: FigureChart & { kind: 'bars' }, form: Form): Drawing {
  const lines = bars.map(({ label, value, whole }, key) => ({
    key,
    label,
    number: ofWhole ? `${value} / ${whole}` : String(value),
  }));
  const { options, labels } = frame(lines, form, 0.6);
  const rows = bars.map((bar, key) => ({ ...bar, key, second: bar.value + bar.part }));
  const outline = { insetTop: 1, insetBottom: 1, strokeWidth: 1.5, insetRight: 1 } as const;
  return draw({
    ...options,
    x: { ...options.x, domain: [0, Math.max(1, ...bars.map(({ whole }) => whole))] },
    marks: [
      Plot.barX(
        rows.filter(({ whole, second }) => whole > second),
        {
          ...outline,
          y: 'key',
          x1: 'second',
          x2: 'whole',
          fill: 'none',
          stroke: 'var(--rule-strong)',
          strokeDasharray: DASHES,
        },
      ),
      Plot.barX(
        rows.filter(({ part }) => part > 0),
        { ...outline, y: 'key', x1: 'value', x2: 'second', fill: 'var(--main-tint)', stroke: 'var(--main)' },
      ),
      Plot.barX(rows, { y: 'key', x1: 0, x2: 'value', fill: 'var(--main)' }),
      ...labels,
    ],
  });
}

/** The position of a cell in its line; after every ten there is a gap of half a cell, so that one can count. */
const place = (at: number) => at + Math.floor(at / 10) * 0.5;

function drawCells({ rows }: FigureChart & { kind: 'cells' }, form: Form): Drawing {
  const lines = rows.flatMap(({ label, cells }) => {
    const parts = Array.from({ length: Math.max(1, Math.ceil(cells.length / form.cells)) }, (_, at) =>
      cells.slice(at * form.cells, (at + 1) * form.cells),
    );
    const number = `${cells.filter(Boolean).length} / ${cells.length}`;
    return parts.map((part, at) => ({ label: at === 0 ? label : '', number: at === 0 ? number : '', cells: part }));
  });
  const keyed = lines.map((line, key) => ({ ...line, key }));
  const most = Math.max(1, ...lines.map(({ cells }) => cells.length));
  const inner = frame(keyed, form, 0.5).inner;
  // A whole number of units, so that the steps from cell to cell are equal.
  const cell = Math.floor(Math.min(form.size, inner / place(most)));
  const { options, labels } = frame(keyed, form, cell / form.line);
  const points = keyed.flatMap(({ key, cells }) =>
    cells.map((covered, at) => ({ key, covered, from: place(at), to: place(at) + 1 })),
  );
  const box = { y: 'key', x1: 'from', x2: 'to' } as const;
  return draw({
    ...options,
    x: { ...options.x, domain: [0, inner / cell] },
    marks: [
      Plot.barX(
        points.filter(({ covered }) => covered),
        { ...box, inset: 1, fill: 'var(--main)' },
      ),
      Plot.barX(
        points.filter(({ covered }) => !covered),
        { ...box, inset: 2, fill: 'none', stroke: 'var(--brick)', strokeWidth: 1.5, strokeDasharray: '3 2' },
      ),
      ...labels,
    ],
  });
}

/** Draws the chart of a figure, without title or key. */
export const drawChart = (chart: FigureChart, form: Form): Drawing =>
  chart.kind === 'bars' ? drawBars(chart, form) : drawCells(chart, form);
