import { defineHastPlugin } from 'satteri';

/**
 * A Markdown plugin that puts the site's base before root-relative links, so that texts don't depend on where the site
 * is published.
 */
export function contentLinks(base: string) {
  const prefix = base.replace(/\/$/u, '');
  return defineHastPlugin({
    name: 'content-links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const href = node.properties['href'];
        if (typeof href === 'string' && href.startsWith('/') && !href.startsWith('//')) {
          context.setProperty(node, 'href', `${prefix}${href}`);
        }
      },
    },
  });
}
