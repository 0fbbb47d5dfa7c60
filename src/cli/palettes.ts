import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTogether } from '../loading/formats/writeTogether.ts';

const FOLDER = fileURLToPath(new URL('../styles/tokens', import.meta.url));
const TABLE = 'palettes.csv';

/** The four palettes, named like the columns of the table of colours. */
export const PALETTES = ['light', 'dark', 'contrast', 'contrast-dark'] as const;
/** The name of a palette. */
export type Palette = (typeof PALETTES)[number];

/** The colours of each palette: `#rrggbb` by name of the colour. */
export type Colours = Readonly<Record<Palette, ReadonlyMap<string, string>>>;

/** Thrown when the table of colours can't be read; the message names row, column and value and is ready to print. */
export class PaletteError extends Error {
  override readonly name = 'PaletteError';
}

/**
 * Reads the table of colours, one row for each colour and one column for each palette. Throws PaletteError at the first
 * wrong cell.
 */
export function readPalettes(csv: string): Colours {
  const [head, ...rows] = csv.trimEnd().split(/\r?\n/u);
  const wanted = ['name', ...PALETTES, 'use'].join(',');
  if (head !== wanted) throw new PaletteError(`${TABLE} 第 1 行：列名要写成 ${wanted}`);
  const colours = { light: new Map(), dark: new Map(), contrast: new Map(), 'contrast-dark': new Map() } as const;
  rows.forEach((line, index) => {
    const [name = '', ...cells] = line.split(',');
    const row = `${TABLE} 第 ${index + 2} 行`;
    if (!/^[a-z][a-z0-9-]*$/u.test(name)) throw new PaletteError(`${row}，name“${name}”：写小写字母、数字和 -`);
    if (colours.light.has(name)) throw new PaletteError(`${row}，name“${name}”：前面已经有了，删去一行`);
    PALETTES.forEach((palette, at) => {
      const colour = cells[at] ?? '';
      if (!/^#[\da-f]{6}$/u.test(colour)) throw new PaletteError(`${row}，${palette}“${colour}”：写成 #0d5a47 的样子`);
      colours[palette].set(name, colour);
    });
  });
  return colours;
}

/** One block of the style sheet: a condition, and the palette that it puts in force. */
interface Block {
  readonly palette: Palette;
  readonly media?: string;
  readonly selector: string;
  /** The palettes that may be in force without this block; a colour that is the same in all of them isn't repeated. */
  readonly over: readonly Palette[];
}

const DARK = '(prefers-color-scheme: dark)';
const MORE = '(prefers-contrast: more)';

/**
 * All blocks in order, the later one wins. Attributes on <html>, set by the reader, go before settings of the system.
 */
const BLOCKS: readonly Block[] = [
  { palette: 'light', selector: ':root', over: [] },
  { palette: 'dark', media: DARK, selector: ":root:not([data-theme='light'])", over: ['light'] },
  { palette: 'dark', selector: ":root[data-theme='dark']", over: ['light'] },
  { palette: 'contrast', media: MORE, selector: ":root:not([data-theme='dark'])", over: ['light', 'dark'] },
  { palette: 'contrast', selector: ":root[data-contrast='more']", over: ['light', 'dark'] },
  { palette: 'contrast-dark', selector: ":root[data-contrast='more'][data-theme='dark']", over: ['contrast'] },
  {
    palette: 'contrast-dark',
    media: MORE,
    selector: ":root[data-theme='dark']",
    over: ['light', 'dark', 'contrast'],
  },
  {
    palette: 'contrast-dark',
    media: `${MORE} and ${DARK}`,
    selector: ":root:not([data-theme='light'])",
    over: ['contrast'],
  },
  {
    palette: 'contrast-dark',
    media: DARK,
    selector: ":root[data-contrast='more']:not([data-theme='light'])",
    over: ['contrast'],
  },
];

const schemeOf = (palette: Palette) => (palette.endsWith('dark') ? 'dark' : 'light');

function blockText(colours: Colours, { palette, media, selector, over }: Block): string {
  const isUnder = (name: string, colour: string) =>
    over.length > 0 && over.every((below) => colours[below].get(name) === colour);
  const lines = [
    `${selector} {`,
    `  color-scheme: ${schemeOf(palette)};`,
    ...[...colours[palette]]
      .filter(([name, colour]) => !isUnder(name, colour))
      .map(([name, colour]) => `  --${name}: ${colour};`),
    '}',
  ];
  if (media === undefined) return lines.join('\n');
  return [`@media ${media} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

/** Writes the style sheet of all palettes. Its first block holds all light colours. */
export function palettesCss(colours: Colours): string {
  const head = `/* npm run palettes 从 ${TABLE} 写成，不要手改 */`;
  return [head, ...BLOCKS.map((block) => blockText(colours, block)), ''].join('\n');
}

function main(log: (line: string) => void): void {
  const colours = readPalettes(readFileSync(join(FOLDER, TABLE), 'utf8'));
  writeTogether(FOLDER, { 'palettes.css': palettesCss(colours) });
  log(`配色写好：${PALETTES.length} 套，每套 ${colours.light.size} 个颜色。`);
}

if (import.meta.main) {
  try {
    main(console.log);
  } catch (error) {
    console.error(error instanceof PaletteError ? error.message : `没有写任何文件：${String(error)}`);
    process.exitCode = 1;
  }
}
