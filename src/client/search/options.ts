import { el, link } from '../browser/elements.ts';

/** One option of the list: its address, its description, and the elements that show it. */
export interface Choice {
  readonly href: string;
  /** Its kind, read out before the rest. */
  readonly kind: string;
  readonly body: readonly Node[];
  readonly weak?: boolean;
}

export type Href = (path: string) => string;

/** Creates groups of options whose ids are numbered through all groups; `note` is a line below the options. */
export function groupMaker(id: string) {
  let count = 0;
  return (title: string, choices: readonly Choice[], detail = '', note = '') => {
    const heading = el('p', 'search-group', title);
    heading.setAttribute('aria-hidden', 'true');
    if (detail !== '') heading.append(el('span', 'small', detail));
    const box = el('div', '', '', [heading, ...choices.map((choice) => option(choice, `${id}-${(count += 1)}`))]);
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', [title, detail, note].filter((words) => words !== '').join('，'));
    if (note !== '') {
      const line = el('p', 'small', note);
      line.setAttribute('aria-hidden', 'true');
      box.append(line);
    }
    return box;
  };
}

function option({ href, kind, body, weak = false }: Choice, id: string): HTMLElement {
  const anchor = link(href, '', body);
  // The focus stays on the option: the link inside only holds its address.
  anchor.inert = true;
  // Browsers before Chrome 102, Safari 15.5 and Firefox 112 don't know that word.
  anchor.tabIndex = -1;
  const row = el('div', 'search-option', '', [anchor]);
  row.id = id;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  // The accessible name contains the visible text (WCAG 2.5.3); the tile counts as a picture.
  const shown = [...anchor.children].filter((part) => part.getAttribute('aria-hidden') !== 'true');
  row.setAttribute('aria-label', `${kind}，${shown.map((part) => part.textContent ?? '').join('')}`);
  if (weak) row.dataset['weak'] = '';
  return row;
}

/** A tile that shows a kind as one character; the style sheet draws it, so that it is no part of the name. */
export function tile(mark: string, solid: boolean): HTMLElement {
  const box = el('span', solid ? 'tile tile-line' : 'tile tile-dashed');
  box.dataset['mark'] = mark;
  box.setAttribute('aria-hidden', 'true');
  return box;
}

/** A title with a line below it, and a phone number where there is one. */
export const lines = (title: string, detail: string, number = '') =>
  el('span', 'search-words', '', [
    el('b', '', title),
    ...(detail === '' ? [] : [el('span', 'small', detail)]),
    ...(number === '' ? [] : [el('span', 'number', number)]),
  ]);
