import { isVoid, textOf, type Element, type Node } from './html.ts';
import type { Attribute, Group, Scope, Shape, Slot, Template } from './shape.ts';

/** Names that rows have besides those of slots: the letter of an entry, the file of a page. */
const RESERVED = ['k', 'at'];

/** What fills the slots of a scope, by name. */
export type Row = { readonly [name: string]: string | true | readonly Row[] };

type Value = string | true | readonly Values[];
/** The same before slots have names. */
interface Values {
  readonly scope: Scope;
  readonly letter: string;
  readonly filled: Map<Slot, Value>;
}

/** Thrown where a page is not like its template says. */
export class UnlikeError extends Error {
  override readonly name = 'UnlikeError';
}

const fail = (why: string): never => {
  throw new UnlikeError(why);
};

function fill({ filled }: Values, slot: Slot, text: string): void {
  const { before, after } = slot;
  if (text.length < before.length + after.length || !text.startsWith(before) || !text.endsWith(after))
    fail(`${slot.hint}：${text}`);
  filled.set(slot, text.slice(before.length, text.length - after.length));
}

/** Reads what a page fills its template with. */
class Reader {
  readonly #symbolOf: (node: Node) => string;

  constructor({ symbolOf }: Template) {
    this.#symbolOf = symbolOf;
  }

  sequence(nodes: readonly Node[], groups: readonly Group[], values: Values): void {
    let at = 0;
    for (const { kinds, slot } of groups) {
      const entries: Values[] = [];
      for (let node = nodes[at]; node !== undefined; node = nodes[at]) {
        const kind = kinds.get(this.#symbolOf(node));
        if (kind === undefined) break;
        at += 1;
        if (slot?.kind !== '一列') {
          this.#node(node, kind.shape, values);
          if (slot !== null) values.filled.set(slot, true);
          entries.push(values);
          break;
        }
        const entry: Values = { scope: kind.scope, letter: kind.letter, filled: new Map() };
        this.#node(node, kind.shape, entry);
        entries.push(entry);
      }
      if (slot === null && entries.length === 0) fail(`缺 ${[...kinds.keys()].join('、')}`);
      if (slot?.kind === '一列') values.filled.set(slot, entries);
    }
    if (at < nodes.length) fail(`多了 ${nodes[at]?.html.slice(0, 80) ?? ''}`);
  }

  #node(node: Node, shape: Shape, values: Values): void {
    if (shape.kind === 'same') {
      if (node.html !== shape.html) fail(`不同：${node.html.slice(0, 80)}`);
    } else if (shape.kind === 'text') fill(values, shape.slot, textOf(node.html));
    else if (node.tag === shape.tag) {
      this.#attributes(node, shape.attributes, values);
      if (!isVoid(node.tag)) this.sequence(node.children, shape.children, values);
    } else fail(`不是 <${shape.tag}>`);
  }

  #attributes({ attributes }: Element, shapes: readonly Attribute[], values: Values): void {
    let known = 0;
    for (const { name, value, flag } of shapes) {
      const own = attributes.get(name);
      if (own === undefined) {
        if (flag === null) fail(`缺属性 ${name}`);
        continue;
      }
      known += 1;
      if (flag !== null) values.filled.set(flag, true);
      if (value === null || typeof value === 'string') {
        if (own !== value) fail(`属性 ${name}：${own ?? ''}`);
      } else if (own === null) fail(`属性 ${name} 没有值`);
      else fill(values, value, own);
    }
    if (known < attributes.size) fail(`多了属性：${[...attributes.keys()].join('、')}`);
  }
}

/** What a page fills its template with. Throws UnlikeError where it is not like that. */
export function valuesOf(template: Template, page: readonly Node[]): Values {
  const values: Values = { scope: template.scope, letter: '', filled: new Map() };
  new Reader(template).sequence(page, template.groups, values);
  return values;
}

/** A row for a page, with each text once. Throws UnlikeError where texts that should say the same don't. */
export function rowOf({ letter, filled }: Values): Row {
  const row: Record<string, string | true | readonly Row[]> = letter === '' ? {} : { k: letter };
  for (const [slot, value] of filled) {
    if (slot.same !== null) {
      if (filled.get(slot.same) !== value) fail(`${slot.hint} 和 ${slot.same.hint} 不同了`);
    } else row[slot.name] = typeof value === 'string' || value === true ? value : value.map(rowOf);
  }
  return row;
}

function byScope(values: Values, found: Map<Scope, Values[]>): Map<Scope, Values[]> {
  const own = found.get(values.scope);
  if (own === undefined) found.set(values.scope, [values]);
  else own.push(values);
  for (const value of values.filled.values())
    if (typeof value !== 'string' && value !== true) for (const entry of value) byScope(entry, found);
  return found;
}

/** Finds slots that always say the same as another one of their row, and gives all others names, by what pages fill them with. */
export function nameSlots(template: Template, pages: readonly (readonly Node[])[]): void {
  const found = new Map<Scope, Values[]>();
  for (const page of pages) byScope(valuesOf(template, page), found);
  for (const [{ slots }, rows] of found) {
    const given = new Set(RESERVED);
    const count = (slot: Slot) => rows.filter(({ filled }) => filled.has(slot)).length;
    const counts = new Map(slots.map((slot) => [slot, count(slot)]));
    const told: Slot[] = [];
    for (const slot of [...slots].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))) {
      const says = (other: Slot) =>
        other.kind === slot.kind &&
        (slot.kind === '文字' || counts.get(other) === counts.get(slot)) &&
        rows.every(({ filled }) => !filled.has(slot) || filled.get(other) === filled.get(slot));
      slot.same = slot.kind === '一列' ? null : (told.find(says) ?? null);
      if (slot.same !== null) continue;
      told.push(slot);
      const words = slot.hint
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, '_')
        .replace(/^_+|_+$/gu, '');
      let name = words;
      for (let more = 2; given.has(name); more += 1) name = `${words}_${more}`;
      given.add(name);
      slot.name = name;
    }
  }
}
