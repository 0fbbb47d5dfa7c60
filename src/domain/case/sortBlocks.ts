import { emptyDraft, type Draft } from './draft.ts';
import { sectionOf } from './sections.ts';

/** A paragraph of a document; `level` is 1 to 6 for a heading, 0 for any other. */
export interface Block {
  readonly text: string;
  readonly level: number;
}

/** A heading is short; a sentence that happens to begin like one is not. */
const HEADING_LENGTH = 24;

const isTitle = (text: string): boolean => text.length <= 40 && !/[。；！？]$/u.test(text);

/** The title that a document begins with: its first heading, or a first line that is no sentence. */
function titleOf(blocks: readonly Block[]): number {
  const [first] = blocks;
  const before = blocks.findIndex(({ text }) => text.length <= HEADING_LENGTH && sectionOf(text) !== null);
  if (first === undefined || before === 0 || !isTitle(first.text)) return -1;
  return first.level > 0 || blocks.length > 1 ? 0 : -1;
}

/**
 * Sorts the paragraphs of a document into title and sections. A paragraph is a heading where it is marked as one or is
 * just what a section is called, numbered or not. What fits nowhere is left over, and nothing is dropped.
 */
export function sortBlocks(document: readonly Block[]): Draft {
  const blocks = document
    .map(({ text, level }) => ({ text: text.replace(/[ \t\u00a0\u3000]+/gu, ' ').trim(), level }))
    .filter(({ text }) => text !== '');
  const title = titleOf(blocks);
  const draft = emptyDraft();
  const parts = new Map<string, string[]>();
  let place = '';
  let depth = 0;
  blocks.forEach(({ text, level }, at) => {
    if (at === title) return;
    const section = text.length <= HEADING_LENGTH ? sectionOf(text) : null;
    if (section !== null) {
      place = section.title;
      depth = level;
      return;
    }
    // A heading of the same rank as those of the sections begins something else.
    if (level > 0 && depth > 0 && level <= depth) place = '';
    parts.set(place, [...(parts.get(place) ?? []), text]);
  });
  const joined = (name: string) => (parts.get(name) ?? []).join('\n\n');
  return {
    ...draft,
    title: title < 0 ? '' : (blocks[title]?.text ?? ''),
    sections: Object.fromEntries(Object.keys(draft.sections).map((name) => [name, joined(name)])),
    leftover: joined(''),
  };
}

/** The paragraphs of a plain text; lines that begin with # are headings. */
export function blocksOfText(text: string): readonly Block[] {
  return text.split(/\r\n?|\n/u).map((line) => {
    const [, marks = '', heading = ''] = /^\s*(#{1,6})\s+(.+?)\s*#*$/u.exec(line) ?? [];
    return marks === '' ? { text: line, level: 0 } : { text: heading, level: marks.length };
  });
}
