import type { Answer } from '../../search/types/answer.ts';
import { el, link } from '../browser/elements.ts';

/** Addresses that the notes link to. `results` is empty on the results page itself. */
export interface Ways {
  readonly results: string;
  readonly stations: string;
  readonly hotline: string;
}

const text = (words: string) => document.createTextNode(words);

/** The note for an answer without results: links to the directory by district and to the city hotline. */
function nothingFound({ query, hotline }: Answer, { stations }: Ways): HTMLElement[] {
  return [
    el('p', '', '', [el('b', '', `没找到“${query.slice(0, 40)}”。`)]),
    el('p', '', '', [
      text('可以'),
      link(stations, '按区找'),
      text('，或者打 '),
      link(`tel:${hotline.number}`, hotline.number),
      text(`（${hotline.name}）问。`),
    ]),
  ];
}

/**
 * The elements after the list of suggestions: the link to all results, a note on sensitive queries, or the note that
 * nothing was found. Empty on the results page, unless nothing was found.
 */
export function wayOn(answer: Answer, options: number, settled: boolean, ways: Ways): HTMLElement[] {
  if (options === 0) return settled ? nothingFound(answer, ways) : [];
  if (ways.results === '') return [];
  if (answer.sensitive) return [el('p', 'small', '这些词不会写进网址，也不存。')];
  return [el('p', '', '', [link(`${ways.results}?q=${encodeURIComponent(answer.query.trim())}`, '全部结果')])];
}

/** The note after the nearest stations: how to find the one that is responsible. */
export function nearNote({ stations }: Ways): HTMLElement {
  return el('p', '', '', [text('要找负责您的站，写居委会的名字，或者'), link(stations, '看全部社工站'), text('。')]);
}

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

function button(words: string, name: 'word' | 'forget', value: string): HTMLButtonElement {
  const made = el('button', 'copy', words);
  made.type = 'button';
  made.dataset[name] = value;
  return made;
}

/** The latest queries of this device as buttons, and a button to forget them. */
export function recentNote(words: readonly string[]): HTMLElement {
  return el('p', 'search-recent', '', [
    el('span', 'small', '最近查过'),
    ...words.map((word) => button(word, 'word', word)),
    button('清除', 'forget', ''),
  ]);
}
