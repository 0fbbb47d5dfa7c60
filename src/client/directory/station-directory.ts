import { addressHint } from '../../search/places/hint.ts';
import type { NearStation } from '../../domain/map/nearby.ts';
import { need } from '../browser/elements.ts';
import { comparable, isAsked, mapTeller, queryOf, tellFound } from './filterForm.ts';
import { cellsOf, downloadList } from './listFile.ts';
import { ListedRows } from './listedRows.ts';
import { askNear, nearestList, nearestWords } from './nearestList.ts';
import { OtherWritings } from './otherWritings.ts';

/**
 * <station-directory data-map data-lookup data-words data-committees data-more data-places data-pagefind data-base>: filters the
 * list of stations in the page, and sorts it by distance while 附近 is on. Owns `hidden` of rows and groups, the list of
 * the nearest, the query string and the line with the count; sends the event `directory-change` for the map. Its code
 * comes when the filters are first touched (`whenTouched`).
 */
class StationDirectory extends HTMLElement {
  #abort = new AbortController();
  readonly #rows = new ListedRows(this);
  /** All stations, the nearest first, while 附近 is on; else null. */
  #near: readonly NearStation[] | null = null;
  #nearList: HTMLOListElement | null = null;
  #locating = false;
  readonly #writings = new OtherWritings(this);

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const form = this.#form();
    this.#followOpenStates(form, signal);
    form.addEventListener('input', (event) => this.#typed(event), { signal });
    form.addEventListener('compositionend', () => this.#narrow(), { signal });
    form.addEventListener('reset', () => setTimeout(() => this.#narrow()), { signal });
    this.#button('near')?.addEventListener('click', () => void this.#locate(), { signal });
    this.#button('csv')?.addEventListener('click', () => downloadList(this.#rows.fitting().map(cellsOf)), { signal });
    this.#button('print')?.addEventListener('click', () => window.print(), { signal });
    window.addEventListener('beforeprint', () => this.#rows.showAll(), { signal });
    if (isAsked(this, form)) this.#narrow();
    void this.#rows.readAhead(signal);
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  /** Enables the filter 现在开放 once the open states are known, and filters again whenever they may have changed. */
  #followOpenStates(form: HTMLFormElement, signal: AbortSignal): void {
    const box = form.elements.namedItem('open');
    if (!(box instanceof HTMLInputElement)) return;
    const again = () => {
      if (!signal.aborted && box.checked) this.#narrow();
    };
    box.disabled = customElements.get('open-state') === undefined;
    void customElements.whenDefined('open-state').then(() => {
      box.disabled = false;
      again();
    });
    document.addEventListener('open-states', again, { signal });
  }

  #tellMap = mapTeller(this);

  #form = () => need<HTMLFormElement>(this, 'form');

  #button(name: string): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>(`button[data-act="${name}"]`);
  }

  #typed(event: Event): void {
    // Letters of an unfinished pinyin are not yet words.
    if (!(event instanceof InputEvent && event.isComposing)) this.#narrow();
  }

  #narrow(): void {
    const query = queryOf(this.#form());
    const text = comparable(query.get('q') ?? '');
    const wish = {
      text,
      meant: this.#writings.known(text),
      types: query.getAll('type'),
      field: query.get('field'),
      district: query.get('district'),
      open: query.has('open'),
      verified: query.has('verified'),
    };
    const count = this.#rows.narrow(wish);
    this.#sort();
    const asks = count === 0 && text !== '' && wish.meant === null;
    // A door is kept out of the address whether a row holds it or not.
    const isAddress = wish.meant?.isAddress === true || addressHint(text)?.certain === true;
    tellFound(this, this.#form(), query, { count, asks, isAddress });
    this.#tellMap(() => (query.toString() === '' ? null : new Set(this.#rows.fitting().map(({ id }) => id))));
    if (asks) void this.#askSearch(text);
  }

  /** The words stand in no row: the search of the site may still know what they mean. */
  async #askSearch(text: string): Promise<void> {
    await this.#writings.ask(text);
    if (!this.#abort.signal.aborted) this.#narrow();
  }

  async #locate(): Promise<void> {
    if (this.#locating) return;
    if (this.#near !== null) {
      this.#near = null;
      this.#sort();
      return;
    }
    this.#say('正在定位……');
    this.#locating = true;
    try {
      const found = await askNear(this.dataset['map'] ?? '');
      if (typeof found === 'string') this.#say(found);
      else {
        this.#near = found;
        this.#sort();
      }
    } finally {
      this.#locating = false;
    }
  }

  #say(words: string): void {
    const note = this.querySelector('.near-note');
    if (note !== null) note.textContent = words;
  }

  /** Shows the rows that pass the filters: sorted by distance while 附近 is on, else under their districts. */
  #sort(): void {
    const wasOn = this.#nearList !== null;
    this.#nearList?.remove();
    this.#nearList = null;
    const groups = this.querySelector<HTMLElement>('.groups');
    if (this.#near !== null) {
      const list = nearestList(this.#near, new Map(this.#rows.fitting().map(({ id, row }) => [id, row])));
      groups?.before(list);
      this.#nearList = list;
      this.#say(nearestWords(list.childElementCount));
    } else if (wasOn) this.#say('');
    groups?.toggleAttribute('hidden', this.#near !== null);
    this.#button('near')?.setAttribute('aria-pressed', String(this.#near !== null));
  }
}

customElements.define('station-directory', StationDirectory);
