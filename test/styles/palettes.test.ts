import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PALETTES, PaletteError, palettesCss, readPalettes, type Palette } from '../../src/cli/palettes.ts';

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../src/styles/tokens/${name}`, import.meta.url)), 'utf8');
const table = read('palettes.csv');
const colours = readPalettes(table);
const css = palettesCss(colours);

/** What a reader has chosen on the page, and what the system asks for. */
interface Reader {
  readonly theme: 'light' | 'dark' | null;
  readonly contrast: 'more' | null;
  readonly systemDark: boolean;
  readonly systemContrast: boolean;
}

const READERS: readonly Reader[] = [null, 'light' as const, 'dark' as const].flatMap((theme) =>
  [null, 'more' as const].flatMap((contrast) =>
    [false, true].flatMap((systemDark) =>
      [false, true].map((systemContrast) => ({ theme, contrast, systemDark, systemContrast })),
    ),
  ),
);

function paletteOf({ theme, contrast, systemDark, systemContrast }: Reader): Palette {
  const dark = theme === 'dark' || (theme === null && systemDark);
  if (contrast === 'more' || systemContrast) return dark ? 'contrast-dark' : 'contrast';
  return dark ? 'dark' : 'light';
}

const blocks = [...css.matchAll(/(?:@media (?<media>[^{]+) \{\s*)?(?<selector>:root[^ ]*) \{(?<body>[^}]*)\}/gu)].map(
  ({ groups = {} }) => ({
    media: groups['media'] ?? '',
    selector: groups['selector'] ?? '',
    body: groups['body'] ?? '',
  }),
);

/** The custom properties of <html> as a browser would settle them: more attributes win, then the later block. */
function settled(reader: Reader): Map<string, string> {
  const isAsked = ({ media }: { media: string }) =>
    (!media.includes('dark') || reader.systemDark) && (!media.includes('more') || reader.systemContrast);
  const isMet = ({ selector }: { selector: string }) =>
    [...selector.matchAll(/(?<not>:not\()?\[data-(?<name>theme|contrast)='(?<value>\w+)'\]/gu)].every(
      ({ groups = {} }) =>
        (reader[groups['name'] as 'theme' | 'contrast'] === groups['value']) === (groups['not'] === undefined),
    );
  const weight = ({ selector }: { selector: string }) => selector.split('[').length;
  const found = blocks
    .filter((block) => isAsked(block) && isMet(block))
    .sort((one, other) => weight(one) - weight(other));
  return new Map(
    found.flatMap(({ body }) =>
      [...body.matchAll(/--(?<name>[\w-]+): (?<value>[^;]+);/gu)].map(
        ({ groups = {} }) => [groups['name'] ?? '', groups['value'] ?? ''] as const,
      ),
    ),
  );
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(palette: Palette, front: string, back: string): number {
  const [one, other] = [front, back].map((name) => {
    const colour = colours[palette].get(name);
    if (colour === undefined) throw new Error(`the table has no colour ${name}`);
    return luminance(colour);
  });
  return (Math.max(one ?? 0, other ?? 0) + 0.05) / (Math.min(one ?? 0, other ?? 0) + 0.05);
}

describe('the four palettes', () => {
  it('stand in the committed style sheet as the table has them', () => {
    expect(read('palettes.css'), 'run npm run palettes').toBe(css);
  });

  it.each(READERS)('show the reader the right one: %j', (reader) => {
    expect(Object.fromEntries(settled(reader))).toEqual(Object.fromEntries(colours[paletteOf(reader)]));
  });

  it.each([
    { front: 'ink', back: 'paper', promised: [16.6, 14.7, 21, 21] },
    { front: 'ink-2', back: 'paper', promised: [8.1, 9.2, 21, 21] },
    { front: 'main', back: 'paper', promised: [8.2, 9.9, 13.1, 16.4] },
    { front: 'main', back: 'main-tint', promised: [6.9, 7.8, 13.1, 16.4] },
    { front: 'on-plate', back: 'plate', promised: [8.2, 7.4, 13.1, 21] },
    { front: 'on-plate-2', back: 'plate', promised: [6.4, 5.8, 13.1, 21] },
    { front: 'brick', back: 'brick-tint', promised: [6.4, 7.7, 11, 12.2] },
    { front: 'on-ginger', back: 'ginger', promised: [9.3, 9.3, 14.5, 14.5] },
    { front: 'rule-strong', back: 'paper', promised: [4.7, 5.3, 21, 21] },
    { front: 'focus', back: 'focus-edge', promised: [9.7, 12.3, 14.5, 14.5] },
    { front: 'on-main', back: 'main', promised: [4.5, 4.5, 7, 7] },
    { front: 'on-brick', back: 'brick', promised: [4.5, 4.5, 7, 7] },
    { front: 'ink', back: 'ground', promised: [4.5, 4.5, 7, 7] },
    { front: 'ink', back: 'ginger-tint', promised: [4.5, 4.5, 7, 7] },
  ])('keep the contrast of $front on $back', ({ front, back, promised }) => {
    PALETTES.forEach((palette, at) => {
      const measured = Math.round(ratio(palette, front, back) * 10) / 10;
      expect(measured, palette).toBeGreaterThanOrEqual(promised[at] ?? 21);
    });
  });
});

describe('a table of colours with a mistake', () => {
  const head = 'name,light,dark,contrast,contrast-dark,use';
  it.each([
    { rows: ['paper,#fff,#000000,#ffffff,#000000,底'], says: '第 2 行，light“#fff”' },
    { rows: ['paper,#ffffff,#000000,#ffffff'], says: '第 2 行，contrast-dark“”' },
    {
      rows: ['ink,#000000,#ffffff,#000000,#ffffff,字', 'ink,#000000,#ffffff,#000000,#ffffff,字'],
      says: '第 3 行，name“ink”',
    },
  ])('is refused with row, column and value: $says', ({ rows, says }) => {
    expect(() => readPalettes([head, ...rows].join('\n'))).toThrow(PaletteError);
    expect(() => readPalettes([head, ...rows].join('\n'))).toThrow(says);
  });

  it('is refused when a column is missing', () => {
    expect(() => readPalettes('name,light,dark\n')).toThrow(`列名要写成 ${head}`);
  });
});
