import type { NearStation } from '../../domain/map/nearby.ts';
import { freshness } from '../browser/clock.ts';
import type { OpenStateElement } from '../station/open-state.ts';
import { nearMe, PositionFault } from '../browser/position.ts';
import { Search } from '../search/search.ts';
import { given, sourcesOf } from '../search/sources.ts';
import { comparable, mapTeller, queryOf, tellFound } from './filterForm.ts';
import { cellsOf, downloadList } from './listFile.ts';
import { nearestList, nearestWords } from './nearestList.ts';
import { addressHint } from '../../search/places/hint.ts';
import { isMeant, type Meant, rowsMeantBy } from './otherWritings.ts';

/** A row of the list, with what filters compare. */
interface ListedRow {
  readonly row: HTMLLIElement;
  readonly group: HTMLElement;
  readonly open: OpenStateElement | null;
  /** Everything that words are looked for in; worked out once words are typed. */
  text?: string;
}

function textOf(listed: ListedRow): string {
  const { row, group, text } = listed;
  if (text !== undefined) return text;
  const parts = [...group.querySelectorAll('h2 a'), ...row.querySelectorAll('h3, .tel, .meta')];
  return (listed.text = comparable(
    parts.map(({ textContent }) => textContent ?? '').join('') + (row.dataset['id'] ?? ''),
  ));
}

/**
 * <station-directory data-map data-lookup data-words data-committees data-more data-places data-pagefind data-base>: filters the
 * list of stations in the page, and sorts it by distance while 附近 is on. Owns `hidden` of rows and groups, the list of
 * the nearest, the query string and the line with the count; sends the event `directory-change` for the map. Its code
 * comes when the filters are first touched (`whenTouched`).
 */
class StationDirectory extends HTMLElement {
  #abort = new AbortController();
  #rows: readonly ListedRow[] = [];
  /** All stations, the nearest first, while 附近 is on; else null. */
  #near: readonly NearStation[] | null = null;
  #nearList: HTMLOListElement | null = null;
  #locating = false;
  #search: Search | null = null;
  /** What the search made of the words in the field, where they stand in no row. */
  #meant: { readonly text: string; readonly rows: Meant } | null = null;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const form = this.#form();
    this.#rows = [...this.querySelectorAll<HTMLElement>('.district-group')].flatMap((group) =>
      [...group.querySelectorAll<HTMLLIElement>('li[data-id]')].map((row): ListedRow => ({
        row,
        group,
        open: row.querySelector<OpenStateElement>('open-state'),
      })),
    );
    this.#followOpenStates(form, signal);
    form.addEventListener('input', (event) => this.#typed(event), { signal });
    form.addEventListener('compositionend', () => this.#narrow(), { signal });
    form.addEventListener('reset', () => setTimeout(() => this.#narrow()), { signal });
    this.#button('near')?.addEventListener('click', () => void this.#locate(), { signal });
    this.#button('csv')?.addEventListener(
      'click',
      () => downloadList(this.#rows.filter(({ row }) => !row.hidden).map(cellsOf)),
      {
        signal,
      },
    );
    this.#button('print')?.addEventListener('click', () => window.print(), { signal });
    if (location.search !== '') this.#narrow();
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

  #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (form === null) throw new Error('<station-directory> needs a <form>');
    return form;
  }

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
    const types = query.getAll('type');
    const meant = this.#meant?.text === text ? this.#meant.rows : null;
    const shown = new Set<string>();
    const groups = new Map<HTMLElement, number>();
    for (const listed of this.#rows) {
      const { row, group, open } = listed;
      const { id = '', type = '', town, field } = row.dataset;
      const fits =
        (text === '' ||
          textOf(listed).includes(text) ||
          (meant !== null && isMeant(meant, id, town, group.dataset['district']))) &&
        (types.length === 0 || types.includes(type)) &&
        (!query.has('field') || field === query.get('field')) &&
        (!query.has('district') || group.dataset['district'] === query.get('district')) &&
        (!query.has('open') || open?.state?.mark === '开') &&
        (!query.has('verified') || freshness(open?.dataset['verified']) === '新');
      row.hidden = !fits;
      groups.set(group, (groups.get(group) ?? 0) + (fits ? 1 : 0));
      if (fits) shown.add(id);
    }
    for (const [group, count] of groups) {
      group.hidden = count === 0;
      const label = group.querySelector('.group-count');
      if (label !== null) label.textContent = `${count}个站`;
    }
    this.#sort();
    const asks = shown.size === 0 && text !== '' && meant === null;
    // A door is kept out of the address whether a row holds it or not.
    const isAddress = meant?.isAddress === true || addressHint(text)?.certain === true;
    tellFound(this, this.#form(), query, { count: shown.size, asks, isAddress });
    this.#tellMap(() => (query.toString() === '' ? null : shown));
    if (asks) void this.#askSearch(text);
  }

  /** The words stand in no row: the search of the site may still know what they mean. */
  async #askSearch(text: string): Promise<void> {
    this.#search ??= new Search(sourcesOf(this));
    const rows = await rowsMeantBy(this.#search, text);
    this.#meant = { text, rows };
    if (!this.#abort.signal.aborted) this.#narrow();
  }

  async #locate(): Promise<void> {
    if (this.#locating) return;
    if (this.#near !== null) {
      this.#near = null;
      this.#sort();
      return;
    }
    const source = given(this, 'map');
    this.#say('正在定位……');
    this.#locating = true;
    try {
      this.#near = await nearMe(source);
      this.#sort();
    } catch (error) {
      if (!(error instanceof PositionFault)) throw error;
      this.#say(error.message);
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
      const fitting = this.#rows.filter(({ row }) => !row.hidden);
      const list = nearestList(this.#near, new Map(fitting.map(({ row }) => [row.dataset['id'] ?? '', row])));
      groups?.before(list);
      this.#nearList = list;
      this.#say(nearestWords(list.childElementCount));
    } else if (wasOn) this.#say('');
    groups?.toggleAttribute('hidden', this.#near !== null);
    this.#button('near')?.setAttribute('aria-pressed', String(this.#near !== null));
  }
}

customElements.define('station-directory', StationDirectory);
