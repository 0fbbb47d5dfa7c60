import type { Hotline } from '../domain/service/hotline.ts';
import type { DatasetMeta, SiteIdentity } from '../domain/dataset/dataset.ts';
import type { HelpRole } from '../domain/site/handbook.ts';

/** The data that the frame of every page needs. */
export interface SiteFrame {
  readonly identity: SiteIdentity;
  readonly meta: DatasetMeta;
  readonly isSample: boolean;
  /** Whether browsers may keep a part of the site for when there is no network. */
  readonly offline: boolean;
}

/** The general hotline of the city, for all who do not know whom to ask. */
export interface CityHotline {
  readonly number: string;
  readonly name: string;
}

/** A group of links under a heading. */
export interface LinkGroup {
  readonly title: string;
  readonly links: readonly { readonly name: string; readonly href: string }[];
}

/** A chapter of the staff handbook; the slug was its anchor while the handbook was one page, and still is in its index. */
export interface HelpChapter {
  readonly slug: string;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly role: HelpRole;
  readonly also: readonly HelpRole[];
}

/** The chapters for one role, with what people of this role do. */
export interface HelpGroup {
  readonly role: HelpRole;
  readonly duty: string;
  readonly chapters: readonly HelpChapter[];
}

/** A heading inside a chapter, for its table of contents. */
export interface HelpHeading {
  readonly id: string;
  readonly text: string;
}

/** A QR code as path data, in a square of `size` units. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** What every poster carries beside its own words, but for its codes, which follow from its address. */
export interface PosterContent {
  readonly frame: SiteFrame;
  readonly hotline: CityHotline;
  /** The full address of the page that it leads to. */
  readonly url: string;
  /** The numbers that save lives, for whoever reads the poster in danger. */
  readonly lines: readonly Hotline[];
}

/** The same with the codes to scan. */
export interface PosterFacts extends PosterContent {
  readonly code: QrCode;
  /** The code of the large print, which opens the page in 长辈版. */
  readonly elderCode: QrCode;
}
