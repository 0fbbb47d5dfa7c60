import type { Answer } from '../../search/types/answer.ts';
import { ActiveOption } from './activeOption.ts';
import type * as View from './answerView.ts';
import { el } from '../browser/elements.ts';
import { fillGradually } from './gradually.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { Search } from './search.ts';
import { addressOf, chosenFilters, restoreFilters } from './filters.ts';
import { nearNote, recentNote, searchBroken, wayOn, type Ways } from './notes.ts';

/** What is loaded when the field is first used, so that a page that is only read stays light. */
type Parts = typeof View & { readonly search: Search };

/** How long the typing must rest before the full text is asked. */
const PAUSE = 150;
/** So many of the nearest stations are shown. */
const NEAREST = 6;

/**
 * <search-box data-mode data-lookup data-words data-committees data-more data-pagefind data-base data-results data-stations data-map data-leave data-hotline>:
 * a combobox with a listbox (ARIA Authoring Practices) over the finished search form. Owns the panel below its field,
 * `?q=` on the results page, and the recent words of this device. Words that tell of somebody's trouble leave no trace.
 */
class SearchBox extends HTMLElement {
  #abort = new AbortController();
  #asked = new AbortController();
  #parts: Promise<Parts> | null = null;
  #started: Search | null = null;
  #input!: HTMLInputElement;
  #panel!: HTMLElement;
  #list!: HTMLElement;
  #answer: Answer | null = null;
  #active!: ActiveOption;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#input = this.#need('input');
    this.#panel = this.#need('.search-panel');
    this.#list = this.#need('.search-list');
    this.#active = new ActiveOption(this.#input, this.#list);
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const input = this.#input;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', '查找结果');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.#list.id);
    input.setAttribute('aria-expanded', 'false');

    input.addEventListener('focus', () => this.#focused(), { signal });
    input.addEventListener('input', (event) => this.#typed(event), { signal });
    input.addEventListener('compositionend', () => this.#ask(), { signal });
    input.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#need('form').addEventListener('submit', (event) => void this.#submit(event), { signal });
    for (const hidden of this.querySelectorAll<HTMLElement>('.search-filters, .search-near')) hidden.hidden = false;
    for (const select of this.querySelectorAll('select'))
      select.addEventListener('change', () => this.#ask(), { signal });
    this.querySelector('[data-near]')?.addEventListener('click', () => void this.#nearest(), { signal });
    this.#panel.addEventListener('click', (event) => this.#clicked(event), { signal });
    // The field keeps the focus while the pointer is in the list.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
    document.addEventListener('pointerdown', (event) => this.#elsewhere(event), { signal });
    this.addEventListener('focusout', (event) => this.#left(event), { signal });

    const address = new URLSearchParams(this.#onPage ? location.search : '');
    restoreFilters(this, address);
    const asked = address.get('q') ?? '';
    if (asked !== '') {
      // Until it is known that the words are harmless, they don't stay in the address.
      history.replaceState(history.state, '', location.pathname + addressOf(this, ''));
      input.value = asked;
      this.#ask();
    }
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#abort.abort();
  }

  get #onPage(): boolean {
    return this.dataset['mode'] === '页';
  }

  #need<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (found === null) throw new Error(`<search-box> needs ${selector}`);
    return found;
  }

  /** The search itself comes with the page; its files are on their way from the first call of `preload`. */
  get #search(): Search {
    const source = (name: string) => {
      const value = this.dataset[name];
      if (value === undefined) throw new Error(`<search-box> needs data-${name}`);
      return value;
    };
    this.#started ??= new Search({
      lookup: source('lookup'),
      words: source('words'),
      committees: source('committees'),
      more: source('more'),
      pagefindUrl: source('pagefind'),
      base: source('base'),
    });
    return this.#started;
  }

  #load(): Promise<Parts> {
    const search = this.#search;
    this.#parts ??= import('./answerView.ts').then((view) => ({ ...view, search }));
    return this.#parts;
  }

  #focused(): void {
    void this.#load().catch(() => this.#fail());
    void this.#search.preload().catch(() => this.#fail());
    if (this.#input.value.trim() === '') this.#showRecent();
    else if (this.#answer !== null) this.#open(true);
  }

  #typed(event: Event): void {
    // Letters of an unfinished pinyin are not yet words.
    if (event instanceof InputEvent && event.isComposing) return;
    this.#ask();
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const query = this.#input.value;
    const filters = chosenFilters(this);
    this.#complain('');
    if (query.trim() === '') {
      this.#answer = null;
      this.#clear();
      return;
    }
    void this.#load()
      .then(async (parts) => {
        const answer = await parts.search.quick(query, filters);
        if (!signal.aborted) await this.#show(parts, answer, false);
      })
      .catch(() => signal.aborted || this.#fail());
    this.#timer = setTimeout(() => {
      void this.#load()
        .then(async (parts) => {
          const answer = await parts.search.full(query, signal, filters);
          if (!signal.aborted) await this.#show(parts, answer, true);
        })
        .catch(() => signal.aborted || this.#settle());
    }, PAUSE);
  }

  async #show(parts: Parts, answer: Answer, settled: boolean): Promise<void> {
    this.#answer = answer;
    const chosen = this.#active.current?.querySelector('a')?.href;
    this.#need('.search-before').replaceChildren(...parts.answerPreface(answer, this.dataset['leave'] ?? ''));
    const groups = parts.answerOptions(answer, this.#list.id, (path) => parts.search.href(path));
    this.#open(true, groups.length > 0);
    if (!(await fillGradually(this.#list, groups, () => this.#answer === answer))) return;
    this.#active.keep(chosen);
    const count = this.#active.options.length;
    this.#need('.search-after').replaceChildren(...wayOn(answer, count, settled, this.#ways));
    if (settled || count > 0) this.#need('[role="status"]').textContent = parts.answerStatus(answer, count);
    if (settled) this.#settle();
    // What is harmless is known when all words are.
    if (this.#onPage && settled) this.#address(answer);
  }

  /** Says that nothing more will come for these words. */
  #settle(): void {
    this.#list.dataset['settled'] = this.#input.value;
  }

  get #ways(): Ways {
    const { results = '', stations = '', hotline = '' } = this.dataset;
    return { results: this.#onPage ? '' : results, stations, hotline };
  }

  /** The lookup did not come: the directory still stands. */
  #fail(): void {
    this.#list.replaceChildren();
    this.#need('.search-after').replaceChildren(searchBroken(this.#ways));
    if (this.#input.value.trim() !== '') this.#open(true);
    this.#settle();
  }

  #showRecent(): void {
    const words = recentSearches();
    if (words.length === 0 || this.#onPage) return;
    this.#clear();
    this.#need('.search-before').replaceChildren(recentNote(words));
    this.#panel.hidden = false;
  }

  #clear(): void {
    this.#list.replaceChildren();
    for (const selector of ['.search-before', '.search-after']) this.#need(selector).replaceChildren();
    this.#need('[role="status"]').textContent = '';
    this.#open(false);
    if (this.#onPage) history.replaceState(history.state, '', location.pathname);
  }

  /** On the page the panel always stays; `aria-expanded` tells whether there is something in the list. */
  #open(open: boolean, filled = this.#active.options.length > 0): void {
    this.#panel.hidden = !open;
    this.#input.setAttribute('aria-expanded', String(open && filled));
    if (!open) this.#active.activate(-1);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { current, options } = this.#active;
    if (event.key === 'Escape') {
      if (!this.#panel.hidden && !this.#onPage) event.preventDefault();
      if (this.#panel.hidden || this.#onPage) this.#input.value = '';
      if (!this.#onPage) this.#open(false);
      else this.#ask();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      if (this.#panel.hidden) this.#open(true);
      this.#active.step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      this.#follow(current, event.ctrlKey || event.metaKey);
    }
  }

  #clicked(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const word = event.target.closest<HTMLElement>('[data-word]')?.dataset['word'];
    if (word !== undefined) {
      this.#input.value = word;
      this.#input.focus();
      this.#ask();
    } else if (event.target.closest('[data-forget]') !== null) {
      forgetSearches();
      this.#clear();
      this.#input.focus();
    } else {
      this.#follow(event.target.closest<HTMLElement>('[role="option"]'), event.ctrlKey || event.metaKey);
    }
  }

  #follow(row: HTMLElement | null | undefined, apart: boolean): void {
    const href = row?.querySelector('a')?.href;
    if (href === undefined) return;
    this.#remember();
    if (apart) window.open(href, '_blank', 'noopener');
    else location.assign(href);
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const query = this.#input.value.trim();
    if (query === '') {
      this.#complain('还没有写。写一个居委会或街道的名字，或者您的难处。');
      this.#input.focus();
      return;
    }
    const answer = await this.#load()
      .then(({ search }) => search.sure(query))
      .catch(() => null);
    if (answer === null || answer.sensitive) {
      this.#open(true);
      return;
    }
    this.#remember();
    if (this.#onPage) this.#ask();
    else location.assign(`${this.dataset['results'] ?? ''}?q=${encodeURIComponent(query)}`);
  }

  #complain(words: string): void {
    const error = this.#need('.error');
    error.textContent = words;
    error.hidden = words === '';
    if (words === '') this.#input.removeAttribute('aria-invalid');
    else this.#input.setAttribute('aria-invalid', 'true');
  }

  #remember(): void {
    if (this.#answer !== null && !this.#answer.sensitive && !this.#answer.weak) rememberSearch(this.#answer.query);
  }

  /** The address keeps words and filters, so that a result can be passed on, unless the words tell of a trouble. */
  #address({ query, sensitive }: Answer): void {
    history.replaceState(history.state, '', location.pathname + addressOf(this, sensitive ? '' : query.trim()));
  }

  /** Shows the stations nearest to the visitor, who has asked for it. */
  async #nearest(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asked.abort();
    const { map = '' } = this.dataset;
    const say = (words: string) => {
      this.#clear();
      this.#need('.search-before').replaceChildren(el('p', 'search-hint', words));
      this.#need('[role="status"]').textContent = words;
      this.#panel.hidden = false;
    };
    say('正在定位……');
    const [{ nearMe, PositionFault }, parts] = await Promise.all([import('../browser/position.ts'), this.#load()]);
    try {
      const near = (await nearMe(map)).slice(0, NEAREST);
      this.#clear();
      this.#list.replaceChildren(...parts.nearOptions(near, this.#list.id, (path) => parts.search.href(path)));
      this.#need('.search-after').replaceChildren(nearNote(this.#ways));
      this.#need('[role="status"]').textContent = `距离最近的 ${near.length} 个站，不一定负责您住的地方`;
      this.#open(true);
    } catch (error) {
      if (!(error instanceof PositionFault)) throw error;
      say(error.message);
    }
  }

  #elsewhere(event: PointerEvent): void {
    if (this.#onPage || (event.target instanceof Node && this.contains(event.target))) return;
    this.#open(false);
  }

  #left(event: FocusEvent): void {
    if (this.#onPage || !(event.relatedTarget instanceof Node) || this.contains(event.relatedTarget)) return;
    this.#open(false);
  }
}

customElements.define('search-box', SearchBox);
