import { freshness } from '../browser/clock.ts';
import type { OpenStateElement } from '../station/open-state.ts';
import { comparable } from './filterForm.ts';
import type { Wish } from './longList.ts';
import { isMeant } from './otherWritings.ts';

/** A row of the list, with what filters compare; each is read when it is first asked for, of a thousand rows. */
class ListedRow {
  readonly row: HTMLLIElement;
  isShown = true;
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
  #count: number;

  constructor(element: HTMLElement) {
    this.element = element;
    this.district = element.dataset['district'] ?? '';
    this.text = comparable(element.querySelector('h2 a')?.textContent ?? '');
    this.rows = [...element.querySelectorAll<HTMLLIElement>('li[data-id]')].map((row) => new ListedRow(row));
    this.#count = this.rows.length;
  }

  /** Shows the rows that fit and hides the others, and says how many are left. What doesn't change is not written anew. */
  show(fits: (listed: ListedRow) => boolean): void {
    let count = 0;
    for (const listed of this.rows) {
      const isShown = fits(listed);
      if (isShown) count += 1;
      if (isShown === listed.isShown) continue;
      listed.isShown = isShown;
      listed.row.hidden = !isShown;
    }
    if (count === this.#count) return;
    this.#count = count;
    this.element.hidden = count === 0;
    const label = this.element.querySelector('.group-count');
    if (label !== null) label.textContent = `${count}个站`;
  }
}

/** So many rows are read in one turn ahead of the first words, so that a slow phone answers meanwhile. */
const AT_ONCE = 32;

/** The rows of a list that stands in the page, under their districts. */
export class ListedRows {
  readonly #groups: readonly Group[];

  constructor(list: HTMLElement) {
    this.#groups = [...list.querySelectorAll<HTMLElement>('.district-group')].map((element) => new Group(element));
  }

  /** Reads beforehand what words are looked for in, some rows at a time. */
  async readAhead(signal: AbortSignal): Promise<void> {
    for (const [at, listed] of this.#groups.flatMap(({ rows }) => rows).entries()) {
      if (at % AT_ONCE === 0) await new Promise((done) => setTimeout(done));
      if (signal.aborted) return;
      listed.text();
    }
  }

  /** The rows that are shown, with the group of each. */
  shown(): { readonly id: string; readonly row: HTMLLIElement; readonly group: HTMLElement }[] {
    return this.#groups.flatMap(({ element: group, rows }) =>
      rows.filter(({ isShown }) => isShown).map((listed) => ({ id: listed.is('id'), row: listed.row, group })),
    );
  }

  /** Shows the rows that fit and hides the others, and says at each district how many of it are left. Answers how many fit. */
  narrow({ text, meant, types, field, district, open, verified }: Wish): number {
    for (const group of this.#groups) {
      const isHere = district === null || group.district === district;
      const hasText = (listed: ListedRow) =>
        (group.text + listed.text()).includes(text) ||
        (meant !== null && isMeant(meant, listed.is('id'), listed.is('town'), group.district));
      group.show(
        (listed) =>
          isHere &&
          (types.length === 0 || types.includes(listed.is('type'))) &&
          (field === null || listed.is('field') === field) &&
          (!open || listed.isOpen()) &&
          (!verified || listed.isNew()) &&
          (text === '' || hasText(listed)),
      );
    }
    return this.#groups.reduce((sum, { rows }) => sum + rows.filter(({ isShown }) => isShown).length, 0);
  }
}
