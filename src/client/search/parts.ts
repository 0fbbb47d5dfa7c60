import type { SearchFilters } from '../../search/types/answer.ts';

/** The files of the lookup: the first answers alone, the others add to it in any order. */
export const SEARCH_PARTS = ['lookup', 'words', 'committees', 'more'] as const;
export type SearchPart = (typeof SEARCH_PARTS)[number];

/** What the engine is given or asked; it does one after the other. */
export type SearchRequest =
  | { readonly kind: SearchPart; readonly text: string }
  | { readonly kind: 'texts'; readonly folder: string }
  | { readonly kind: 'quick' | 'full'; readonly query: string; readonly filters: SearchFilters };
