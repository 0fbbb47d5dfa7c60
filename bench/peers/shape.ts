import type { Node } from './html.ts';

/** A place of a template that the rows fill: a text, whether something stands there, or a list that repeats. */
export interface Slot {
  readonly kind: '文字' | '有没有' | '一列';
  /** Where it stands, as a name for people. */
  readonly hint: string;
  /** What stands before and after each text. */
  readonly before: string;
  readonly after: string;
  /** Its name in the rows; given once all slots of a scope are known. */
  name: string;
  /** An earlier text of the same row that always says the same: then the rows hold it once. */
  same: Slot | null;
}

/** What one row fills: a page, or one entry of a list. */
export interface Scope {
  readonly slots: Slot[];
}

export interface Attribute {
  readonly name: string;
  /** The same for all, null where it stands alone; or filled by the rows. */
  readonly value: string | null | Slot;
  /** Says whether it stands there; null where it always does. */
  readonly flag: Slot | null;
}

/** What a node of all pages is like. */
export type Shape =
  | { readonly kind: 'same'; readonly html: string }
  | { readonly kind: 'text'; readonly slot: Slot }
  | {
      readonly kind: 'element';
      readonly tag: string;
      readonly attributes: readonly Attribute[];
      readonly children: readonly Group[];
    };

/** One of the kinds of nodes that a group holds. */
export interface Kind {
  readonly shape: Shape;
  /** What an entry of the list fills; that around the group, where it is no list. */
  readonly scope: Scope;
  /** Tells the kinds of a list apart, in the rows. */
  readonly letter: string;
}

/** A stretch of neighbours: one node, one that may be missing (`slot` says whether), or a list of them (`slot` holds it). */
export interface Group {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly slot: Slot | null;
}

/** All pages of a kind: what stands in each, and what differs. */
export interface Template {
  readonly groups: readonly Group[];
  readonly scope: Scope;
  readonly symbolOf: (node: Node) => string;
}
