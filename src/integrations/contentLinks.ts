import { defineHastPlugin } from 'satteri';

/** Puts root-relative links in Markdown and MDX below the site's base, so that texts never know where they live. */
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
