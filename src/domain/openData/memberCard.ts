import type { DatasetMeta } from '../dataset/dataset.ts';
import type { IsoDate } from '../time/dates.ts';

/** The version of the card; a portal reads no other. */
export const MEMBER_FORMAT = 1;

/** Where the card of a site lies below its base. */
export const MEMBER_CARD = 'data/member.json';

/** The folder of the full text of a site, and the file that says which version of Pagefind made it. */
const PAGEFIND = 'pagefind/';
export const PAGEFIND_ENTRY = `${PAGEFIND}pagefind-entry.json`;

/** The files of a site that a portal takes over: what answers names, and the full text without its program. */
export const isForPortals = (file: string): boolean =>
  /^search\/(?:[\w-]+\/)?[\w-]+\.json$/u.test(file) ||
  file === PAGEFIND_ENTRY ||
  /^pagefind\/(?:(?:index|fragment|filter)\/)?[\w.-]+\.pf_[a-z]+$/u.test(file);

/** What a site says of itself to a portal, in `/data/member.json`: what it is, and the digests of what a portal takes over. */
export interface MemberCard {
  readonly format: number;
  readonly city: string;
  readonly siteName: string;
  readonly kind: DatasetMeta['kind'];
  readonly asAt: IsoDate;
  /** The address of the home page as the site was built for. */
  readonly home: string;
  readonly stations: number;
  readonly towns: number;
  readonly committees: number;
  /** The version of Pagefind that made the full text. */
  readonly pagefind: string;
  /** Paths from the base of the site, their bytes and SHA-256 in base64. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}
