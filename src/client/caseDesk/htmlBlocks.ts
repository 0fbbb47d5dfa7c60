import { sectionOf } from '../../domain/case/sections.ts';
import type { Block } from '../../domain/case/sortBlocks.ts';

const PARTS =
  'P,DIV,H1,H2,H3,H4,H5,H6,LI,UL,OL,TABLE,TR,BLOCKQUOTE,SECTION,ARTICLE,PRE,DL,DT,DD,FIGURE,FIGCAPTION,BODY';
const BLOCKS = new Set(PARTS.split(','));
const UNREAD = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'TITLE', 'META', 'LINK', 'NOSCRIPT']);

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const wordsOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/gu, ' ').trim();

/** A row of a table as one line: what is asked, then what stands beside it. */
function rowText(row: Element): string {
  const cells = [...row.children].map(wordsOf).filter((text) => text !== '');
  return cells.join(cells.length === 2 ? '：' : '；');
}

/**
 * The paragraphs of HTML that a word processor made or that was pasted, in their order. It is read and never shown:
 * nothing in it runs or is loaded.
 */
export function blocksOfHtml(html: string): readonly Block[] {
  const blocks: Block[] = [];
  let line = '';
  let prefix = '';
  let level = 0;
  const flush = () => {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push({ text: prefix + text, level });
    line = '';
  };
  const walk = (node: Node): void => {
    if (!isElement(node)) {
      if (node.nodeType === Node.TEXT_NODE) line += node.textContent ?? '';
      return;
    }
    const { tagName } = node;
    if (UNREAD.has(tagName)) return;
    if (tagName === 'BR') {
      flush();
      return;
    }
    if (!BLOCKS.has(tagName)) {
      node.childNodes.forEach(walk);
      return;
    }
    flush();
    const cells = tagName === 'TR' ? [...node.children] : [];
    const [first] = cells;
    if (first !== undefined && cells.length > 1 && sectionOf(wordsOf(first)) !== null) {
      // Forms are often tables: the name of a section in the first cell, its text beside it.
      blocks.push({ text: wordsOf(first), level: 0 });
      for (const cell of cells.slice(1)) cell.childNodes.forEach(walk);
      flush();
    } else if (tagName === 'TR' && cells.length > 1) blocks.push({ text: rowText(node), level: 0 });
    else {
      const before = { prefix, level };
      if (tagName === 'LI') prefix = '- ';
      if (/^H[1-6]$/u.test(tagName)) level = Number(tagName.slice(1));
      node.childNodes.forEach(walk);
      flush();
      ({ prefix, level } = before);
    }
  };
  walk(new DOMParser().parseFromString(html, 'text/html').body);
  flush();
  return blocks;
}
