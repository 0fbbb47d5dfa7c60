import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFiles, fileReader } from '../../src/loading/folders.ts';
import type { ContentFiles } from '../../src/loading/texts/documents.ts';
import type { ReadFile } from '../../src/loading/tables/readFile.ts';

/** The folders of the small invented city that tests build and break. */
export const CITY = {
  data: fileURLToPath(new URL('../fixtures/city/data', import.meta.url)),
  content: fileURLToPath(new URL('../fixtures/city/content', import.meta.url)),
};

/** UTF-8 bytes of a text. */
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of a file of the city, relative to its data folder. */
export function cityText(file: string): string {
  const found = fileReader(CITY.data)(file);
  if (found === null) throw new Error(`no ${join(CITY.data, file)}`);
  return new TextDecoder().decode(found);
}

/** A change to the text of one file; null takes the file away. */
export type Edits = Readonly<Record<string, ((text: string) => string) | null>>;

/** The data of the city with some files changed, read from memory; one that it has not is changed from an empty text. */
export function cityWith(edits: Edits): ReadFile {
  const read = fileReader(CITY.data);
  return (name) => {
    const edit = edits[name];
    const found = read(name);
    if (edit === null) return null;
    return edit === undefined ? found : bytes(edit(new TextDecoder().decode(found ?? new Uint8Array())));
  };
}

/** The content of the city with some files changed, taken away (null) or added (a text). */
export function contentWith(edits: Readonly<Record<string, ((text: string) => string) | string | null>>): ContentFiles {
  const files = contentFiles(CITY.content);
  return {
    list: (folder) => [
      ...files.list(folder).filter((file) => edits[file] !== null),
      ...Object.keys(edits).filter((file) => typeof edits[file] === 'string' && file.startsWith(`${folder}/`)),
    ],
    read: (file) => {
      const edit = edits[file];
      if (typeof edit === 'string') return bytes(edit);
      const text = new TextDecoder().decode(files.read(file));
      return bytes(typeof edit === 'function' ? edit(text) : text);
    },
    has: files.has,
  };
}

/** A text with one piece replaced; fails where the piece is not there, so that an edit never silently does nothing. */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`the fixture has no “${from}”`);
    return text.replace(from, () => to);
  };
}
