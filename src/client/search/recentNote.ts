import { el } from '../browser/elements.ts';

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
