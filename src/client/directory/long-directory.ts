import type { NearStation } from '../../domain/map/nearby.ts';
import type { ListFile } from '../../domain/station/listing.ts';
import { addressHint } from '../../search/places/hint.ts';
import { need } from '../browser/elements.ts';
import { given } from '../search/sources.ts';
import '../station/lateOpenState.ts';
import { comparable, isAsked, mapTeller, queryOf, tellFound } from './filterForm.ts';
import { downloadList } from './listFile.ts';
import { LongList } from './longList.ts';
import { longCells, rowElement } from './longRows.ts';
import { askNear, nearestList, nearestWords } from './nearestList.ts';
import { OtherWritings } from './otherWritings.ts';
import { RowList, SHOWN } from './rowList.ts';

const pause = () => new Promise<void>((done) => setTimeout(done));

/**
 * <long-directory data-list data-map data-lookup …>: the filters of a list that is too long for one page. Owns the list
 * of what fits, the query string and the line with the count; the links to the districts are hidden while it shows rows.
 * Its code comes when the filters are first touched (`whenTouched`), and reads the file of the list at once.
 */
class LongDirectory extends HTMLElement {
  #abort = new AbortController();
  #list: Promise<LongList | null> | null = null;
  #fitting: readonly number[] = [];
  #near: readonly NearStation[] | null = null;
  readonly #writings = new OtherWritings(this);
  #rows: RowList | null = null;
  #results: HTMLElement | null = null;
  /** Counts the questions, so that an answer that comes late is dropped. */
  #asked = 0;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const form = this.#form();
    const again = () => void this.#narrow();
    form.addEventListener('input', (event) => (event as InputEvent).isComposing || again(), { signal });
    form.addEventListener('compositionend', again, { signal });
    form.addEventListener('reset', () => setTimeout(again), { signal });
    this.#button('near').addEventListener('click', () => void this.#locate(), { signal });
    this.#button('csv').addEventListener('click', () => void this.#download(), { signal });
    this.#button('print').addEventListener('click', () => window.print(), { signal });
    if (isAsked(this, form)) again();
    else void this.#load();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #form = () => need<HTMLFormElement>(this, 'form');
  #button = (name: string) => need<HTMLButtonElement>(this, `button[data-act="${name}"]`);

  /** All rows, fetched once; null where they don't come, and then asked for again the next time. */
  #load(): Promise<LongList | null> {
    this.#list ??= fetch(given(this, 'list'))
      .then(async (response) => (response.ok ? new LongList((await response.json()) as ListFile) : null))
      .catch(() => null)
      .then((list) => {
        if (list === null) this.#list = null;
        else void list.prepare(pause);
        return list;
      });
    return this.#list;
  }

  async #narrow(): Promise<void> {
    const asked = (this.#asked += 1);
    const query = queryOf(this.#form());
    const list = await this.#load();
    if (asked !== this.#asked || this.#abort.signal.aborted) return;
    if (list === null) {
      this.#say('名单没有取到。下面按区排的一样全；要筛选，请再试一次。');
      return;
    }
    const text = comparable(query.get('q') ?? '');
    const meant = this.#writings.known(text);
    this.#fitting = list.fitting({
      text,
      meant,
      types: query.getAll('type'),
      field: query.get('field'),
      district: query.get('district'),
      open: query.has('open'),
      verified: query.has('verified'),
    });
    const count = this.#fitting.length;
    const asks = count === 0 && text !== '' && meant === null;
    const isAddress = meant?.isAddress === true || addressHint(text)?.certain === true;
    const narrowed = query.toString() !== '';
    this.#show(list, narrowed);
    tellFound(this, this.#form(), query, { count, asks, isAddress });
    this.#tellMap(() => (narrowed ? new Set(this.#fitting.map((at) => list.id(at))) : null));
    if (!asks) return;
    await this.#writings.ask(text);
    if (asked === this.#asked) await this.#narrow();
  }

  /** Shows what fits: the nearest while 附近 is on, else in the order of the districts; without a filter the districts. */
  #show(list: LongList, narrowed: boolean): void {
    const groups = need(this, '.groups');
    this.#say('');
    this.#button('near').setAttribute('aria-pressed', String(this.#near !== null));
    const rows = this.#near === null && narrowed ? this.#rowsOf(list) : null;
    const shown = this.#near === null ? (rows?.element ?? null) : this.#nearest(list, this.#near);
    if (shown !== this.#results) this.#results?.remove();
    if (shown !== null && shown !== this.#results) groups.before(shown);
    this.#results = shown;
    groups.hidden = shown !== null;
    rows?.show(this.#fitting);
  }

  #rowsOf(list: LongList): RowList {
    this.#rows ??= new RowList((place) => this.#row(list, place));
    return this.#rows;
  }

  #tellMap = mapTeller(this);
  #row = (list: LongList, at: number) => rowElement(list.row(at), given(this, 'base'));

  /** The nearest of those that fit. */
  #nearest(list: LongList, near: readonly NearStation[]): HTMLElement {
    const places = new Map(this.#fitting.map((at) => [list.id(at), at]));
    const nearest = near.filter(({ station }) => places.has(station.id)).slice(0, SHOWN);
    const elements = nearest.flatMap(({ station: { id } }) => {
      const at = places.get(id);
      return at === undefined ? [] : [[id, this.#row(list, at)] as const];
    });
    const shown = nearestList(nearest, new Map(elements));
    this.#say(nearestWords(shown.childElementCount));
    return shown;
  }

  async #download(): Promise<void> {
    const list = await this.#load();
    if (this.#fitting.length === 0) await this.#narrow();
    if (list === null) return;
    downloadList(this.#fitting.map((at) => longCells(list.row(at), given(this, 'base'))));
  }

  async #locate(): Promise<void> {
    if (this.#near === null) {
      this.#say('正在定位……');
      const found = await askNear(given(this, 'map'));
      if (typeof found === 'string') {
        this.#say(found);
        return;
      }
      this.#near = found;
    } else this.#near = null;
    await this.#narrow();
  }

  #say(words: string): void {
    need(this, '.near-note').textContent = words;
  }
}

customElements.define('long-directory', LongDirectory);
