import type { Answer } from '../domain/answer.ts';
import type * as View from './answerView.ts';
import { el, link } from './elements.ts';
import { fillGradually } from './gradually.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recentSearches.ts';
import { Search } from './search.ts';

/** What is loaded when the field is first used, so that a page that is only read stays light. */
type Parts = typeof View & { readonly search: Search };

/** How long the typing must rest before the full text is asked. */
const PAUSE = 150;

/**
 * <search-box data-mode data-lookup data-words data-committees data-addresses data-pagefind data-base data-results data-stations data-hotline>:
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
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#input = this.#need('input');
    this.#panel = this.#need('.search-panel');
    this.#list = this.#need('.search-list');
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
    this.#panel.addEventListener('click', (event) => this.#clicked(event), { signal });
    // The field keeps the focus while the pointer is in the list.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
    document.addEventListener('pointerdown', (event) => this.#elsewhere(event), { signal });
    this.addEventListener('focusout', (event) => this.#left(event), { signal });

    const asked = this.#onPage ? (new URLSearchParams(location.search).get('q') ?? '') : '';
    if (asked !== '') {
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
      addresses: source('addresses'),
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
    this.#complain('');
    if (query.trim() === '') {
      this.#answer = null;
      this.#clear();
      return;
    }
    void this.#load()
      .then(async (parts) => {
        const answer = await parts.search.quick(query);
        if (!signal.aborted) await this.#show(parts, answer, false);
      })
      .catch(() => signal.aborted || this.#fail());
    this.#timer = setTimeout(() => {
      void this.#load()
        .then(async (parts) => {
          const answer = await parts.search.full(query, signal);
          if (!signal.aborted) await this.#show(parts, answer, true);
        })
        .catch(() => signal.aborted || this.#settle());
    }, PAUSE);
  }

  async #show(parts: Parts, answer: Answer, settled: boolean): Promise<void> {
    this.#answer = answer;
    const chosen = this.#options()[this.#active]?.querySelector('a')?.href;
    this.#need('.search-before').replaceChildren(...parts.answerPreface(answer));
    const groups = parts.answerOptions(answer, this.#list.id, (path) => parts.search.href(path));
    this.#open(true, groups.length > 0);
    if (!(await fillGradually(this.#list, groups, () => this.#answer === answer))) return;
    const options = this.#options();
    this.#activate(chosen === undefined ? -1 : options.findIndex((row) => row.querySelector('a')?.href === chosen));
    this.#need('.search-after').replaceChildren(...this.#way(answer, options.length, settled));
    if (settled || options.length > 0)
      this.#need('[role="status"]').textContent = parts.answerStatus(answer, options.length);
    if (settled) this.#settle();
    // What is harmless is known when all words are.
    if (this.#onPage && settled) this.#address(answer);
  }

  /** Says that nothing more will come for these words. */
  #settle(): void {
    this.#list.dataset['settled'] = this.#input.value;
  }

  /** What stands after the list: all results, or the honest way on where there are none. */
  #way(answer: Answer, options: number, settled: boolean): HTMLElement[] {
    const { results = '', stations = '' } = this.dataset;
    const hotline = answer.hotline;
    if (options === 0) {
      if (!settled) return [];
      return [
        el('p', '', '', [el('b', '', `没找到“${answer.query.slice(0, 40)}”。`)]),
        el('p', '', '', [
          document.createTextNode('可以'),
          link(stations, '按区找'),
          document.createTextNode('，或者打 '),
          link(`tel:${hotline.number}`, hotline.number),
          document.createTextNode(`（${hotline.name}）问。`),
        ]),
      ];
    }
    if (this.#onPage) return [];
    if (answer.sensitive) return [el('p', 'small', '这些词不会写进网址，也不存。')];
    return [el('p', '', '', [link(`${results}?q=${encodeURIComponent(answer.query.trim())}`, '全部结果')])];
  }

  /** The lookup did not come: the directory still stands. */
  #fail(): void {
    this.#list.replaceChildren();
    const { stations = '', hotline = '' } = this.dataset;
    this.#need('.search-after').replaceChildren(
      el('p', '', '', [
        document.createTextNode('查找没有打开。可以'),
        link(stations, '看全部社工站'),
        document.createTextNode('，或者打 '),
        link(`tel:${hotline}`, hotline),
        document.createTextNode(' 问。'),
      ]),
    );
    if (this.#input.value.trim() !== '') this.#open(true);
    this.#settle();
  }

  #showRecent(): void {
    const words = recentSearches();
    if (words.length === 0 || this.#onPage) return;
    this.#clear();
    const before = el('p', 'search-recent', '', [
      el('span', 'small', '最近查过'),
      ...words.map((word) => recentButton(word)),
      clearButton(),
    ]);
    this.#need('.search-before').replaceChildren(before);
    this.#panel.hidden = false;
  }

  #clear(): void {
    this.#list.replaceChildren();
    for (const selector of ['.search-before', '.search-after']) this.#need(selector).replaceChildren();
    this.#need('[role="status"]').textContent = '';
    this.#active = -1;
    this.#input.removeAttribute('aria-activedescendant');
    this.#open(false);
    if (this.#onPage) history.replaceState(history.state, '', location.pathname);
  }

  /** On the page the panel always stays; `aria-expanded` tells whether there is something in the list. */
  #open(open: boolean, filled = this.#options().length > 0): void {
    this.#panel.hidden = !open;
    this.#input.setAttribute('aria-expanded', String(open && filled));
    if (!open) this.#activate(-1);
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #activate(index: number): void {
    const options = this.#options();
    options[this.#active]?.setAttribute('aria-selected', 'false');
    for (const row of options) row.setAttribute('aria-selected', 'false');
    this.#active = index;
    const row = options[index];
    if (row === undefined) {
      this.#active = -1;
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    row.setAttribute('aria-selected', 'true');
    row.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', row.id);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.#options().length;
    if (event.key === 'Escape') {
      if (!this.#panel.hidden && !this.#onPage) event.preventDefault();
      if (this.#panel.hidden || this.#onPage) this.#input.value = '';
      if (!this.#onPage) this.#open(false);
      else this.#ask();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      if (this.#panel.hidden) this.#open(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Past either end lies the field itself.
      this.#activate(((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault();
      this.#follow(this.#options()[this.#active], event.ctrlKey || event.metaKey);
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

  /** The address keeps the words, so that a result can be passed on, unless they tell of a trouble. */
  #address({ query, sensitive }: Answer): void {
    const search = sensitive ? '' : `?q=${encodeURIComponent(query.trim())}`;
    history.replaceState(history.state, '', `${location.pathname}${search}`);
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

function recentButton(word: string): HTMLElement {
  const button = el('button', 'copy', word);
  button.type = 'button';
  button.dataset['word'] = word;
  return button;
}

function clearButton(): HTMLElement {
  const button = el('button', 'copy', '清除');
  button.type = 'button';
  button.dataset['forget'] = '';
  return button;
}

customElements.define('search-box', SearchBox);
