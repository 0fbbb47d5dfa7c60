import { isInParts } from '../domain/site/lookupParts.ts';
import { type Kept, placesKept } from '../domain/site/offline.ts';
import { publicationDay } from '../domain/time/dates.ts';
import { gzippedSize } from '../loading/formats/gzip.ts';
import type { Input } from '../loading/input.ts';
import { type SearchFiles, searchFilesOf } from '../search/pack/searchFiles.ts';
import { getInput } from './dataset.ts';
import { isPaged } from './listFile.ts';

const made = new WeakMap<Input, SearchFiles>();

/** The JSON files that the search in the browser loads, made from this build's data and texts. */
export function getSearchFiles(): SearchFiles {
  const input = getInput();
  let files = made.get(input);
  if (files === undefined) {
    files = searchFilesOf(input, publicationDay(process.env), isInParts(process.env));
    made.set(input, files);
  }
  return files;
}

/** What of the site browsers keep for when there is no network. */
export function getKept(): Kept {
  const { places, parts } = getSearchFiles();
  const sizes = [...places.files.values()].map((file) => gzippedSize(JSON.stringify(file)));
  return { places: placesKept(sizes, parts !== null), paged: isPaged() };
}
