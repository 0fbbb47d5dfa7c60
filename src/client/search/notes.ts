import { el, link } from '../browser/elements.ts';

/** Addresses that the notes link to. `results` is empty on the results page itself. */
export interface Ways {
  readonly results: string;
  readonly stations: string;
  readonly hotline: string;
  /** The page of a 街镇 for frames, with * for its code. */
  readonly embed: string;
}

/** The note that the search does not work, with links to the directory and the hotline. */
export function searchBroken({ stations, hotline }: Ways): HTMLElement {
  return el('p', '', '', [
    '查找没有打开。可以',
    link(stations, import.meta.env.OF_MEMBERS ? '按城市找' : '看全部社工站'),
    '，或者打 ',
    link(`tel:${hotline}`, hotline),
    ' 问。',
  ]);
}
