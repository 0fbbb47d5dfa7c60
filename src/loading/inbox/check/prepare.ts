import type { z } from 'astro/zod';
import { caseSchema } from '../../../schemas/case.ts';
import { inChinese } from '../../../schemas/messages.ts';
import type { IsoDate } from '../../../domain/time/dates.ts';
import { inboxFault, isBlocking, ruleFault, type Fault } from '../../faults/fault.ts';
import { cleanPicture, PictureError, type CleanPicture } from '../../pictures/cleanPicture.ts';
import { labelOf } from '../read/headTable.ts';
import { partName, Refused, type Submission } from '../submission.ts';
import { orderedSections } from './sections.ts';

/** The front matter of a case as it is checked. */
export type Head = z.output<typeof caseSchema>;

/** A case that is well-formed by itself, with its pictures drawn anew; the site's rules have not seen it yet. */
export interface Prepared {
  readonly head: Head;
  readonly body: string;
  readonly pictures: readonly CleanPicture[];
  readonly notes: readonly Fault[];
}

const IN_TEXT = '照手册“案例的文件”写';
/** The remedy for a Word document. */
const IN_TABLE = '在开头的登记表里改，写法看手册“怎样收稿”';

/** The front matter with what the inbox adds: nothing is published before the operator takes the draft away. */
function checkedHead({ textName, head, lineOf, bodyLine }: Submission, today: IsoDate): Head | Fault[] {
  if (typeof head !== 'object' || head === null || Array.isArray(head))
    return [ruleFault('front-matter', textName, '', '说明部分不是一项一行', IN_TEXT)];
  const { published_at: moment = `${today} 09:00`, ...rest } = head as Record<string, unknown>;
  const result = caseSchema.safeParse({ ...rest, published_at: moment, draft: true }, { error: inChinese });
  if (result.success) return result.data;
  return result.error.issues.map((issue) => {
    const path = issue.path.join('.');
    return {
      ...ruleFault('front-matter', textName, '', issue.message, bodyLine === null ? IN_TABLE : IN_TEXT),
      row: lineOf(issue.path),
      column: labelOf(path) ?? (path === '' ? null : path),
    };
  });
}

/** Every picture that the case names must be there, and every picture that is there must be named. */
function pictureNameFaults({ name, pictures }: Submission, { pictures: named }: Head): Fault[] {
  const files = named.map(({ file }) => file);
  return [
    ...files
      .filter((file, at) => !pictures.has(file) || files.indexOf(file) !== at)
      .map((file) =>
        pictures.has(file)
          ? inboxFault('picture.missing', name, file, '这张图片写了两次', '删掉一项')
          : inboxFault('picture.missing', name, file, '没有这张图片'),
      ),
    ...[...pictures.keys()]
      .filter((file) => !files.includes(file))
      .map((file) => inboxFault('picture.extra', partName(name, file), '', '稿子没有写到这张图片')),
  ];
}

async function cleaned(name: string, file: string, bytes: Uint8Array): Promise<CleanPicture | Fault> {
  try {
    return await cleanPicture(bytes);
  } catch (error) {
    if (error instanceof PictureError)
      return inboxFault(`picture.${error.what}`, partName(name, file), '', error.message);
    throw error;
  }
}

/**
 * Checks a submission by itself, front matter, sections and pictures, and draws the pictures anew. Throws Refused with
 * everything that is wrong.
 */
export async function prepare(submission: Submission, today: IsoDate): Promise<Prepared> {
  const { name, textName, body: written, bodyLine, pictures } = submission;
  const head = checkedHead(submission, today);
  const { body, faults } = orderedSections(textName, written, bodyLine);
  const wrong = [...(Array.isArray(head) ? head : pictureNameFaults(submission, head)), ...faults];
  const notes = [...submission.notes];
  const made = new Map<string, CleanPicture>();
  for (const [file, bytes] of pictures) {
    const picture = await cleaned(name, file, bytes);
    if ('bytes' in picture) {
      made.set(file, picture);
      if (picture.told) notes.push(inboxFault('case.picture', partName(name, file), '', '图片里带着不该公开的信息'));
    } else wrong.push(picture);
  }
  if (Array.isArray(head) || wrong.length > 0 || notes.some(isBlocking)) throw new Refused(...notes, ...wrong);
  return {
    head: {
      ...head,
      pictures: head.pictures.map((picture) => ({ ...picture, file: made.get(picture.file)?.name ?? picture.file })),
    },
    body,
    pictures: [...made.values()],
    notes,
  };
}
