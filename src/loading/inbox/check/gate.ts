import type { IsoDate } from '../../../domain/time/dates.ts';
import type { Dataset } from '../../../domain/dataset/dataset.ts';
import { inboxFault, type Fault } from '../../faults/fault.ts';
import { contentFaults } from '../../rules/texts.ts';
import { CASE_PICTURES, readContent, type ContentFiles, type Document } from '../../texts/documents.ts';
import type { Submission } from '../submission.ts';
import type { Prepared } from './prepare.ts';

/** What is known of the site besides the case that comes in. */
export interface Site {
  readonly files: ContentFiles;
  readonly dataset: Dataset;
  /** Names that must never be published. */
  readonly hidden: readonly string[];
  readonly today: IsoDate;
}

/** The content with one case more, or with another text for it, and pictures that come with it. */
const withCase = (files: ContentFiles, file: string, text: string, pictures: readonly string[]): ContentFiles => ({
  list: (folder) => (folder === 'cases' ? [...new Set([...files.list(folder), file])].sort() : files.list(folder)),
  read: (name) => (name === file ? new TextEncoder().encode(text) : files.read(name)),
  has: (name) => pictures.some((picture) => name === `${CASE_PICTURES}/${picture}`) || files.has(name),
});

/**
 * What the check would say of a text if it stood in `content/` under this name: the same code with the same lists.
 * `pictures` are the names of those that come with it. Rows are lines of `text`.
 */
export function textFaults(
  { files, dataset, hidden, today }: Site,
  file: string,
  text: string,
  pictures: readonly string[] = [],
): readonly Fault[] {
  const reading = readContent(withCase(files, file, text, pictures));
  return [...reading.faults, ...contentFaults(reading, dataset, today, hidden)].filter((fault) => fault.file === file);
}

/** The line of the text that was handed in which holds these very words; null where none or several do. */
function lineIn({ body, bodyLine }: Submission, written: string | undefined): number | null {
  if (bodyLine === null || written === undefined || written.trim() === '') return null;
  const lines = body.split('\n');
  const at = lines.indexOf(written);
  return at < 0 || at !== lines.lastIndexOf(written) ? null : bodyLine + at;
}

/** What the check would say of a case that was handed in. Faults name the file that was handed in, and its line. */
export function gateFaults(
  site: Site,
  file: string,
  text: string,
  prepared: Prepared,
  submission: Submission,
): readonly Fault[] {
  const lines = text.split('\n');
  return textFaults(
    site,
    file,
    text,
    prepared.pictures.map(({ name }) => name),
  ).map((fault) => ({
    ...fault,
    file: submission.textName,
    row: fault.row === null ? null : lineIn(submission, lines[fault.row - 1]),
  }));
}

/** Other cases with the same consent: perhaps the same case below another title. */
export const consentFaults = (
  textName: string,
  { head }: Prepared,
  slug: string,
  cases: readonly Document<'cases'>[],
): Fault[] =>
  cases
    .filter((other) => other.slug !== slug && other.head.consent?.reference === head.consent?.reference)
    .filter(({ head: other }) => other.consent !== undefined)
    .map(({ file }) =>
      inboxFault('case.consent', textName, head.consent?.reference ?? '', `content/${file}也用这个编号`),
    );
