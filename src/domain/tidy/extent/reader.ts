import type { Extent } from '../../place/extent.ts';
import { cleanCell, type CleanCell } from './clean.ts';
import { Group, type Tell } from './group.ts';
import { type ExtentRemark, type ExtentRemarkKind, remarkOf } from './remarks.ts';
import { tokensOf } from './lexer.ts';
import type { Token } from './tokens.ts';

/** How deep a bracket may stand in others; deeper ones are read as if they were not there. */
const DEEPEST = 2;
/** Neighbouring words that can't be read are told as one remark up to this length. */
const LONGEST_REMARK = 200;

/** The place of the bracket that ends each one that begins, by their places in the list of words. */
function brackets(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ kind }, at) => {
    if (kind === '(') open.push(at);
    const begin = kind === ')' ? open.pop() : undefined;
    if (begin !== undefined && open.length < DEEPEST) ends.set(begin, at);
  });
  return ends;
}

/** The words of a cell, what was read of them so far, and the name that the next numbers belong to. */
export class Reader {
  readonly tokens: readonly Token[];
  readonly bracketEnds: ReadonlyMap<number, number>;
  /** The village that groups (1组) belong to where no name stands before them; empty where that is not known. */
  readonly home: string;
  readonly #told: { readonly kind: ExtentRemarkKind; readonly from: number; to: number }[] = [];
  readonly extents: Extent[] = [];
  group: Group | null = null;
  /** 全部丁四村, 部分丁四村: said of the name that comes. */
  ahead: '全部' | '部分' | null = null;
  /** Whether 除…外 was said of all that comes before the next semicolon or line end. */
  excepting = false;
  readonly #clean: CleanCell;
  readonly #cell: string;
  /** How many places had been read at the last semicolon or line end. */
  #segment = 0;

  constructor(cell: string, home: string) {
    this.#cell = cell;
    this.#clean = cleanCell(cell);
    this.tokens = tokensOf(this.#clean.text);
    this.bracketEnds = brackets(this.tokens);
    this.home = home;
  }

  readonly tell: Tell = (kind, from, to) => {
    const last = this.#told.at(-1);
    if (last?.kind === '读不懂' && kind === '读不懂' && last.to === from && to - last.from < LONGEST_REMARK)
      last.to = to;
    else this.#told.push({ kind, from, to });
  };

  /** All that was told, with its words and places in the cell. */
  remarks(): ExtentRemark[] {
    const { places } = this.#clean;
    return this.#told.map(({ kind, from, to }) =>
      remarkOf(kind, this.#cell, places[from] ?? 0, (places[to - 1] ?? this.#cell.length - 1) + 1),
    );
  }

  /** Begins the group of a name. */
  open(name: string, from: number, to: number, hamlet = false): Group {
    this.close();
    this.group = new Group(name, from, to, this.tell, hamlet);
    if (this.excepting) this.drop('除外', from, to);
    return this.group;
  }

  /** Keeps what the group came to; numbers that follow belong to nothing. */
  close(): void {
    if (this.group !== null) for (const extent of this.group.extents()) this.extents.push(extent);
    this.group = null;
  }

  /** Tells that the group comes to nothing, with all of its words the first time. */
  drop(kind: ExtentRemarkKind, from: number, to: number): void {
    const { group } = this;
    this.tell(kind, group === null || group.dropped !== null ? from : Math.min(from, group.from), to);
    if (group !== null) group.dropped = kind;
  }

  /** A semicolon, a full stop or a line end. */
  endSegment(): void {
    this.group?.end();
    this.excepting = false;
    this.#segment = this.extents.length;
  }

  /** Takes back what was read since the last semicolon or line end. */
  forgetSegment(): void {
    this.extents.length = this.#segment;
  }

  /** Passes over words as long as they are wanted; gives the place of the next one and the end of the last. */
  pass(at: number, end: number, wanted: (token: Token) => boolean): readonly [next: number, to: number] {
    let next = at + 1;
    for (let token = this.tokens[next]; next < end && token !== undefined && wanted(token); token = this.tokens[next])
      next += 1;
    return [next, this.tokens[next - 1]?.to ?? 0];
  }
}
