import type { DatasetMeta, SiteIdentity } from '../domain/dataset/dataset.ts';

/** What every page's frame needs to know. */
export interface SiteFrame {
  readonly identity: SiteIdentity;
  readonly meta: DatasetMeta;
  readonly isSample: boolean;
}

/** Whom to call when one doesn't know whom to ask. */
export interface CityHotline {
  readonly number: string;
  readonly name: string;
}

/** Links under a heading. */
export interface LinkGroup {
  readonly title: string;
  readonly links: readonly { readonly name: string; readonly href: string }[];
}
