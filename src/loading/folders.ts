import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Dataset } from '../domain/records.ts';
import { contentFaults, readContent, type ContentFiles, type ContentReading } from './content.ts';
import { readDataset, type ReadFile } from './dataset.ts';
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

/** What can be read, and every fault of data and content together; reminders don't stand in the way of the input. */
export function inspect({ data, content }: Folders): {
  readonly input: Input | null;
  readonly faults: readonly Fault[];
} {
  const { dataset, faults } = readDataset(fileReader(data));
  const reading = readContent(contentFiles(content));
  const all = [...faults, ...reading.faults, ...contentFaults(reading, dataset)];
  const sound = !all.some(isBlocking);
  return { input: sound && dataset !== null ? { dataset, content: reading.documents } : null, faults: all };
}

/** The checked input, or a DataFaultsError with every fault that stops a build. */
export function load(folders: Folders): Input {
  const { input, faults } = inspect(folders);
  if (input === null) throw new DataFaultsError(faults.filter(isBlocking));
  return input;
}
