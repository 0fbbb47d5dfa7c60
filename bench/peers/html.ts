/** An element or a text of a page. `html` is what stands in the page, from its first sign to its last. */
export type Node = Text | Element;

export interface Text {
  readonly tag: null;
  readonly html: string;
}

export interface Element {
  readonly tag: string;
  /** The values as the reader gets them; null where an attribute stands alone. */
  readonly attributes: ReadonlyMap<string, string | null>;
  readonly children: readonly Node[];
  readonly html: string;
}

/** Elements that have no end. */
const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style']);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const TAG = /<(?:\/([\w-]+)|([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:="[^"]*")?)*)|!DOCTYPE[^>]*)>/giu;
const ATTRIBUTE = /\s+([^\s=>"'/]+)(?:="([^"]*)")?/gu;

/** The text that markup stands for. */
export const textOf = (html: string): string =>
  html.replace(/&(?:#(\d+)|(\w+));/gu, (all, number?: string, name = '') =>
    number === undefined ? (ENTITIES[name] ?? all) : String.fromCodePoint(Number(number)),
  );

/** Whether nothing ends an element, as of `<br>`. */
export const isVoid = (tag: string): boolean => VOID.has(tag);

/** Whether what stands in an element is no markup. */
export const isRaw = (tag: string): boolean => RAW.has(tag);

interface Open {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string | null>;
  readonly children: Node[];
  readonly from: number;
}

/** Reads a page as our build writes it: every element is ended, and attributes stand in double quotes. Throws otherwise. */
export function parse(html: string): readonly Node[] {
  const root: Node[] = [];
  const open: Open[] = [];
  const add = (node: Node) => (open.at(-1)?.children ?? root).push(node);
  const text = (from: number, to: number) => {
    if (from === to) return;
    const part = html.slice(from, to);
    if (part.includes('<')) throw new Error(`这一段读不懂：${part.slice(0, 200)}`);
    add({ tag: null, html: part });
  };
  const close = (to: number) => {
    const ended = open.pop();
    if (ended === undefined) throw new Error('结束标签多了');
    const { tag, attributes, children, from } = ended;
    add({ tag, attributes, children, html: html.slice(from, to) });
  };
  const tags = new RegExp(TAG);
  let at = 0;
  for (let found = tags.exec(html); found !== null; found = tags.exec(html)) {
    const [all, ending, tag, written = ''] = found;
    text(at, found.index);
    at = tags.lastIndex;
    if (ending !== undefined) {
      if (open.at(-1)?.tag !== ending) throw new Error(`</${ending}> 对不上 <${open.at(-1)?.tag ?? ''}>`);
      close(at);
    } else if (tag === undefined) add({ tag: null, html: all });
    else {
      const attributes = new Map<string, string | null>();
      for (const [, name = '', value] of written.matchAll(ATTRIBUTE))
        attributes.set(name, value === undefined ? null : textOf(value));
      open.push({ tag, attributes, children: [], from: found.index });
      if (isVoid(tag)) close(at);
      else if (isRaw(tag)) {
        const end = html.indexOf(`</${tag}>`, at);
        if (end > at) add({ tag: null, html: html.slice(at, end) });
        tags.lastIndex = end;
        at = end;
      }
    }
  }
  text(at, html.length);
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag ?? ''}> 没有结束`);
  return root;
}
