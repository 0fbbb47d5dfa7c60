import type { CommitteesFile, LookupFile, MoreFile, WordsFile } from '../files/format.ts';
import { asRead } from '../files/parts.ts';
import { committeesFileOf, lookupFileOf, moreFileOf, wordsFileOf } from './files.ts';
import { type PartFiles, partFilesOf } from './parts.ts';
import { type PlaceFiles, placeFilesOf } from './places.ts';
import type { SearchSource } from './source.ts';

/** The files of the search, as the build writes them below `/search/`. */
export interface SearchFiles {
  readonly lookup: LookupFile;
  readonly words: WordsFile;
  readonly committees: CommitteesFile;
  readonly more: MoreFile;
  readonly places: PlaceFiles;
  /** The parts of a lookup in parts; null where the files above hold everything. */
  readonly parts: PartFiles | null;
}

/** The source of the files that hold no place, where the places are in parts. */
const withoutPlaces = (source: SearchSource): SearchSource => ({
  ...source,
  dataset: { ...source.dataset, districts: [], towns: [], committees: [], stations: [] },
});

/** Makes all files of the search, with the lookup whole or in parts; `today` decides which cases are published. */
export function searchFilesOf(input: SearchSource, today: string, inParts: boolean): SearchFiles {
  const source = inParts ? withoutPlaces(input) : input;
  const lookup = lookupFileOf(source);
  const parts = inParts ? partFilesOf(input.dataset, lookup) : null;
  return {
    lookup,
    words: wordsFileOf(source, lookup),
    committees: committeesFileOf(source, lookup),
    more: moreFileOf(source, today, lookup),
    places: placeFilesOf(input.dataset, parts === null ? lookup : asRead(lookup, parts.root)),
    parts,
  };
}
