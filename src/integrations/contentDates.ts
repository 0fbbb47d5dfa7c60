import { defineHastPlugin } from 'satteri';
import { wrapped } from './wrapped.ts';

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日/gu;

const iso = ([, year = '', month = '', day = '']: readonly string[]) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/**
 * A Markdown plugin that wraps dates in running text in `<time>`, so that they are set without extra space and programs
 * can read them.
 */
export function contentDates() {
  return defineHastPlugin({
    name: 'content-dates',
    text(node, context) {
      const parent = context.parent(node);
      const inside = parent?.type === 'element' ? parent.tagName : '';
      if (['code', 'pre', 'time', 'a'].includes(inside)) return;
      return wrapped(node.value, DATE, (match) => ({ tagName: 'time', properties: { datetime: iso(match) } }));
    },
  });
}
