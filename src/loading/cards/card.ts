import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { keptFolder } from '../folders.ts';
import { sha256 } from '../formats/digest.ts';

/** What a card says that is shown where somebody shares the address of a page. */
export interface Card {
  readonly city: string;
  /** What kind of page it is, and what must be known of it: 养老服务 · 编写的示例故事，没有真人真事. */
  readonly kind: string;
  readonly title: string;
  /** Who speaks, at the foot. */
  readonly source: string;
  /** Whether 示例 stands on it. */
  readonly sample: boolean;
}

/** Thrown where the font lacks a character of a card; the message is ready to print. */
export class LackingFontError extends Error {
  override readonly name = 'LackingFontError';

  /** The character, or the characters that stand together. */
  readonly sign: string;

  constructor(sign: string) {
    super(`分享图的字体里没有“${sign}”：换一个字，或请维护者换字体。`);
    this.sign = sign;
  }
}

const WIDTH = 1200;
const HEIGHT = 630;
const COLOURS = {
  paper: '#ffffff',
  ink: '#1a1f1d',
  soft: '#56605b',
  main: '#0d5a44',
  tint: '#e2efe9',
  ginger: '#f3b61f',
};

const { resolve } = createRequire(import.meta.url);
const fontFile = (weight: 400 | 700) =>
  readFileSync(
    resolve(`@openfonts/noto-sans-sc_chinese-simplified/files/noto-sans-sc-chinese-simplified-${weight}.woff`),
  );
let fonts: readonly { name: string; data: Buffer; weight: 400 | 700 }[] | undefined;
const cardFonts = () =>
  (fonts ??= ([400, 700] as const).map((weight) => ({ name: 'Noto Sans SC', data: fontFile(weight), weight })));

/** Changes with everything that decides the bytes of a card but its words. */
const RECIPE = `3 ${sharp.versions.sharp}`;

type Style = Readonly<Record<string, string | number>>;
type Node = {
  readonly type: string;
  readonly props: { readonly style: Style; readonly children: string | readonly Node[] };
};
const box = (style: Style, children: string | readonly Node[]): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

function drawing({ city, kind, title, source, sample }: Card): Node {
  const size = [...title].length > 24 ? 60 : 72;
  return box(
    {
      width: WIDTH,
      height: HEIGHT,
      boxSizing: 'border-box',
      padding: '56px 72px',
      flexDirection: 'column',
      justifyContent: 'space-between',
      background: COLOURS.paper,
      borderTop: `20px solid ${COLOURS.main}`,
      fontFamily: 'Noto Sans SC',
      color: COLOURS.ink,
    },
    [
      box({ alignItems: 'center', justifyContent: 'space-between' }, [
        box({ alignItems: 'center', fontSize: 36, fontWeight: 700 }, [
          box({}, city),
          box(
            { margin: '0 14px', padding: '4px 16px', background: COLOURS.main, color: COLOURS.paper, borderRadius: 6 },
            '社工站',
          ),
          box({}, '指南'),
        ]),
        ...(sample
          ? [
              box(
                { padding: '6px 18px', background: COLOURS.ginger, borderRadius: 6, fontSize: 30, fontWeight: 700 },
                '示例',
              ),
            ]
          : []),
      ]),
      box({ fontSize: size, fontWeight: 700, lineHeight: 1.3 }, title),
      box({ flexDirection: 'column', fontSize: 30, color: COLOURS.soft }, [
        box(
          {
            padding: '10px 20px',
            background: COLOURS.tint,
            color: COLOURS.main,
            borderRadius: 6,
            alignSelf: 'flex-start',
          },
          kind,
        ),
        box({ marginTop: 20 }, source),
      ]),
    ],
  );
}

/** A card without signs that show nothing, which no font has. */
const shown = (card: Card): Card => {
  const seen = (text: string) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const { city, kind, title, source } = card;
  return { ...card, city: seen(city), kind: seen(kind), title: seen(title), source: seen(source) };
};

async function draw(card: Card): Promise<Uint8Array> {
  // Most builds find all their cards drawn, and never load it.
  const { default: satori } = await import('satori');
  const svg = await satori(drawing(shown(card)) as never, {
    width: WIDTH,
    height: HEIGHT,
    fonts: [...cardFonts()],
    // Called for what no font has: nothing may become an empty box.
    loadAdditionalAsset: (_, segment) => {
      throw new LackingFontError(segment);
    },
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 1, dither: 0 }).toBuffer();
}

/** Writes a file that appears whole or not at all. */
function keep(file: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part-${process.pid}`;
  writeFileSync(part, bytes);
  renameSync(part, file);
}

/**
 * The file of the card of a page, PNG, 1200 × 630. It is kept in the folder `cache` by the hash of what it says, so that
 * it is drawn once; so is a note of what the font lacks. Throws LackingFontError with the character.
 */
async function cardFile(card: Card, cache: string): Promise<string> {
  const kept = join(cache, sha256(RECIPE + JSON.stringify(card)).slice(0, 16));
  const [file, lacking] = [`${kept}.png`, `${kept}.lacks`];
  if (existsSync(file)) return file;
  if (existsSync(lacking)) throw new LackingFontError(readFileSync(lacking, 'utf8'));
  try {
    keep(file, await draw(card));
  } catch (error) {
    if (error instanceof LackingFontError) keep(lacking, error.sign);
    throw error;
  }
  return file;
}

/** The card of a page as PNG, drawn or kept as `cardFile` does. Throws LackingFontError with what the font lacks. */
export const cardPng = async (card: Card, cache: string): Promise<Uint8Array> =>
  readFileSync(await cardFile(card, cache));

const siteCards = () => keptFolder('cards', process.env);

/** The card of a page of the site, kept in the cache of the repository. */
export const siteCard = (card: Card): Promise<Uint8Array> => cardPng(card, siteCards());

/** Draws the card of a page of the site where it isn't kept yet; whether it could be: not where the font lacks a character. */
export async function isDrawn(card: Card): Promise<boolean> {
  try {
    await cardFile(card, siteCards());
    return true;
  } catch (error) {
    // A name of a place can't be written otherwise.
    if (error instanceof LackingFontError) return false;
    throw error;
  }
}
