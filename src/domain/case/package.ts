/** The format of the packages that this version writes and reads. */
export const PACKAGE_FORMAT = 1;

/** The parts of a package (稿件包), a zip. Pictures lie in a folder. */
export const PACKAGE = {
  text: 'case.md',
  sheet: '送审单.html',
  manifest: 'manifest.json',
  pictures: 'pictures/',
} as const;

/** `manifest.json` of a package: what it was made of, with the SHA-256 of every part but itself and the sheet. */
export interface Manifest {
  readonly format: number;
  readonly made_on: string;
  readonly site: string;
  readonly data_as_at: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The largest picture that is taken in, in bytes, and the longest side that one has after it. */
export const LARGEST_PICTURE = 15 * 1024 * 1024;
export const LONGEST_SIDE = 2000;

/** What a package that is opened may hold at most: entries, and bytes after unpacking. */
export const MOST_ENTRIES = 60;
export const MOST_BYTES = 200 * 1024 * 1024;
