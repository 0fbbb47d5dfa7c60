import { isDeepStrictEqual } from 'node:util';
import { inboxFault } from '../../faults/fault.ts';
import { CASE_PICTURES, type ContentFiles, type ContentReading, type Document } from '../../texts/documents.ts';
import type { Head, Prepared } from '../check/prepare.ts';
import { Refused, type Submission } from '../submission.ts';
import { caseFile } from './caseFile.ts';
import { freeSlug, slugOf } from './slug.ts';

/** Where a case goes and what will stand there. */
export interface Place {
  readonly slug: string;
  /** Its path below `content`. */
  readonly file: string;
  readonly state: 'new' | 'changed' | 'same';
  readonly text: string;
  /** The case that stands there now. */
  readonly earlier: Document<'cases'> | null;
  /** Pictures of the earlier case that nobody shows any more, by their path below `content`. */
  readonly gone: readonly string[];
}

/** What the operator decides on stays as it is in the site: when, until when, at which place, and the readings. */
const kept = (head: Head, { head: earlier }: Document<'cases'>): Head => ({
  ...head,
  review: head.review.length > 0 ? head.review : earlier.review,
  published_at: earlier.published_at,
  ...(head.expire_on === undefined && earlier.expire_on !== undefined ? { expire_on: earlier.expire_on } : {}),
  featured: earlier.featured,
  draft: earlier.draft,
});

function goneOf(earlier: Document<'cases'>, head: Head, cases: readonly Document<'cases'>[]): string[] {
  const shown = new Set(
    [head, ...cases.filter(({ slug }) => slug !== earlier.slug).map((other) => other.head)].flatMap(({ pictures }) =>
      pictures.map(({ file }) => file),
    ),
  );
  return [...new Set(earlier.head.pictures.map(({ file }) => file))]
    .filter((file) => !shown.has(file))
    .map((file) => `${CASE_PICTURES}/${file}`);
}

/**
 * Finds the place of a case: that of the case with the same title and author, or a new one by pinyin and year. What is
 * the same changes nothing; a text that has changed is a draft again. `has` tells which files lie below `content`. Throws Refused for a case that was withdrawn.
 */
export function placeOf(
  { textName }: Submission,
  { head, body, pictures }: Prepared,
  { documents: { cases }, unread }: ContentReading,
  has: ContentFiles['has'],
): Place {
  const earlier = cases.find((one) => one.head.title === head.title && one.head.author === head.author) ?? null;
  if (earlier === null) {
    const base = slugOf(head.title, head.period.to.slice(0, 4));
    if (unread.cases.includes(base))
      throw new Refused(inboxFault('case.unread', textName, '', `content/cases/${base}.md读不懂`));
    const slug = freeSlug(base, (one) => [...cases.map((other) => other.slug), ...unread.cases].includes(one));
    return { slug, file: `cases/${slug}.md`, state: 'new', text: caseFile(head, body), earlier, gone: [] };
  }
  const { slug, file } = earlier;
  if (earlier.head.withdrawn !== undefined)
    throw new Refused(inboxFault('case.withdrawn', textName, head.title, `content/${file}已经撤回`));
  const next = kept(head, earlier);
  const same =
    isDeepStrictEqual(next, earlier.head) &&
    body.trim() === earlier.body.replaceAll('\r\n', '\n').trim() &&
    pictures.every(({ name }) => has(`${CASE_PICTURES}/${name}`));
  const text = caseFile(same ? next : { ...next, draft: true }, body);
  return {
    slug,
    file,
    state: same ? 'same' : 'changed',
    text,
    earlier,
    gone: same ? [] : goneOf(earlier, next, cases),
  };
}
