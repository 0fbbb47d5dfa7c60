import type { AtRule, Plugin, Root } from 'postcss';

/** The layers of all sheets, the weakest first; `layers.css` fills them in this order. */
export const LAYERS = ['vendor', 'tokens', 'base', 'frame', 'parts', 'pages', 'modes'];

const isLayer = (node: { readonly type: string }): node is AtRule =>
  node.type === 'atrule' && (node as AtRule).name === 'layer';

/** Takes the rules of a sheet out of their layers. Throws where something stands in no layer, or out of order. */
export function flatten(root: Root): void {
  let last = 0;
  for (const node of [...root.nodes]) {
    if (node.type === 'comment') continue;
    if (!isLayer(node)) throw node.error(`这条样式不在任何一层里，各层是：${LAYERS.join('、')}`);
    // The line that only names the layers.
    if (node.nodes === undefined) {
      node.remove();
      continue;
    }
    const at = LAYERS.indexOf(node.params);
    if (at < last) throw node.error(`层的次序不对，应该是：${LAYERS.join('、')}`);
    last = at;
    node.replaceWith(node.nodes);
  }
}

/**
 * A PostCSS plugin that writes sheets without `@layer`, which Chrome 99, Safari 15.4 and Firefox 97 brought: an older
 * browser throws away everything in a layer. What stands later then wins only where its selector weighs as much, and
 * `test/browser/layerOrder.test.ts` holds that it does wherever two layers meet on an element.
 */
export function flatLayers(): Plugin {
  return { postcssPlugin: 'flat-layers', OnceExit: (root) => flatten(root) };
}
