import type { Node } from './html.ts';
import { learn } from './learn.ts';
import { nameSlots, rowOf, UnlikeError, valuesOf, type Row } from './rows.ts';
import type { Template } from './shape.ts';

/** So many pages are learned from at first, and so many more of those that turn out to be unlike them. */
const FIRST = 200;
const MORE = 100;
const MOST_ROUNDS = 30;

function learned(pages: readonly (readonly Node[])[]): Template {
  const template = learn(pages);
  nameSlots(template, pages);
  return template;
}

/** The row of a page, null where it is not like the template. */
function rowIn(template: Template, page: readonly Node[]): Row | null {
  try {
    return rowOf(valuesOf(template, page));
  } catch (error) {
    if (error instanceof UnlikeError) return null;
    throw error;
  }
}

/**
 * Makes a template from pages of one kind, and gives each page's row to `keep`. It is learned from some of them; where
 * others turn out to be unlike it, from those too. `read` gives a page by its name, as often as it is asked.
 */
export function templateOf(
  names: readonly string[],
  read: (name: string) => readonly Node[],
  keep: (name: string, row: Row) => void,
): Template {
  const step = Math.max(1, names.length / FIRST);
  const sample = Array.from({ length: Math.min(FIRST, names.length) }, (_, at) => names[Math.floor(at * step)] ?? '');
  const pages = sample.map(read);
  let fitting = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const template = learned(pages);
    const unlike: (readonly Node[])[] = [];
    // The first page that didn't fit the last time is asked first, and those before it at the end.
    const from = fitting;
    for (let at = 0; at < names.length && unlike.length < MORE; at += 1) {
      const page = read(names[(from + at) % names.length] ?? '');
      if (rowIn(template, page) === null) unlike.push(page);
      else if (unlike.length === 0) fitting = from + at + 1;
    }
    if (unlike.length === 0) {
      for (const name of names) keep(name, rowOf(valuesOf(template, read(name))));
      return template;
    }
    pages.push(...unlike);
  }
  throw new Error(`学了 ${MOST_ROUNDS} 遍，还有页面和模板不同`);
}
