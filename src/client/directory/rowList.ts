import { el } from '../browser/elements.ts';
import { afterPicture } from '../browser/pictures.ts';

/** So many rows are shown at first, and so many more each time the reader asks. */
export const SHOWN = 30;
/** So many are added with each picture: as many as a window holds, so that a slow phone stays quick. */
const AT_ONCE = 6;

/**
 * The rows of a long list, some at a time, by their places in it. Rows that stand where they stood before keep their
 * elements; `make` gives the element of a place.
 */
export class RowList {
  readonly #make: (place: number) => HTMLElement;
  readonly #rows = el('ul', 'list');
  readonly #more = el('button', 'btn btn-quiet');
  readonly element = el('div', '', '', [this.#rows, this.#more]);
  #fitting: readonly number[] = [];
  /** The places of the rows that are there. */
  #there: number[] = [];
  #turn = 0;

  constructor(make: (place: number) => HTMLElement) {
    this.#make = make;
    this.#more.type = 'button';
    this.#more.addEventListener('click', () => {
      const from = this.#there.length;
      this.#turn += 1;
      this.#growTo(from + SHOWN);
      this.#rows.children[from]?.querySelector('a')?.focus();
    });
  }

  /** Shows the first of the rows that fit. */
  show(fitting: readonly number[]): void {
    let same = 0;
    while (same < SHOWN && same < this.#there.length && this.#there[same] === fitting[same]) same += 1;
    while (this.#rows.children.length > same) this.#rows.lastElementChild?.remove();
    this.#there.length = same;
    this.#fitting = fitting;
    this.#turn += 1;
    this.#fill(this.#turn);
  }

  /** Adds rows with each picture until the first ones are there. */
  #fill(turn: number): void {
    if (turn !== this.#turn) return;
    this.#growTo(Math.min(this.#there.length + AT_ONCE, SHOWN));
    if (this.#there.length >= Math.min(SHOWN, this.#fitting.length)) return;
    this.#more.hidden = true;
    afterPicture(() => this.#fill(turn));
  }

  #growTo(count: number): void {
    const added = this.#fitting.slice(this.#there.length, count);
    this.#rows.append(...added.map(this.#make));
    this.#there.push(...added);
    const left = this.#fitting.length - this.#there.length;
    this.#more.hidden = left === 0;
    this.#more.textContent = `再看${Math.min(SHOWN, left)}个，还有${left}个`;
  }
}
