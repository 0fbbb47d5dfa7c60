import tokens from '../styles/tokens/palettes.css?raw';

const units = (char: string) => (char > '\u2e7f' ? 1 : 0.56);

/**
 * The estimated width of a text in units of its letter size: 1 for a Han character, a little over half for any other.
 */
export const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + units(char), 0);

const NEVER_FIRST = /[，。、；：？！”’）》〕·/]/u;

/**
 * Breaks a text into lines of at most `width` such units; no line begins with a closing mark, and no number is broken.
 */
export function wrapText(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.match(/[\w.:/-]+|./gu) ?? []) {
    const line = lines.at(-1) ?? '';
    const fits = textWidth(line + word) <= width || line === '' || NEVER_FIRST.test(word);
    if (fits) lines[lines.length - 1] = line + word;
    else lines.push(word.trimStart());
  }
  return lines;
}

/**
 * The light colours by name, for pictures that are used outside the site; the first block of palettes.css holds them.
 */
const LIGHT = new Map(
  [...tokens.matchAll(/(--[\w-]+):\s*(#[\da-f]{6})/giu)].reverse().map(([, name = '', colour = '']) => [name, colour]),
);

/**
 * Replaces the colour variables in an SVG by the light colours, so that it can stand without the site's style sheet.
 */
export function withOwnColours(svg: string): string {
  return svg.replace(/var\((--[\w-]+)\)/gu, (_, name: string) => {
    const colour = LIGHT.get(name);
    if (colour === undefined) throw new Error(`内部错误：图表用了没有定义的颜色 ${name}`);
    return colour;
  });
}
