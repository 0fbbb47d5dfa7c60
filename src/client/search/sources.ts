import type { SearchSources } from './search.ts';

/** An attribute of an element that has to be there; throws, naming it, where it is not. */
export function given(element: HTMLElement, name: string): string {
  const value = element.dataset[name];
  if (value === undefined) throw new Error(`<${element.localName}> needs data-${name}`);
  return value;
}

/** Where the parts of the search lie, from data-lookup data-words data-committees data-more data-places data-pagefind data-base. */
export const sourcesOf = (element: HTMLElement): SearchSources => ({
  lookup: given(element, 'lookup'),
  words: given(element, 'words'),
  committees: given(element, 'committees'),
  more: given(element, 'more'),
  places: given(element, 'places'),
  pagefindUrl: given(element, 'pagefind'),
  base: given(element, 'base'),
});
