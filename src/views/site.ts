import type { DatasetMeta, SiteIdentity } from '../domain/dataset/dataset.ts';

/** The data that the frame of every page needs. */
export interface SiteFrame {
  readonly identity: SiteIdentity;
  readonly meta: DatasetMeta;
  readonly isSample: boolean;
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
