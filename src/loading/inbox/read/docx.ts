import { FACES } from '../../../domain/case/case.ts';
import { inboxFault, type Fault } from '../../faults/fault.ts';
import type { Submission } from '../submission.ts';
import { plainDocx } from './docxParts.ts';
import { wordsOf, type WordPicture } from './docxWords.ts';
import { headOfTable, type Known } from './headTable.ts';

function untold(name: string, pictures: readonly WordPicture[]): Fault[] {
  return pictures.flatMap(({ faces }, at) =>
    faces === null ? [inboxFault('picture.untold', name, '', `第${at + 1}张图片没有说明`)] : [],
  );
}

/**
 * Reads a Word document: a title, a table of what the case is, the sections, pictures with a line below each. Authors,
 * comments, deleted and hidden words, headers and footers are not taken over. Throws
 * Refused where it can't be read at all; what is wrong with its parts stands in the notes.
 */
export async function readDocx(name: string, bytes: Uint8Array, known: Known): Promise<Submission> {
  const { bytes: docx, notes } = await plainDocx(name, bytes);
  const { title, rows, body, pictures } = await wordsOf(name, docx);
  const { head, faults } = headOfTable(name, rows, known);
  const both = title !== '' && typeof head['title'] === 'string' && head['title'] !== title;
  const wrong = [
    ...notes,
    ...faults,
    ...(both ? [inboxFault('docx.table', name, title, '和登记表里的标题不一样', '留一个标题')] : []),
    ...untold(name, pictures),
  ];
  const file = (at: number) => `${at + 1}.jpg`;
  return {
    name,
    textName: name,
    head: {
      title,
      ...head,
      // What is not told has a fault of its own.
      pictures: pictures.map(({ alt, faces }, at) => ({
        file: file(at),
        ...(faces === null ? { alt: '图', faces: FACES[0] } : { alt, faces }),
      })),
    },
    lineOf: () => null,
    body,
    bodyLine: null,
    pictures: new Map(pictures.map((picture, at) => [file(at), picture.bytes])),
    notes: wrong,
  };
}
