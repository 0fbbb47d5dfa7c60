/** What the build writes at the head of the service worker, as `self.KEPT`. Addresses are relative to it. */
export interface Kept {
  readonly files: readonly {
    readonly url: string;
    /** A hash of the contents; null where the address holds one. */
    readonly revision: string | null;
  }[];
  /** HTML that is put at the head of a page which comes from the device. */
  readonly notices: {
    /** For a page that is kept. */
    readonly held: string;
    /** For the page that stands in for one that is not kept. */
    readonly absent: string;
    /** The same for the page of a station, whose id goes in place of `*`. */
    readonly station: string;
  };
  /** Pages that are shown as they are, because nothing on them may tell of the site. */
  readonly unmarked: readonly string[];
  /** The page that stands in for all others. */
  readonly fallback: string;
}
