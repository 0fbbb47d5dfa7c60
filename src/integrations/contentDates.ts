import { defineHastPlugin } from 'satteri';

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
      const dates = [...node.value.matchAll(DATE)];
      if (dates.length === 0) return;
      let from = 0;
      const children = dates.flatMap((match) => {
        const before = node.value.slice(from, match.index);
        from = match.index + match[0].length;
        return [
          ...(before === '' ? [] : [{ type: 'text' as const, value: before }]),
          {
            type: 'element' as const,
            tagName: 'time',
            properties: { datetime: iso(match) },
            children: [{ type: 'text' as const, value: match[0] }],
          },
        ];
      });
      const rest = node.value.slice(from);
      if (rest !== '') children.push({ type: 'text', value: rest });
      return { type: 'element', tagName: 'span', properties: {}, children };
    },
  });
}
