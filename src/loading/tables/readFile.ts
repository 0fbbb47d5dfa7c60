/** Reads a file of a data folder by name; null where there is none. Passed in, so that tests need no disk. */
export type ReadFile = (name: string) => Uint8Array | null;
