import { el, link } from '../browser/elements.ts';

/** Addresses that the notes link to. `results` is empty on the results page itself. */
export interface Ways {
  readonly results: string;
  readonly stations: string;
  readonly hotline: string;
}

const text = (words: string) => document.createTextNode(words);

/** The note that the search does not work, with links to the directory and the hotline. */
export function searchBroken({ stations, hotline }: Ways): HTMLElement {
  return el('p', '', '', [
    text('查找没有打开。可以'),
    link(stations, '看全部社工站'),
    text('，或者打 '),
    link(`tel:${hotline}`, hotline),
    text(' 问。'),
  ]);
}
