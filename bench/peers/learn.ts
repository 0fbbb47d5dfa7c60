import { isRaw, textOf, type Element, type Node, type Text } from './html.ts';
import { stretches } from './order.ts';
import type { Attribute, Group, Kind, Scope, Shape, Slot, Template } from './shape.ts';
import { symbolsOf } from './symbols.ts';

const isSame = <T>(values: readonly T[]): boolean => values.every((value) => value === values[0]);

/** The longest text that all of them begin with; no sign is cut in two. */
function commonStart(texts: readonly string[]): string {
  let start = texts[0] ?? '';
  for (const text of texts) {
    let length = 0;
    while (length < start.length && start[length] === text[length]) length += 1;
    start = start.slice(0, length);
  }
  return start.replace(/[\uD800-\uDBFF]$/u, '');
}

const backwards = (text: string) => [...text].reverse().join('');

/** Learns what a set of pages has in common. */
class Learner {
  readonly #symbolOf: (node: Node) => string;

  constructor(symbolOf: (node: Node) => string) {
    this.#symbolOf = symbolOf;
  }

  /** What sequences of neighbours are like. */
  sequence(sequences: readonly (readonly Node[])[], scope: Scope, hint: string): Group[] {
    const named = sequences.map((nodes) => nodes.map(this.#symbolOf));
    const [first = []] = named;
    if (isSame(named.map((symbols) => symbols.join('\n')))) {
      return first.map((symbol, at) => {
        const column = sequences.flatMap((nodes) => nodes[at] ?? []);
        return { kinds: new Map([[symbol, this.#kind(column, scope, hint, '')]]), slot: null };
      });
    }
    return stretches(named).map(({ symbols, least, most }): Group => {
      const nodesOf = (symbol: string) =>
        sequences.flatMap((nodes, at) => nodes.filter((_, place) => named[at]?.[place] === symbol));
      const [symbol = ''] = symbols;
      if (most === 1 && symbols.length === 1) {
        const slot = least === 1 ? null : this.#slot(scope, '有没有', `has ${hint} ${symbol}`);
        return { kinds: new Map([[symbol, this.#kind(nodesOf(symbol), scope, hint, '')]]), slot };
      }
      const slot = this.#slot(scope, '一列', `${hint} ${symbol.replace(/\|.*/u, 's')}`);
      const kinds = symbols.map((one, at) => {
        const letter = symbols.length === 1 ? '' : String.fromCodePoint(97 + at);
        return [one, this.#kind(nodesOf(one), { slots: [] }, hint, letter)] as const;
      });
      return { kinds: new Map(kinds), slot };
    });
  }

  #slot(scope: Scope, kind: Slot['kind'], hint: string, before = '', after = ''): Slot {
    const slot = { kind, hint, before, after, name: '', same: null };
    scope.slots.push(slot);
    return slot;
  }

  #kind(nodes: readonly Node[], scope: Scope, hint: string, letter: string): Kind {
    return { shape: this.#shape(nodes, scope, hint), scope, letter };
  }

  #shape(nodes: readonly Node[], scope: Scope, hint: string): Shape {
    const [first] = nodes;
    if (first === undefined) throw new Error('这里什么也没有');
    if (isSame(nodes.map(({ html }) => html))) return { kind: 'same', html: first.html };
    if (first.tag === null) {
      if (hint === 'script' || hint === 'style') throw new Error(`<${hint}> 里的字不一样，不会写成模板`);
      return { kind: 'text', slot: this.#texts(nodes as readonly Text[], scope, hint) };
    }
    const elements = nodes as readonly Element[];
    const [own = ''] = (first.attributes.get('class') ?? '').split(' ');
    const name = isRaw(first.tag) || own === '' ? first.tag : own;
    const attributes = this.#attributes(elements, scope, name);
    const children = this.sequence(
      elements.map((element) => element.children),
      scope,
      name,
    );
    return { kind: 'element', tag: first.tag, attributes, children };
  }

  #texts(nodes: readonly Text[], scope: Scope, hint: string): Slot {
    return this.#varying(
      nodes.map(({ html }) => textOf(html)),
      scope,
      hint,
    );
  }

  #varying(texts: readonly string[], scope: Scope, hint: string): Slot {
    const distinct = [...new Set(texts)];
    const before = commonStart(distinct);
    const after = backwards(commonStart(distinct.map((text) => backwards(text.slice(before.length)))));
    return this.#slot(scope, '文字', hint, before, after);
  }

  #attributes(elements: readonly Element[], scope: Scope, hint: string): Attribute[] {
    const names = new Set(elements.flatMap(({ attributes }) => [...attributes.keys()]));
    return [...names].map((name): Attribute => {
      const having = elements.filter(({ attributes }) => attributes.has(name));
      const flag = having.length === elements.length ? null : this.#slot(scope, '有没有', `has ${hint} ${name}`);
      const values = having.map(({ attributes }) => attributes.get(name) ?? null);
      if (isSame(values)) return { name, value: values[0] ?? null, flag };
      const texts = values.filter((value) => value !== null);
      if (texts.length < values.length) throw new Error(`属性 ${name} 有时有值，有时没有，不会写成模板`);
      return { name, value: this.#varying(texts, scope, `${hint} ${name}`), flag };
    });
  }
}

/** Learns the template of pages of one kind; slots have no names yet. Throws where they differ in what no template tells. */
export function learn(pages: readonly (readonly Node[])[]): Template {
  const symbolOf = symbolsOf(pages);
  const scope: Scope = { slots: [] };
  return { groups: new Learner(symbolOf).sequence(pages, scope, 'page'), scope, symbolOf };
}
