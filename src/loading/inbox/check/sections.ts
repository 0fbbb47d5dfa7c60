import { piecesOf, sectionOf, SECTIONS, type Piece } from '../../../domain/case/sections.ts';
import { inboxFault, ruleFault, type Fault } from '../../faults/fault.ts';

/** A body with the sections under their own headings and in their order, or why some piece has no place. */
export interface Sections {
  readonly body: string;
  readonly faults: readonly Fault[];
}

const beginning = (text: string) => text.replace(/\s+/gu, ' ').slice(0, 40);

/**
 * Puts the pieces of a text below the headings of a case: other headings that mean a section are renamed, the order is
 * ours. A piece whose heading means none is a fault, never dropped and never put somewhere by guess. Whether a section
 * is missing is for the check to say.
 */
export function orderedSections(textName: string, markdown: string, bodyLine: number | null): Sections {
  const placed = new Map<string, string>();
  const faults: Fault[] = [];
  const tell = (piece: Piece, fault: Fault) =>
    faults.push({ ...fault, row: bodyLine === null ? null : bodyLine + piece.line });
  for (const piece of piecesOf(markdown)) {
    const title = sectionOf(piece.heading)?.title;
    if (piece.heading === '') {
      tell(piece, inboxFault('text.unplaced', textName, beginning(piece.text), '在第一个标题前面，不知道放在哪一节'));
    } else if (title === undefined)
      tell(piece, inboxFault('text.unplaced', textName, piece.heading, '不是六节里的标题'));
    else if (placed.has(title))
      tell(piece, ruleFault('case-sections', textName, piece.heading, `“${title}”一节写了两次`, '合成一节'));
    else placed.set(title, piece.text);
  }
  const body = SECTIONS.flatMap(({ title }) => {
    const text = placed.get(title);
    return text === undefined ? [] : [`## ${title}\n\n${text}`];
  });
  return { body: body.length === 0 ? '' : `\n${body.join('\n\n').trimEnd()}\n`, faults };
}
