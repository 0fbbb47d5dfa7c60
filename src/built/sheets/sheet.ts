import postcss, { type ChildNode, type Container } from 'postcss';
import parseSelectors from 'postcss-selector-parser';

/** A selector, and the classes, ids and elements without which it means nothing. */
interface Selector {
  readonly text: string;
  readonly needs: readonly string[];
}

/** A piece of a sheet: text that always stays, a rule that stays with its selectors, or a block that stays with its pieces. */
type Piece =
  | { readonly text: string }
  | { readonly selectors: readonly Selector[]; readonly says: string }
  | { readonly head: string; readonly pieces: readonly Piece[] };

/** A style sheet, read once so that the part a kind of page needs can be taken out of it many times. */
export type Sheet = readonly Piece[];

/** Elements that every page has, whatever else stands in it. */
const EVERYWHERE = new Set(['html', 'head', 'body']);

/** What must be on a page for a selector to mean anything there. What stands in the brackets of a pseudo-class isn't asked. */
function needsOf(selector: string): string[] {
  const needs = new Set<string>();
  parseSelectors((root) =>
    root.walk((node) => {
      if (node.type !== 'class' && node.type !== 'id' && node.type !== 'tag') return;
      for (let at = node.parent; at !== undefined; at = at.parent as typeof at) if (at.type === 'pseudo') return;
      if (!EVERYWHERE.has(node.value)) needs.add(node.value);
    }),
  ).processSync(selector);
  return [...needs];
}

function pieceOf(node: ChildNode): Piece {
  if (node.type === 'rule')
    return {
      selectors: node.selectors.map((text) => ({ text, needs: needsOf(text) })),
      says: node.nodes.map(String).join(';'),
    };
  // Media, containers and what a browser supports: the blocks that hold rules.
  if (node.type === 'atrule' && /^(?:media|supports|container)$/u.test(node.name))
    return { head: `@${node.name} ${node.params}`, pieces: piecesOf(node) };
  return { text: node.type === 'atrule' && node.nodes === undefined ? `${String(node)};` : String(node) };
}

const piecesOf = ({ nodes = [] }: Pick<Container, 'nodes'>): Piece[] =>
  nodes.filter(({ type }) => type !== 'comment').map(pieceOf);

/** Reads a style sheet as the build has written it, without nested rules. */
export const readSheet = (css: string): Sheet => piecesOf(postcss.parse(css));

/** The classes, ids and elements that the rules of a sheet need. */
export const namesIn = (sheet: Sheet): ReadonlySet<string> =>
  new Set(
    sheet.flatMap((piece): string[] => {
      if ('text' in piece) return [];
      return 'head' in piece ? [...namesIn(piece.pieces)] : piece.selectors.flatMap(({ needs }) => needs);
    }),
  );

/**
 * The part of a sheet that can mean anything on pages with these words, in the same order: a rule goes once each of its
 * selectors names a class, an id or an element that none of the words is. The words may be more than are used.
 */
export function sheetFor(sheet: Sheet, words: ReadonlySet<string>): string {
  const textOf = (piece: Piece): string => {
    if ('text' in piece) return piece.text;
    if ('head' in piece) {
      const inside = sheetFor(piece.pieces, words);
      return inside === '' ? '' : `${piece.head}{${inside}}`;
    }
    const met = piece.selectors.filter(({ needs }) => needs.every((need) => words.has(need)));
    return met.length === 0 ? '' : `${met.map(({ text }) => text).join(',')}{${piece.says}}`;
  };
  return sheet.map(textOf).join('');
}
