/** Bytes of a file under data/, or null where there is none. */
export type ReadFile = (name: string) => Uint8Array | null;
