import type { Answer } from '../../src/search/types/answer.ts';
import { Lookup } from '../../src/search/lookup.ts';
import { Places } from '../../src/search/places/places.ts';
import { committeesFileOf, lookupFileOf, moreFileOf, wordsFileOf } from '../../src/search/pack/files.ts';
import { placeFilesOf, type PlaceFiles } from '../../src/search/pack/places.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load, type Input } from '../../src/loading/input.ts';
import { ROOT } from '../site/builtSite.ts';

/** The day that decides which cases are in the files. */
export const TODAY = '2026-11-24';

/** A search over an input, from files that have been through JSON as in the browser. */
export function lookupOf(input: Input): Lookup {
  const file = lookupFileOf(input);
  const lookup = new Lookup(JSON.parse(JSON.stringify(file)));
  lookup.addWords(JSON.parse(JSON.stringify(wordsFileOf(input, file))));
  lookup.addMore(JSON.parse(JSON.stringify(moreFileOf(input, TODAY, file))));
  lookup.addCommittees(JSON.parse(JSON.stringify(committeesFileOf(input, file))));
  return lookup;
}

/** A search over places too: each question gets the files that it wants, as the browser fetches them. */
export class PlaceLookup {
  readonly lookup: Lookup;
  readonly files: PlaceFiles;
  readonly #given = new Set<string>();

  constructor(input: Input) {
    this.files = placeFilesOf(input.dataset, lookupFileOf(input));
    this.lookup = lookupOf(input);
  }

  /** The answer with all files that it wants, and the keys of those files. */
  ask(text: string): { readonly answer: Answer; readonly wanted: readonly string[] } {
    const wanted: string[] = [];
    for (;;) {
      const answer = this.lookup.answer(text);
      if (answer.wants === null) return { answer, wanted };
      const { file } = answer.wants;
      if (wanted.includes(file)) throw new Error(`${text} wants the file ${file} twice`);
      wanted.push(file);
      if (!this.#given.has(file)) this.#give(file);
    }
  }

  #give(key: string): void {
    this.#given.add(key);
    if (key === '') this.lookup.addPlaces(Places, JSON.parse(JSON.stringify(this.files.root)));
    else {
      const file = this.files.files.get(key);
      if (file === undefined) throw new Error(`no file ${key}`);
      this.lookup.addPlaceFile(key, JSON.parse(JSON.stringify(file)));
    }
  }
}

/** The input of the repository. */
export const input = load(foldersOf({}, ROOT));

/** The addresses of an answer, in order. */
export const pathsOf = ({ groups }: Answer) => groups.flatMap(({ entries }) => entries.map(({ path }) => path));
