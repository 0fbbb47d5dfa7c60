/** The internal note carries, in 〔〕, the words of cells that no column could take; the rest is the clerk's own. */

const PIECE = /〔([^〔〕：]*原文：)([^〔〕]*)〕/gu;

const plain = (text: string) => text.replaceAll('〔', '（').replaceAll('〕', '）');

/** The words of a column that the note carries; empty where it carries none. */
export function keptWords(note: string, title: string): string {
  return [...note.matchAll(PIECE)].find(([, label]) => label === `${title}原文：`)?.[2] ?? '';
}

/** The clerk's own part of a note. */
export function ownNote(note: string): string {
  return note.replace(PIECE, '').trim();
}

/**
 * The note with these words kept: what stood there of the same column is replaced, and dropped where the column is now
 * understood. `own` replaces the clerk's part; undefined leaves it.
 */
export function mergedNote(
  old: string,
  own: string | undefined,
  leftover: readonly string[],
  understood: readonly string[],
): string {
  const pieces = new Map<string, string>();
  for (const [, label = '', words = ''] of old.matchAll(PIECE)) pieces.set(label, words);
  const kept = new Map(
    leftover.map((text) => {
      const at = text.indexOf('：') + 1;
      return [plain(text.slice(0, at)), plain(text.slice(at))];
    }),
  );
  for (const label of understood.map((title) => `${title}原文：`)) if (!kept.has(label)) pieces.delete(label);
  // A piece that was there keeps its place, so that the same file read twice changes nothing.
  for (const [label, words] of kept) pieces.set(label, words);
  return [
    own === undefined || own === '' ? ownNote(old) : ownNote(own),
    ...[...pieces].map(([label, words]) => `〔${label}${words}〕`),
  ]
    .filter((part) => part !== '')
    .join('');
}
