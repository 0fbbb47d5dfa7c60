import type { Element, Node } from './html.ts';

/** Attributes that tell elements of one tag apart. */
const TELLING = ['name', 'property', 'rel', 'http-equiv'];
/** What stands in so much of the pages, or more, belongs to the page and not to its row. */
const COMMON = 0.2;

const ofTag = (node: Node | undefined, tag: string): Element | null => (node?.tag === tag ? node : null);

/** What names a part of a page, if it is on many pages: an id, a heading, the term of a row. */
function nameOf({ tag, attributes, children }: Element): string | null {
  const id = attributes.get('id') ?? attributes.get('aria-labelledby');
  if (typeof id === 'string') return `${tag}#${id}`;
  const term = ofTag(children[0], 'dt');
  return term === null ? null : `${tag}=${term.html}`;
}

function names(nodes: readonly Node[], found: Set<string>): ReadonlySet<string> {
  for (const node of nodes)
    if (node.tag !== null) {
      const name = nameOf(node);
      if (name !== null) found.add(name);
      names(node.children, found);
    }
  return found;
}

/** A function that gives nodes which play the same part on these pages the same name. */
export function symbolsOf(pages: readonly (readonly Node[])[]): (node: Node) => string {
  const counts = new Map<string, number>();
  for (const page of pages) for (const name of names(page, new Set())) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (node) => {
    if (node.tag === null) return 'text';
    const { tag, attributes } = node;
    const name = nameOf(node);
    const [first = ''] = (attributes.get('class') ?? '').split(' ');
    const told = TELLING.map((one) => attributes.get(one) ?? '').join(' ');
    const common = name !== null && (counts.get(name) ?? 0) >= pages.length * COMMON ? name : '';
    const source = tag === 'script' ? (attributes.get('src') ?? '') : '';
    return [tag, first, told, common, source].join('|');
  };
}
