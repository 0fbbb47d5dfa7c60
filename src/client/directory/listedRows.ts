import { freshness } from '../browser/clock.ts';
import { afterPicture } from '../browser/pictures.ts';
import type { OpenStateElement } from '../station/open-state.ts';
import { comparable } from './filterForm.ts';
import type { Wish } from './longList.ts';
import { isMeant } from './otherWritings.ts';

/** A row of the list, with what filters compare; each is read when it is first asked for, of a thousand rows. */
class ListedRow {
  readonly row: HTMLLIElement;
  /** Whether it fits what is asked for; it may still be hidden until its turn. */
  fits = true;
  #open: OpenStateElement | null | undefined;
  #text: string | undefined;

  constructor(row: HTMLLIElement) {
    this.row = row;
  }

  /** The id of the station, `type`, `town` or `field`. */
  is(name: 'id' | 'type' | 'town' | 'field'): string {
    return this.row.getAttribute(`data-${name}`) ?? '';
  }

  isOpen(): boolean {
    return this.#openState()?.state?.mark === '开';
  }

  isNew(): boolean {
    return freshness(this.#openState()?.dataset['verified']) === '新';
  }

  /** What words are looked for in: name, phone and what follows them; not the hours, which say something else once they are read by the clock. */
  text(): string {
    if (this.#text !== undefined) return this.#text;
    const parts = [...this.row.querySelectorAll('h3, .tel, .meta')];
    return (this.#text = comparable(parts.map(({ textContent }) => textContent ?? '').join('') + this.is('id')));
  }

  #openState = () => (this.#open ??= this.row.querySelector<OpenStateElement>('open-state'));
}

/** The rows of one district in a list that stands in the page. */
class Group {
  readonly element: HTMLElement;
  readonly district: string;
  /** The name of the district as words that are looked for. */
  readonly text: string;
  readonly rows: readonly ListedRow[];
  /** How many rows fit. */
  count: number;

  constructor(element: HTMLElement) {
    this.element = element;
    this.district = element.dataset['district'] ?? '';
    this.text = comparable(element.querySelector('h2 a')?.textContent ?? '');
    this.rows = [...element.querySelectorAll<HTMLLIElement>('li[data-id]')].map((row) => new ListedRow(row));
    this.count = this.rows.length;
  }

  /** Hides the rows that don't fit, and says how many do; `grow` shows them. What doesn't change is not written anew. */
  narrow(fits: (listed: ListedRow) => boolean): void {
    let count = 0;
    for (const listed of this.rows) {
      listed.fits = fits(listed);
      if (listed.fits) count += 1;
      else if (!listed.row.hidden) listed.row.hidden = true;
    }
    if (count === this.count) return;
    this.count = count;
    if (count === 0) this.element.hidden = true;
    const label = this.element.querySelector('.group-count');
    if (label !== null) label.textContent = `${count}个站`;
  }

  /** Shows at most so many of the rows that fit and are hidden, the first ones; answers how many. */
  grow(most: number): number {
    let shown = 0;
    for (const listed of this.rows) {
      if (shown === most) break;
      if (!listed.fits || !listed.row.hidden) continue;
      listed.row.hidden = false;
      shown += 1;
    }
    if (shown > 0) this.element.hidden = false;
    return shown;
  }
}

/** So many rows are read in one turn ahead of the first words, so that a slow phone answers meanwhile. */
const READ_AT_ONCE = 32;
/**
 * So many rows come back with the first picture, about as many as a window holds, and twice as many with each that
 * follows: all thousand would keep a slow phone waiting.
 */
const FIRST_SHOWN = 8;

/** The rows of a list that stands in the page, under their districts. */
export class ListedRows {
  readonly #groups: readonly Group[];
  #turn = 0;

  constructor(list: HTMLElement) {
    this.#groups = [...list.querySelectorAll<HTMLElement>('.district-group')].map((element) => new Group(element));
  }

  /** Reads beforehand what words are looked for in, some rows at a time. */
  async readAhead(signal: AbortSignal): Promise<void> {
    for (const [at, listed] of this.#groups.flatMap(({ rows }) => rows).entries()) {
      if (at % READ_AT_ONCE === 0) await new Promise((done) => setTimeout(done));
      if (signal.aborted) return;
      listed.text();
    }
  }

  /** The rows that fit, with the group of each. */
  fitting(): { readonly id: string; readonly row: HTMLLIElement; readonly group: HTMLElement }[] {
    return this.#groups.flatMap(({ element: group, rows }) =>
      rows.filter(({ fits }) => fits).map((listed) => ({ id: listed.is('id'), row: listed.row, group })),
    );
  }

  /**
   * Hides the rows that don't fit, says at each district how many of it do, and shows these, some with each picture.
   * Answers how many fit.
   */
  narrow({ text, meant, types, field, district, open, verified }: Wish): number {
    for (const group of this.#groups) {
      const isHere = district === null || group.district === district;
      const hasText = (listed: ListedRow) =>
        (group.text + listed.text()).includes(text) ||
        (meant !== null && isMeant(meant, listed.is('id'), listed.is('town'), group.district));
      group.narrow(
        (listed) =>
          isHere &&
          (types.length === 0 || types.includes(listed.is('type'))) &&
          (field === null || listed.is('field') === field) &&
          (!open || listed.isOpen()) &&
          (!verified || listed.isNew()) &&
          (text === '' || hasText(listed)),
      );
    }
    this.#turn += 1;
    this.#grow(this.#turn, FIRST_SHOWN);
    return this.#groups.reduce((sum, { count }) => sum + count, 0);
  }

  /** Shows all rows that fit at once, for paper. */
  showAll(): void {
    for (const group of this.#groups) group.grow(Infinity);
  }

  #grow(turn: number, most: number): void {
    if (turn !== this.#turn) return;
    let left = most;
    for (const group of this.#groups) left -= group.grow(left);
    if (left === 0) afterPicture(() => this.#grow(turn, most * 2));
  }
}
