import type { NearStation } from '../../domain/map/nearby.ts';
import type { ListFile } from '../../domain/station/listing.ts';
import { addressHint } from '../../search/places/hint.ts';
import { freshness } from '../browser/clock.ts';
import { el, need } from '../browser/elements.ts';
import { nearMe, PositionFault } from '../browser/position.ts';
import { Search } from '../search/search.ts';
import { given, sourcesOf } from '../search/sources.ts';
import { comparable, queryOf, readyFilters, restore, tellFound } from './filterForm.ts';
import { downloadList } from './listFile.ts';
import { longCells, openNow, rowElement, rowsOf, type LongRow } from './longRows.ts';
import { nearestList, nearestWords } from './nearestList.ts';
import { isMeant, type Meant, rowsMeantBy } from './otherWritings.ts';

/** So many rows are shown at first, and so many more each time. */
const SHOWN = 30;

/**
 * <long-directory data-list data-map data-lookup …>: the filters of a list that is too long for one page. Owns the form
 * inside it, the list of what fits, the query string and the line with the count; the links to the districts are hidden
 * while it shows rows. Reads the file of the list when a filter is first used.
 */
class LongDirectory extends HTMLElement {
  #abort = new AbortController();
  #rows: Promise<readonly LongRow[] | null> | null = null;
  #fitting: readonly LongRow[] = [];
  #near: readonly NearStation[] | null = null;
  #search: Search | null = null;
  #meant: { readonly text: string; readonly rows: Meant } | null = null;
  #results: HTMLElement | null = null;
  /** Counts the questions, so that an answer that comes late is dropped. */
  #asked = 0;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const form = this.#form();
    restore(form);
    const again = () => void this.#narrow();
    form.addEventListener('input', (event) => (event as InputEvent).isComposing || again(), { signal });
    form.addEventListener('compositionend', again, { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('reset', () => setTimeout(again), { signal });
    this.#button('near').addEventListener('click', () => void this.#locate(), { signal });
    this.#button('csv').addEventListener('click', () => void this.#download(), { signal });
    this.#button('print').addEventListener('click', () => window.print(), { signal });
    readyFilters(this);
    if (queryOf(form).toString() !== '') again();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #form = () => need<HTMLFormElement>(this, 'form');
  #button = (name: string) => need<HTMLButtonElement>(this, `button[data-act="${name}"]`);

  /** All rows, fetched once; null where they don't come, and then asked for again the next time. */
  #load(): Promise<readonly LongRow[] | null> {
    this.#rows ??= fetch(given(this, 'list'))
      .then(async (response) => (response.ok ? rowsOf((await response.json()) as ListFile) : null))
      .catch(() => null)
      .then((rows) => {
        if (rows === null) this.#rows = null;
        return rows;
      });
    return this.#rows;
  }

  async #narrow(): Promise<void> {
    const asked = (this.#asked += 1);
    const query = queryOf(this.#form());
    const rows = await this.#load();
    if (asked !== this.#asked || this.#abort.signal.aborted) return;
    if (rows === null) {
      this.#say('名单没有取到。下面按区排的一样全；要筛选，请再试一次。');
      return;
    }
    const text = comparable(query.get('q') ?? '');
    const types = query.getAll('type');
    const meant = this.#meant?.text === text ? this.#meant.rows : null;
    const open = query.has('open') ? openNow() : null;
    this.#fitting = rows.filter(
      (row) =>
        (text === '' ||
          row.text.includes(text) ||
          (meant !== null && isMeant(meant, row.id, row.town, row.district))) &&
        (types.length === 0 || types.includes(row.type)) &&
        (!query.has('field') || row.field === query.get('field')) &&
        (!query.has('district') || row.district === query.get('district')) &&
        (open === null || open(row).mark === '开') &&
        (!query.has('verified') || freshness(row.verified) === '新'),
    );
    const asks = this.#fitting.length === 0 && text !== '' && meant === null;
    const isAddress = meant?.isAddress === true || addressHint(text)?.certain === true;
    this.#show(query.toString() !== '');
    const shown = this.#fitting.map(({ id }) => id);
    const tellMap = tellFound(this, this.#form(), query, { shown, asks, isAddress });
    // The list is seen first; of two questions in haste the map gets the last.
    setTimeout(() => asked === this.#asked && tellMap(), 200);
    if (!asks) return;
    this.#search ??= new Search(sourcesOf(this));
    this.#meant = { text, rows: await rowsMeantBy(this.#search, text) };
    if (asked === this.#asked) await this.#narrow();
  }

  /** Shows what fits: the nearest while 附近 is on, else in the order of the districts; without a filter the districts. */
  #show(narrowed: boolean): void {
    this.#results?.remove();
    this.#results = null;
    this.#say('');
    const groups = need(this, '.groups');
    const base = given(this, 'base');
    groups.hidden = narrowed || this.#near !== null;
    this.#button('near').setAttribute('aria-pressed', String(this.#near !== null));
    if (!groups.hidden) return;
    if (this.#near === null) this.#results = this.#list(base);
    else {
      const byId = new Map(this.#fitting.map((row) => [row.id, row]));
      const nearest = this.#near.filter(({ station }) => byId.has(station.id)).slice(0, SHOWN);
      const elements = nearest.flatMap(({ station }) => byId.get(station.id) ?? []);
      const list = nearestList(nearest, new Map(elements.map((row) => [row.id, rowElement(row, base)])));
      this.#say(nearestWords(list.childElementCount));
      this.#results = list;
    }
    groups.before(this.#results);
  }

  /** The rows that fit, some at a time. */
  #list(base: string): HTMLElement {
    const list = el('ul', 'list');
    const more = el('button', 'btn btn-quiet');
    more.type = 'button';
    const grow = () => {
      const from = list.childElementCount;
      list.append(...this.#fitting.slice(from, from + SHOWN).map((row) => rowElement(row, base)));
      const left = this.#fitting.length - list.childElementCount;
      more.hidden = left === 0;
      more.textContent = `再看${Math.min(SHOWN, left)}个，还有${left}个`;
      if (from > 0) list.children[from]?.querySelector('a')?.focus();
    };
    more.addEventListener('click', grow);
    grow();
    return el('div', '', '', [list, more]);
  }

  async #download(): Promise<void> {
    if (this.#fitting.length === 0) await this.#narrow();
    downloadList(this.#fitting.map((row) => longCells(row, given(this, 'base'))));
  }

  async #locate(): Promise<void> {
    if (this.#near === null) {
      this.#say('正在定位……');
      try {
        this.#near = await nearMe(given(this, 'map'));
      } catch (error) {
        if (!(error instanceof PositionFault)) throw error;
        this.#say(error.message);
        return;
      }
    } else this.#near = null;
    await this.#narrow();
  }

  #say(words: string): void {
    need(this, '.near-note').textContent = words;
  }
}

customElements.define('long-directory', LongDirectory);
