import { Lookup } from '../../src/search/lookup.ts';
import { Places } from '../../src/search/places/places.ts';
import type { CommitteesFile, LookupFile, MoreFile, WordsFile } from '../../src/search/files/format.ts';
import type { PlacesFile, PlacesRoot } from '../../src/search/files/places.ts';

/** The files that the page is given, as texts, and the addresses that it is asked for. */
export interface Work {
  readonly lookup: string;
  readonly words: string;
  readonly committees: string;
  readonly more: string;
  readonly root: string;
  readonly files: Readonly<Record<string, string>>;
  readonly queries: readonly string[];
}

/** Milliseconds: of the root, of each file when it comes, of each answer with its file there, and of each without places. */
export interface Times {
  readonly root: number;
  readonly files: readonly number[];
  readonly answers: readonly number[];
  readonly without: readonly number[];
}

/** Milliseconds of the fastest of three runs: the one least disturbed by the machine. */
const fastest = (act: () => unknown) => Math.min(timed(act), timed(act), timed(act));

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

const parsed = <T>(text: string) => JSON.parse(text) as T;

function lookupOf({ lookup, words, committees, more }: Work): Lookup {
  const made = new Lookup(parsed<LookupFile>(lookup));
  made.addWords(parsed<WordsFile>(words));
  made.addCommittees(parsed<CommitteesFile>(committees));
  made.addMore(parsed<MoreFile>(more));
  return made;
}

/** Runs in the browser: asks every address, first without the files of places, then with them. */
function measure(work: Work): Times {
  const bare = lookupOf(work);
  const full = lookupOf(work);
  for (const query of work.queries.slice(0, 20)) bare.answer(query);
  const without = work.queries.map((query) => fastest(() => bare.answer(query)));
  const root = timed(() => full.addPlaces(Places, parsed<PlacesRoot>(work.root)));
  const files: number[] = [];
  const given = new Set<string>();
  const answers = work.queries.map((query) => {
    const file = full.answer(query).wants?.file;
    if (file !== undefined && !given.has(file)) {
      given.add(file);
      const text = work.files[file] ?? '';
      files.push(
        timed(() => {
          full.addPlaceFile(file, parsed<PlacesFile>(text));
          full.answer(query);
        }),
      );
    }
    return fastest(() => full.answer(query));
  });
  return { root, files, answers, without };
}

Object.assign(globalThis, { measure });
