import type { Answer } from '../../src/search/types/answer.ts';
import { Lookup } from '../../src/search/lookup.ts';
import { committeesFileOf, lookupFileOf, moreFileOf, wordsFileOf } from '../../src/search/pack/files.ts';
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

/** The input of the repository. */
export const input = load(foldersOf({}, ROOT));

/** The addresses of an answer, in order. */
export const pathsOf = ({ groups }: Answer) => groups.flatMap(({ entries }) => entries.map(({ path }) => path));
