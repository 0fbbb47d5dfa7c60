import type { IsoDate } from '../../domain/time/dates.ts';
import type { Dataset } from '../../domain/dataset/dataset.ts';
import { readDataset } from '../dataset.ts';
import { DataFaultsError } from '../faults/lines.ts';
import { fileFault, isBlocking, type Fault } from '../faults/fault.ts';
import { contentFiles, fileReader, type Folders } from '../folders.ts';
import { hiddenNamesIn } from '../hiddenNames.ts';
import { readContent } from '../texts/documents.ts';
import { consentFaults, gateFaults, type Site } from './check/gate.ts';
import { prepare } from './check/prepare.ts';
import type { Known } from './read/headTable.ts';
import { readHanded, type Handed } from './read/submitted.ts';
import { Refused } from './submission.ts';
import { changedLines, difference } from './write/difference.ts';
import { placeOf, type Place } from './write/place.ts';
import { settleCases, writeCase } from './write/writeCase.ts';

/** What became of one thing that was handed in. */
export interface InboxOutcome {
  readonly name: string;
  readonly state: 'refused' | Place['state'];
  readonly title: string;
  /** The path below `content`; empty where it was refused. */
  readonly file: string;
  readonly pictures: number;
  readonly gone: readonly string[];
  /** The lines that changed in a case which the site had already. */
  readonly changes: readonly string[];
  readonly faults: readonly Fault[];
}

/** How the inbox is run. */
export interface InboxOptions {
  readonly today: IsoDate;
  readonly dryRun: boolean;
  /** What an error of the disk means, in Chinese; null for any other error, which is thrown. */
  readonly explain?: (error: unknown) => string | null;
}

const refusal = (name: string, faults: readonly Fault[], title = ''): InboxOutcome => ({
  name,
  state: 'refused',
  title,
  file: '',
  pictures: 0,
  gone: [],
  changes: [],
  faults,
});

const knownOf = ({ fields, topics, services, stations }: Dataset): Known => ({
  fields: fields.map(({ slug, name }) => ({ id: slug, name })),
  topics: topics.map(({ slug, name }) => ({ id: slug, name })),
  services,
  stations,
});

async function takeIn(handed: Handed, content: string, site: Site, dryRun: boolean): Promise<InboxOutcome> {
  const submission = await readHanded(handed, knownOf(site.dataset));
  const prepared = await prepare(submission, site.today);
  const { head, pictures, notes } = prepared;
  const reading = readContent(site.files);
  const place = placeOf(submission, prepared, reading, site.files.has);
  const { file, state, slug, text, earlier } = place;
  const faults = [
    ...notes,
    ...gateFaults(site, file, text, prepared, submission),
    ...consentFaults(submission.textName, prepared, slug, reading.documents.cases),
  ];
  if (faults.some(isBlocking)) return refusal(handed.name, faults, head.title);
  const before = earlier === null ? '' : new TextDecoder().decode(site.files.read(file)).replaceAll('\r\n', '\n');
  if (state !== 'same' && !dryRun) writeCase(content, place, prepared);
  return {
    name: handed.name,
    state,
    title: head.title,
    file,
    pictures: pictures.length,
    gone: place.gone,
    changes: state === 'changed' ? changedLines(difference(before, text)) : [],
    faults,
  };
}

/** An error of the disk as a fault; the sentence on it ends with what to do. */
function diskFault(name: string, said: string): Fault {
  const [message = said, remedy = '再收一次'] = said.replace(/。$/u, '').split('。怎么改：');
  return fileFault(name, message, remedy);
}

/**
 * Takes cases in, one after the other, each whole or not at all: read and checked from nothing, pictures drawn anew,
 * written into `content/cases` as drafts. `handed` reads each of them, so that one which can't be read stops no other.
 * Throws DataFaultsError where the tables themselves can't be read.
 */
export async function runInbox(
  handed: readonly { readonly name: string; readonly read: () => Handed }[],
  { data, content }: Folders,
  { today, dryRun, explain = () => null }: InboxOptions,
): Promise<readonly InboxOutcome[]> {
  const read = fileReader(data);
  const { dataset, faults } = readDataset(read);
  if (dataset === null) throw new DataFaultsError(faults.filter(isBlocking));
  if (!dryRun) settleCases(content);
  const site: Site = { files: contentFiles(content), dataset, hidden: hiddenNamesIn(read), today };
  const outcomes: InboxOutcome[] = [];
  for (const one of handed) {
    try {
      outcomes.push(await takeIn(one.read(), content, site, dryRun));
    } catch (error) {
      const said = error instanceof Refused ? null : explain(error);
      if (error instanceof Refused) outcomes.push(refusal(one.name, error.faults));
      else if (said === null) throw error;
      else outcomes.push(refusal(one.name, [diskFault(one.name, said)]));
    }
  }
  return outcomes;
}
