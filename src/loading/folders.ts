import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shanghaiNow, type IsoDate } from '../domain/time/dates.ts';
import type { Dataset } from '../domain/dataset/dataset.ts';
import { contentFaults, readContent, type ContentFiles, type ContentReading } from './content.ts';
import { dataRuleFaults } from './dataRuleFaults.ts';
import { readDataset, type DatasetReading, type ReadFile } from './dataset.ts';
import { DataFaultsError, isBlocking, type Fault } from './faults.ts';

/** Where the input lies: `DATA_DIR` and `CONTENT_DIR`, else `data` and `content` of the repo. */
export interface Folders {
  readonly data: string;
  readonly content: string;
}

/** The folders that the environment names, as absolute paths. */
export function foldersOf(env: Readonly<Record<string, string | undefined>>, root = process.cwd()): Folders {
  return { data: resolve(root, env['DATA_DIR'] ?? 'data'), content: resolve(root, env['CONTENT_DIR'] ?? 'content') };
}

/** A reader of files in a folder; null for a file that is not there. */
export function fileReader(folder: string): ReadFile {
  return (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null);
}

/** The Markdown and MDX files of a content folder, sorted, so that the same input gives the same output. */
export function contentFiles(folder: string): ContentFiles {
  return {
    list: (sub) =>
      existsSync(join(folder, sub))
        ? readdirSync(join(folder, sub))
            .filter((name) => /\.mdx?$/u.test(name))
            .sort()
            .map((name) => `${sub}/${name}`)
        : [],
    read: (file) => readFileSync(join(folder, file)),
  };
}

/** Everything that a site is built from. */
export interface Input {
  readonly dataset: Dataset;
  readonly content: ContentReading['documents'];
}

/** What was found in the folders: the input where it is sound, what can be read of it at any rate, and every fault. */
export interface Inspection {
  readonly input: Input | null;
  readonly reading: DatasetReading;
  readonly content: ContentReading['documents'];
  readonly faults: readonly Fault[];
}

/**
 * What can be read, and every fault of data and content together. Reminders don't stand in the way of the input; only
 * they depend on `today`.
 */
export function inspect({ data, content }: Folders, today: IsoDate = shanghaiNow(new Date()).date): Inspection {
  const reading = readDataset(fileReader(data));
  const texts = readContent(contentFiles(content));
  const faults = [
    ...reading.faults,
    ...dataRuleFaults(reading, today),
    ...texts.faults,
    ...contentFaults(texts, reading.dataset, today),
  ];
  const sound = !faults.some(isBlocking);
  const input = sound && reading.dataset !== null ? { dataset: reading.dataset, content: texts.documents } : null;
  return { input, reading, content: texts.documents, faults };
}

/** The checked input, or a DataFaultsError with every fault that stops a build. */
export function load(folders: Folders): Input {
  const { input, faults } = inspect(folders);
  if (input === null) throw new DataFaultsError(faults.filter(isBlocking));
  return input;
}
