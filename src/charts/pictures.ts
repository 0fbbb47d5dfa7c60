import type { DataFigure } from '../domain/figures/figure.ts';
import { formatDate } from '../domain/time/dates.ts';
import { escapeMarkup } from '../domain/language/markup.ts';
import { drawChart, NARROW, WIDE, type Form } from './drawing.ts';
import { textWidth, withOwnColours, wrapText } from './svg.ts';

/** The words of a picture that don't come from its figure. */
export interface Caption {
  readonly asAt: string;
  readonly isSample: boolean;
  /** The clause that the figure rests on, with its document, or why there is none. */
  readonly basis: string;
  readonly siteName: string;
}

const STAMP = '示例数据';

const share = ({ numerator, denominator, noun }: DataFigure) =>
  `${numerator}${denominator === null ? '' : ` / ${denominator}`} ${noun}`;

const titleOf = ({ title }: DataFigure, { isSample }: Caption) => `${title}${isSample ? `（${STAMP}）` : ''}`;

/** A sentence on what the picture shows, for those who can't see it; the table below holds every number. */
const describe = (figure: DataFigure, { asAt }: Caption) => `截至${formatDate(asAt)}，${share(figure)}。`;

interface Lettering {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly anchor?: 'end';
}

function letters(x: number, y: number, text: string, { size, bold = false, colour = 'var(--ink)', anchor }: Lettering) {
  const weight = bold ? ' font-weight="700"' : '';
  const end = anchor === undefined ? ' text-anchor="start"' : ` text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" font-size="${size}"${weight}${end} fill="${colour}">${escapeMarkup(text)}</text>`;
}

/** The stamp 示例数据 of a sample, with its upper right corner at a point. */
function stamp(right: number, top: number, size: number): string {
  const width = textWidth(STAMP) * size + size;
  const box = `<rect x="${right - width}" y="${top}" width="${width}" height="${size * 1.6}" fill="var(--ginger)"/>`;
  return (
    box +
    letters(right - size / 2, top + size * 1.15, STAMP, { size, bold: true, colour: 'var(--on-ginger)', anchor: 'end' })
  );
}

/** A chart as inline SVG in the colours of the page; screen readers read out its name. */
function inline(figure: DataFigure, caption: Caption, form: Form, name: string): string {
  const { content, width, height } = drawChart(figure.chart, form);
  const top = caption.isSample ? Math.round(form.size * 2.1) : 0;
  const [title, desc] = [`chart-${figure.id}-${name}-t`, `chart-${figure.id}-${name}-d`];
  return [
    `<svg class="chart chart-${name}" viewBox="0 0 ${width} ${height + top}" role="img" aria-labelledby="${title}" aria-describedby="${desc}">`,
    `<title id="${title}">${escapeMarkup(titleOf(figure, caption))}</title>`,
    `<desc id="${desc}">${escapeMarkup(describe(figure, caption))}下面的表里有全部数字。</desc>`,
    caption.isSample ? stamp(width, 0, form.size) : '',
    `<g transform="translate(0,${top})">${content}</g>`,
    '</svg>',
  ].join('');
}

/** A figure's chart as inline SVG for wide and for narrow screens; the style sheet shows the one that fits. */
export function inlineCharts(figure: DataFigure, caption: Caption): { readonly wide: string; readonly narrow: string } {
  return { wide: inline(figure, caption, WIDE, 'wide'), narrow: inline(figure, caption, NARROW, 'narrow') };
}

const FONTS =
  'PingFang SC, HarmonyOS Sans SC, MiSans, Microsoft YaHei UI, Microsoft YaHei, Source Han Sans SC, Noto Sans CJK SC, Noto Sans SC, sans-serif';
const MARGIN = 40;

/** The key of a chart in a line: small boxes, each with its word. */
function key({ chart }: DataFigure, x: number, y: number): string {
  const boxes = {
    value: 'fill="var(--main)"',
    part: 'fill="var(--main-tint)" stroke="var(--main)"',
    rest: `fill="none" stroke="var(${chart.kind === 'cells' ? '--brick' : '--rule-strong'})" stroke-dasharray="4 3" stroke-width="1.5"`,
  };
  let at = x;
  return Object.entries(chart.key)
    .map(([name, words]) => {
      const box = `<rect x="${at + 1}" y="${y - 13}" width="14" height="14" ${boxes[name as keyof typeof boxes]}/>`;
      const text = letters(at + 24, y, words, { size: 16 });
      at += Math.round(textWidth(words) * 16 + 56);
      return box + text;
    })
    .join('');
}

/** A picture as the text of an SVG file, with its size in pixels. */
export interface Sheet {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a figure as a file that explains itself when it is used elsewhere: title, key, formula, clause, date, and the
 * stamp of a sample.
 */
export function sheet(figure: DataFigure, caption: Caption): Sheet {
  const { content, width, height } = drawChart(figure.chart, WIDE);
  const full = width + 2 * MARGIN;
  const notes = [
    ...wrapText(`算法：${figure.formula}`, width / 16),
    ...wrapText(`依据：${caption.basis}`, width / 16),
    ...(figure.denominatorSource === null
      ? []
      : wrapText(`分母：${figure.denominatorSource.source}，${formatDate(figure.denominatorSource.date)}`, width / 16)),
    `数据截至${formatDate(caption.asAt)} · ${caption.siteName}`,
  ];
  const chartTop = 176;
  const notesTop = chartTop + height + 44;
  const total = notesTop + notes.length * 26 + MARGIN - 16;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${full}" height="${total}" viewBox="0 0 ${full} ${total}" role="img" aria-labelledby="t d" font-family="${FONTS}" lang="zh-CN">`,
    `<title id="t">${escapeMarkup(titleOf(figure, caption))}</title>`,
    `<desc id="d">${escapeMarkup(describe(figure, caption))}</desc>`,
    `<rect width="${full}" height="${total}" fill="var(--paper)"/>`,
    `<rect x="${MARGIN}" y="${MARGIN}" width="${width}" height="2" fill="var(--ink)"/>`,
    letters(MARGIN, MARGIN + 40, figure.title, { size: 26, bold: true }),
    caption.isSample ? stamp(full - MARGIN, MARGIN + 16, 18) : '',
    letters(MARGIN, MARGIN + 74, share(figure), { size: 20 }),
    key(figure, MARGIN, MARGIN + 112),
    `<g transform="translate(${MARGIN},${chartTop})" text-anchor="middle">${content}</g>`,
    ...notes.map((line, at) => letters(MARGIN, notesTop + at * 26, line, { size: 16, colour: 'var(--ink-2)' })),
    '</svg>\n',
  ];
  return { text: withOwnColours(svg.join('')), width: full, height: total };
}
