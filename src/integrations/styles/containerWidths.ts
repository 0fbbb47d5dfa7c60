import type { AtRule, Plugin } from 'postcss';

/** Which browsers the copies are for: those before Chrome 105, Safari 16 and Firefox 110, but after Chrome 78. */
export const WITHOUT_CONTAINERS = '(not (container-type: inline-size)) and (width: min(1px, 2px))';

/**
 * Both views: how it is told in a selector, the size of 1rem in the browser's own, both margins in rem, and which
 * edges count. 长辈版 has one column there, but its tables are too wide sooner.
 */
const VIEWS = [
  { prefix: "html:not([data-view='elder'])", size: 1.125, margins: 2, edges: ['min', 'max'] },
  { prefix: "html[data-view='elder']", size: 1.5, margins: 1.5, edges: ['max'] },
];

const ELDER = /^:root\[data-view=['"]?elder/u;

/** The selectors with the prefix of a view, less those that are for the other view. */
const prefixed = (selectors: readonly string[], prefix: string): string[] =>
  selectors.flatMap((selector) => {
    if (!ELDER.test(selector)) return [`${prefix} ${selector}`];
    return prefix.startsWith('html[') ? [selector.replace(':root', 'html')] : [];
  });

const emOf = ({ params }: AtRule) => Number(/[\d.]+(?=em)/u.exec(params)?.[0]);

/**
 * A PostCSS plugin for browsers that can't ask for the width of a container: a page's container is as wide as the
 * window less its margins, so they get the rules of each `@container` once more, in `@media`, at the end of the sheet.
 * On paper they have one column.
 */
export function containerWidths(): Plugin {
  return {
    postcssPlugin: 'container-widths',
    OnceExit(root, { AtRule }) {
      const medias = new Map<string, AtRule>();
      root.walkAtRules('container', (container) => {
        const asked = /^\((min|max)-width:\s*([\d.]+)rem\)$/u.exec(container.params);
        if (asked === null) throw container.error('@container 只能写 (min-width: …rem) 或 (max-width: …rem)');
        const [, edge = '', width] = asked;
        for (const { prefix, size, margins, edges } of VIEWS) {
          if (!edges.includes(edge)) continue;
          const em = Number(((Number(width) + margins) * size).toFixed(3));
          const params = `screen and (${edge}-width: ${em}em)`;
          const media = medias.get(params) ?? new AtRule({ name: 'media', params, nodes: [] });
          medias.set(params, media);
          const copy = container.clone();
          copy.walkRules((rule) => {
            const selectors = prefixed(rule.selectors, prefix);
            if (selectors.length === 0) rule.remove();
            else rule.selectors = selectors;
          });
          media.append(copy.nodes ?? []);
        }
      });
      // Wider windows come later, as they do in the sources.
      const inOrder = [...medias.values()].sort((a, b) => emOf(a) - emOf(b));
      if (inOrder.length > 0) root.append(new AtRule({ name: 'supports', params: WITHOUT_CONTAINERS, nodes: inOrder }));
    },
  };
}
