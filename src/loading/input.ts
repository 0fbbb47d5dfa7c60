import type { Dataset } from '../domain/dataset/dataset.ts';
import { type IsoDate, shanghaiNow } from '../domain/time/dates.ts';
import { rowsIn, type DatasetReading } from './tables/tables.ts';
import { readDataset } from './dataset.ts';
import { DataFaultsError } from './faults/lines.ts';
import { type Fault, isBlocking } from './faults/fault.ts';
import { contentFiles, fileReader, type Folders } from './folders.ts';
import { hiddenNamesIn } from './hiddenNames.ts';
import { dataRuleFaults } from './rules/allTables.ts';
import { contentFaults } from './rules/texts.ts';
import { type ContentReading, readContent } from './texts/documents.ts';

/** Everything that a site is built from. */
export interface Input {
  readonly dataset: Dataset;
  readonly content: ContentReading['documents'];
}

/**
 * The result of reading both folders: the input, null where a fault stops it, what could be read in any case, and every
 * fault.
 */
export interface Inspection {
  readonly input: Input | null;
  readonly reading: DatasetReading;
  readonly content: ContentReading['documents'];
  readonly faults: readonly Fault[];
}

/**
 * Reads and checks data and content together, and gives what could be read with every fault. Only faults of level 必须改
 * withhold the input; `today` decides some reminders and nothing else.
 */
export function inspect({ data, content }: Folders, today: IsoDate = shanghaiNow(new Date()).date): Inspection {
  const read = fileReader(data);
  const reading = readDataset(read);
  const texts = readContent(contentFiles(content));
  const faults = [
    ...reading.faults,
    ...dataRuleFaults(reading, today),
    ...texts.faults,
    ...contentFaults(texts, reading.dataset, today, hiddenNamesIn(read), rowsIn(reading.tables)),
  ];
  const sound = !faults.some(isBlocking);
  const input = sound && reading.dataset !== null ? { dataset: reading.dataset, content: texts.documents } : null;
  return { input, reading, content: texts.documents, faults };
}

/** The checked input of a build. Throws DataFaultsError with every fault that stops it. */
export function load(folders: Folders): Input {
  const { input, faults } = inspect(folders);
  if (input === null) throw new DataFaultsError(faults.filter(isBlocking));
  return input;
}
