import type { IsoDate } from '../time/dates.ts';

/** The front matter that decides whether a case may be published. */
export interface Publication {
  readonly draft: boolean;
  readonly published_at: string;
  /** A written story of the sample needs none. */
  readonly consent?: { readonly until: IsoDate } | undefined;
  readonly withdrawn?: unknown;
}

/**
 * Whether a case may be published on a day: it is no draft, its date has come, and its consent has not expired. A
 * withdrawn case is published too, as a page without its story (docs/norms.md §5).
 */
export function isPublished(head: Publication, today: IsoDate): boolean {
  if (head.draft || head.published_at.slice(0, 10) > today) return false;
  return head.withdrawn !== undefined || head.consent === undefined || head.consent.until >= today;
}
