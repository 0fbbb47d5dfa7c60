import { Search } from './search.ts';
import { sourcesOf } from './sources.ts';

/** The search of an element that names its files; its code comes late where most readers don't need it. */
export const searchOf = (element: HTMLElement): Search => new Search(sourcesOf(element));
