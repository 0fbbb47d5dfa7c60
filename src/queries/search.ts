import { isInParts } from '../domain/site/lookupParts.ts';
import { type PlacesKept, placesKept } from '../domain/site/offline.ts';
import { publicationDay } from '../domain/time/dates.ts';
import { gzippedSize } from '../loading/formats/gzip.ts';
import type { Input } from '../loading/input.ts';
import { type SearchFiles, searchFilesOf } from '../search/pack/searchFiles.ts';
import { getInput } from './dataset.ts';

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

/** Whether browsers keep the files of places for when there is no network. */
export function getPlacesKept(): PlacesKept {
  const { places, parts } = getSearchFiles();
  return placesKept(
    [...places.files.values()].map((file) => gzippedSize(JSON.stringify(file))),
    parts !== null,
  );
}
