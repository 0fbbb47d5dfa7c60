import { type PlacesKept, placesKept } from '../domain/site/offline.ts';
import { publicationDay } from '../domain/time/dates.ts';
import { gzippedSize } from '../loading/formats/gzip.ts';
import type { Input } from '../loading/input.ts';
import { committeesFileOf, lookupFileOf, moreFileOf, type SearchFiles, wordsFileOf } from '../search/pack/files.ts';
import { placeFilesOf } from '../search/pack/places.ts';
import { getInput } from './dataset.ts';

const made = new WeakMap<Input, SearchFiles>();

/** The JSON files that the search in the browser loads, made from this build's data and texts. */
export function getSearchFiles(): SearchFiles {
  const input = getInput();
  let files = made.get(input);
  if (files === undefined) {
    const today = publicationDay(process.env);
    const lookup = lookupFileOf(input);
    files = {
      lookup,
      words: wordsFileOf(input, lookup),
      committees: committeesFileOf(input, lookup),
      more: moreFileOf(input, today, lookup),
      places: placeFilesOf(input.dataset, lookup),
    };
    made.set(input, files);
  }
  return files;
}

/** Whether browsers keep the files of places for when there is no network. */
export function getPlacesKept(): PlacesKept {
  const { files } = getSearchFiles().places;
  return placesKept([...files.values()].map((file) => gzippedSize(JSON.stringify(file))));
}
