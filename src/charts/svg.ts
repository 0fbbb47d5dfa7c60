import tokens from '../styles/tokens/palettes.css?raw';

const units = (char: string) => (char > '\u2e7f' ? 1 : 0.56);

/** The width of a text in units of its own size: a Han character is one, anything else a little over half. */
export const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + units(char), 0);

const NEVER_FIRST = /[，。、；：？！”’）》〕·/]/u;

/** A text in lines of at most `width` units; no line begins with a closing mark or breaks a number. */
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

/** The light colours of the tokens, for pictures that leave the site; the first block of the file holds them. */
const LIGHT = new Map(
  [...tokens.matchAll(/(--[\w-]+):\s*(#[\da-f]{6})/giu)].reverse().map(([, name = '', colour = '']) => [name, colour]),
);

/** A picture whose colours stand in it, instead of following the page. */
export function withOwnColours(svg: string): string {
  return svg.replace(/var\((--[\w-]+)\)/gu, (_, name: string) => {
    const colour = LIGHT.get(name);
    if (colour === undefined) throw new Error(`内部错误：图表用了没有定义的颜色 ${name}`);
    return colour;
  });
}
