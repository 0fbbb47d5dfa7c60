import type { IsoDate } from '../time/dates.ts';

/** What decides whether a case may be seen. */
export interface Publication {
  readonly draft: boolean;
  readonly published_at: string;
  readonly consent: { readonly until: IsoDate };
  readonly withdrawn?: unknown;
}

/**
 * Whether a case may be seen on a day: not a draft, its day has come, its consent has not run out. A withdrawn
 * case stays, as a tombstone without its story (docs/norms.md §5).
 */
export function isPublished(head: Publication, today: IsoDate): boolean {
  if (head.draft || head.published_at.slice(0, 10) > today) return false;
  return head.withdrawn !== undefined || head.consent.until >= today;
}
