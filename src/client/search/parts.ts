import type { SearchFilters } from '../../search/types/answer.ts';

/** The files that the search loads. The lookup answers alone; the others may be added after it in any order. */
export const SEARCH_PARTS = ['lookup', 'words', 'committees', 'more'] as const;
export type SearchPart = (typeof SEARCH_PARTS)[number];

/**
 * A request to the engine: a file to add, the folder of the full text, or a question. Requests are handled in order.
 */
export type SearchRequest =
  | {
      readonly kind: SearchPart | 'places';
      readonly text: string;
      /** The full address of the file, where the lookup is in parts that lie beside it. */
      readonly url?: string;
    }
  | { readonly kind: 'placeFile'; readonly key: string; readonly text: string }
  | { readonly kind: 'texts'; readonly folder: string }
  | { readonly kind: 'quick' | 'full'; readonly query: string; readonly filters: SearchFilters };
