import { brokenCharacterIn } from '../../domain/language/brokenCharacters.ts';
import type { Fault } from '../faults/fault.ts';

/** A file that was handed in, by its path inside a package or folder. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A case as it was handed in, read but not yet checked. */
export interface Submission {
  /** The name of the file or folder, for messages. */
  readonly name: string;
  /** What holds the text, for messages: the part of a package, or the name of the file. */
  readonly textName: string;
  /** The front matter as it stands there, whatever it is. */
  readonly head: unknown;
  /** The line of the text file that a value of the front matter stands on; null where there is no such file. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
  /** Markdown in pieces with headings of the second level, as they came. */
  readonly body: string;
  /** The line that the body begins on; null where lines mean nothing. */
  readonly bodyLine: number | null;
  /** The pictures by the name that the front matter calls them. */
  readonly pictures: Parts;
  /** What was met while reading; what must be mended among it refuses the case, together with what is found later. */
  readonly notes: readonly Fault[];
}

/** Thrown where a case is refused; carries every fault that is known by then. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly faults: readonly Fault[];

  constructor(...faults: readonly Fault[]) {
    super(faults.map(({ message }) => message).join('；'));
    this.faults = faults;
  }
}

const shownName = (name: string): string => {
  const plain = [...name].map((sign) => (brokenCharacterIn(sign) === null ? sign : '�')).join('');
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
};

/** The name of a part in messages: 稿件.zip 里的 pictures/1.jpg; signs that would act on a terminal are left out. */
export const partName = (name: string, part: string): string => `${shownName(name)}里的${shownName(part)}`;
