import { defineHastPlugin, type HastNode } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;

const elementsIn = (children: readonly HastNode[]): Element[] => children.filter((child) => child.type === 'element');

/**
 * A Markdown plugin that gives each cell of a table the words of its column's heading (`data-label`), so that a narrow
 * screen can show the cells of a row below each other and still say what they are.
 */
export function contentTables() {
  return defineHastPlugin({
    name: 'content-tables',
    element: {
      filter: ['table'],
      visit(table, context) {
        const rows = elementsIn(table.children)
          .flatMap((part) => elementsIn(part.children))
          .map((row) => elementsIn(row.children));
        const labels = rows[0]?.map((cell) => context.textContent(cell)) ?? [];
        for (const row of rows.slice(1))
          row.forEach((cell, index) => {
            context.setProperty(cell, 'dataLabel', labels[index] ?? '');
          });
      },
    },
  });
}
