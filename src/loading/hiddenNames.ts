import { decode } from './formats/decode.ts';
import type { ReadFile } from './tables/readFile.ts';

/** The list of names that must never be published. It stays on the operator's machine and is no part of the repository. */
export const HIDDEN_NAMES = 'never-publish.txt';

/** The names of the list beside the tables, one a line, `#` before a remark; none where there is no list. */
export function hiddenNamesIn(read: ReadFile): readonly string[] {
  const bytes = read(HIDDEN_NAMES);
  const text = bytes === null ? '' : (decode(bytes)?.text ?? '');
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(/#.*$/u, '').trim())
    .filter((name) => [...name].length > 1);
}
