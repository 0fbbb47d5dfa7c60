/** How much may be handed in as one case; a real one stays far below. */
export const INBOX_LIMITS = {
  /** Bytes of a file as it lies on the disk, or of all files of a folder. */
  bytes: 60_000_000,
  /** Bytes of everything in an archive. */
  unzipped: 120_000_000,
  /** Entries of a package, and of a Word document. */
  entries: 60,
  wordEntries: 2000,
  /** How many times its size a large entry may have when it is unpacked. */
  growth: 100,
  /** Bytes of a text, and of each part of a Word document that holds words. */
  text: 200_000,
  words: 4_000_000,
} as const;
